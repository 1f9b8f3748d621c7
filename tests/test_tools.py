"""The scripts that make the lexicon's tables, on a WordNet and a word list of a few lines."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import pytest
from tools import idf, wordlists, wordnet
from tools.derivation import is_form
from tools.wordnet_files import Pointer, Sense, Synset, is_plain, senses, synset, synsets, tag_counts

LICENCE = "  1 This software and database is being provided to you, the LICENSEE, by  "

# Each synset is numbered by hand. Glosses are left short.
NOUNS = """\
00000010 06 n 02 car 0 automobile 0 002 ~ 00000020 n 0000 @ 00000090 n 0000 | a motor vehicle
00000020 06 n 01 sedan 0 002 ~ 00000030 n 0000 @ 00000010 n 0000 | a closed car
00000030 06 n 01 limousine 0 002 ~ 00000040 n 0000 @ 00000020 n 0000 | a large sedan
00000040 06 n 01 stretch_limo 0 001 @ 00000030 n 0000 | a longer one
00000050 04 n 01 invasion 0 001 + 00000010 v 0101 | entering by force
00000060 18 n 01 invader 0 001 + 00000010 v 0101 | who enters by force
00000070 18 n 01 invadee 0 001 + 00000010 v 0101 | who is invaded
00000080 15 n 02 Istanbul 0 Stambul 0 000 | a city
00000090 06 n 02 car 0 cable_car 0 000 | a cabin on a cable
00000100 26 n 01 victory 0 001 ! 00000110 n 0101 | winning
00000110 26 n 01 defeat 0 001 ! 00000100 n 0101 | losing
"""
VERBS = """\
00000010 38 v 01 invade 0 003 + 00000050 n 0101 + 00000060 n 0101 + 00000070 n 0101 01 + 08 00 | enter
"""
ADJECTIVES = """\
00000010 00 s 02 out_of_print(p) 0 rare(ip) 0 000 | not sold
"""
INDEX_NOUNS = """\
automobile n 1 2 @ ~ 1 1 00000010
cable_car n 1 0 1 0 00000090
car n 2 2 @ ~ 2 2 00000010 00000090
defeat n 1 1 ! 1 0 00000110
invadee n 1 1 + 1 0 00000070
invader n 1 1 + 1 0 00000060
invasion n 1 1 + 1 0 00000050
limousine n 1 2 @ ~ 1 0 00000030
sedan n 1 2 @ ~ 1 0 00000020
victory n 1 1 ! 1 0 00000100
"""
INDEX_VERBS = "invade v 1 1 + 1 1 00000010\n"
COUNTS = """\
automobile%1:06:00:: 1 20
car%1:06:00:: 1 70
car%1:06:01:: 2 2
invade%2:38:00:: 1 9
invasion%1:04:00:: 1 5
invader%1:18:00:: 1 4
rare%5:00:00:out_of_print:00 1 3
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = {
        "data.noun": NOUNS,
        "data.verb": VERBS,
        "data.adj": ADJECTIVES,
        "data.adv": "",
        "index.noun": INDEX_NOUNS,
        "index.verb": INDEX_VERBS,
        "index.adj": "",
        "index.adv": "",
    }
    for name, text in texts.items():
        tmp_path.joinpath(name).write_text(f"{LICENCE}\n{text}", encoding="ascii")
    tmp_path.joinpath("cntlist.rev").write_text(COUNTS, encoding="ascii")
    return tmp_path


def test_a_line_of_data_gives_words_and_relations() -> None:
    line = (
        "00000010 38 v 02 meet 0 run_into 1 002 @ 00000020 v 0000 + 00000030 n 0201 02 + 08 00 + 09 02 | come"
    )
    assert synset(line) == Synset(
        "v00000010",
        38,
        ("meet", "run_into"),
        (Pointer("@", "v00000020", 0, 0), Pointer("+", "n00000030", 2, 1)),
    )


def test_counts_of_words_are_hexadecimal() -> None:
    words = " ".join(f"word{letter} 0" for letter in "abcdefghijk")
    assert len(synset(f"00000010 04 n 0b {words} 000 | eleven").words) == 11


def test_satellite_adjectives_are_adjectives_and_lose_their_marks() -> None:
    found = synset(ADJECTIVES.strip())
    assert found.identity == "a00000010"
    assert found.words == ("out_of_print", "rare")


def test_the_licence_above_the_data_is_no_entry() -> None:
    assert list(synsets([LICENCE])) == []
    assert list(senses([LICENCE], {})) == []


def test_counts_are_read_by_word_part_and_sense() -> None:
    counts = tag_counts(COUNTS.splitlines())
    assert counts["car", "n", 1] == 70
    assert counts["invade", "v", 1] == 9
    assert counts["rare", "a", 1] == 3


def test_an_index_gives_the_senses_of_single_words_in_order() -> None:
    found = list(senses(INDEX_NOUNS.splitlines(), tag_counts(COUNTS.splitlines())))
    assert [use for use in found if use.lemma == "car"] == [
        Sense("car", "n", 1, "n00000010", 70),
        Sense("car", "n", 2, "n00000090", 2),
    ]
    assert not any(use.lemma == "cable_car" for use in found)


@pytest.mark.parametrize("word", ["Istanbul", "cable_car", "o'clock", "1st", ""])
def test_names_phrases_and_numbers_are_not_plain(word: str) -> None:
    assert not is_plain(word)


def test_the_share_of_a_meaning_grows_with_how_often_it_was_seen(folder: Path) -> None:
    lexicon = wordnet.load(folder)
    assert lexicon.share("car", "n00000010") == pytest.approx(71 / 73.5)
    assert lexicon.share("car", "n00000090") == pytest.approx(2.5 / 73.5)
    assert lexicon.share("nothing", "n00000010") == 0.0


def test_relations_of_the_sample(folder: Path) -> None:
    found = wordnet.relations(wordnet.load(folder))
    assert found["car"] == ([], ["automobil"], ["limousin", "sedan"])
    assert found["sedan"] == ([], [], ["limousin"])
    assert found["invad"] == (["invas"], [], [])
    assert "limousin" not in found


def test_a_meaning_that_a_word_seldom_has_joins_nothing(folder: Path) -> None:
    data = folder / "data.noun"
    text = data.read_text("ascii").replace("02 car 0 cable_car 0 000", "02 car 0 cabin 0 000")
    data.write_text(text, encoding="ascii")
    with folder.joinpath("index.noun").open("a", encoding="ascii") as index:
        index.write("cabin n 1 0 1 0 00000090\n")
    assert "cabin" not in wordnet.relations(wordnet.load(folder))


def test_antonyms_are_never_joined(folder: Path) -> None:
    lexicon = wordnet.load(folder)
    assert wordnet.antonyms(lexicon) == {frozenset({"victori", "defeat"})}
    assert "victori" not in wordnet.relations(lexicon)


def test_only_words_of_content_take_part(folder: Path) -> None:
    lexicon = wordnet.load(folder)
    assert wordnet.takes_part(lexicon, "sedan")
    assert not any(wordnet.takes_part(lexicon, stem) for stem in ("the", "not", "may", "get", "xii", "seven"))


def _meaning(part: str, field: int) -> Synset:
    return Synset(f"{part}00000001", field, (), ())


@pytest.mark.parametrize(
    ("verb", "noun", "field", "expected"),
    [
        ("negotiate", "negotiation", 4, True),
        ("negotiate", "negotiator", 18, True),
        ("employ", "employee", 18, False),
        ("print", "printer", 6, False),
        ("settle", "settlement", 14, False),
        ("apologize", "apology", 10, True),
        ("terrorize", "terror", 12, False),
        ("die", "decease", 11, False),
    ],
)
def test_a_verb_and_its_deed_or_doer_are_forms_of_one_word(
    verb: str, noun: str, field: int, expected: bool
) -> None:
    assert is_form(verb, _meaning("v", 41), noun, _meaning("n", field)) is expected
    assert is_form(noun, _meaning("n", field), verb, _meaning("v", 41)) is expected


@pytest.mark.parametrize(
    ("adjective", "noun", "field", "expected"),
    [
        ("violent", "violence", 7, True),
        ("naval", "navy", 14, True),
        ("watery", "water", 27, False),
        ("honorary", "honor", 7, False),
        ("harmless", "harm", 11, False),
        ("judicial", "judge", 18, False),
    ],
)
def test_an_adjective_and_its_quality_are_forms_of_one_word(
    adjective: str, noun: str, field: int, expected: bool
) -> None:
    assert is_form(adjective, _meaning("a", 0), noun, _meaning("n", field)) is expected


def test_the_table_has_one_line_for_each_stem_and_no_empty_columns_at_its_end() -> None:
    rows = {"car": ([], ["automobil"], ["sedan"]), "invad": (["invas"], [], [])}
    assert wordnet.lines(rows) == "car\t\tautomobil\tsedan\ninvad\tinvas\n"


# {"format": "cB", "version": 1}, then the words of 1, of 10**-0.01 and of 10**-0.02.
PACKED = b"\x94\x82\xa6format\xa2cB\xa7version\x01\x91\xa3the\x90\x92\xa7soldier\xd9\x08soldiers"


def test_a_word_list_gives_words_with_their_shares() -> None:
    found = dict(wordlists.frequencies(PACKED))
    assert found == {"the": 1.0, "soldier": pytest.approx(10**-0.02), "soldiers": pytest.approx(10**-0.02)}


def test_a_word_list_is_read_from_the_wheel(tmp_path: Path) -> None:
    wheel = tmp_path / "wordfreq.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("wordfreq/data/large_en.msgpack.gz", gzip.compress(PACKED))
    assert wordlists.read_wheel(wheel) == PACKED


@pytest.mark.parametrize("data", [b"\x90", b"\x91\x01", b"\x01", b"\xc0"])
def test_anything_else_is_no_word_list(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"no word list|does not occur"):
        list(wordlists.frequencies(data))


def test_shares_are_summed_by_stem() -> None:
    shares = idf.by_stem(
        [("soldier", 0.25), ("soldiers", 0.5), ("don't", 0.125), ("2022", 0.5), ("война", 0.5)]
    )
    assert shares == {"soldier": 0.75, "do": 0.125, "not": 0.125}


def test_weights_count_from_the_commonest_and_stop_at_the_limit() -> None:
    shares = {"the": 0.1, "talk": 0.001, "truce": 0.00001, "rare": 0.0000001}
    assert idf.weights(shares, most=3) == {"the": 0.0, "talk": 4.0, "truce": 8.0}


def test_the_lines_of_weights_are_sorted() -> None:
    assert idf.lines({"truce": 8.0, "talk": 4.0, "meet": 4.0}) == "4.0\tmeet talk\n8.0\ttruce\n"
