"""Copies of one text are one origin, however many files hold them; reports of two hands are two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.boilerplate import PACKAGED
from pytest_factcheck.corpus import Corpus, Source, SourceText
from pytest_factcheck.examination import Examiner
from pytest_factcheck.location import Location
from pytest_factcheck.origins import Origins, are_copies, body, shared_words, shingles, trace
from pytest_factcheck.vocabulary import Opinion, Passage, Question, Stance

WIRE = """\
River bursts its banks in the north

The river Ard burst its banks on Tuesday night and flooded more than two hundred houses in the old town,
the county council said. Firefighters carried forty people out of the upper floors in rubber boats, and two
men were taken to hospital with injuries that doctors called light. The main bridge is closed until engineers
have looked at its piers, and trains between the two halves of the county stop at the last station before it.
"The water rose faster than anybody here has seen," said Mayor Ilse Brandt, who has asked the army for pumps.
Forecasters expect more rain on Thursday. Schools stay shut for the rest of the week.
"""
EDITED = """\
Hundreds of homes under water after night of rain

(Newswire) The river Ard burst its banks on Tuesday night and flooded more than two hundred houses in the old
town, the county council said. Firefighters carried forty people out of the upper floors in rubber boats,
and two men were taken to hospital with injuries that doctors called light. The main bridge is closed until
engineers have looked at its piers, and trains between the two halves of the county stop at the last station
before it.
"The water rose faster than anybody here has seen," said Mayor Ilse Brandt, who has asked the army for pumps.

Our reporter saw volunteers filling sandbags behind the church, where the parish kitchen handed out soup.

Forecasters expect more rain on Thursday. Schools stay shut for the rest of the week.
"""
OWN = """\
Flood in the old town

(Newswire) About two hundred families left their homes when the Ard came over the wall below the market on
Tuesday. Fire crews used boats to reach people who had gone upstairs; the hospital treated two of them.
"The water rose faster than anybody here has seen," said Mayor Ilse Brandt, who has asked the army for pumps.
Engineers will examine the bridge as soon as divers can go down. Classes are cancelled until Monday, the
school board wrote to parents, and buses replace the trains on the northern line.
"""
TEASER = """\
The river Ard burst its banks on Tuesday night and flooded more than two hundred houses in the old town,
the county council said.
"""


def text_of(name: str, text: str) -> SourceText:
    """Return a text as the corpus holds it."""
    return SourceText(Source(name, f"{name}.txt", Location("corpus.yaml")), text, PACKAGED)


def origins_of(texts: Mapping[str, str], declared: Mapping[str, str] | None = None) -> Origins:
    """Return the origins of some texts."""
    return trace({name: body(text_of(name, text)) for name, text in texts.items()}, declared or {})


def test_an_edited_wire_copy_with_another_headline_and_one_more_paragraph_is_one_origin() -> None:
    found = origins_of({"herald": EDITED, "agency": WIRE})

    assert found.names == {"agency": "agency", "herald": "agency"}
    assert found.copies(["herald", "agency"]) == (
        "agency counts with herald: 94 % of its words are the same",
    )


def test_two_reports_on_one_event_with_a_quote_and_a_credit_in_common_are_two_origins() -> None:
    found = origins_of({"agency": WIRE, "herald": EDITED, "post": OWN})

    assert found.names == {"agency": "agency", "herald": "agency", "post": "post"}
    assert found.copies(["agency", "post"]) == ()


def test_a_short_text_that_stands_whole_in_a_longer_one_is_its_copy() -> None:
    found = origins_of({"long": WIRE, "teaser": TEASER})

    assert found.names == {"long": "long", "teaser": "long"}
    assert found.copies(["long", "teaser"]) == ("teaser counts with long: 100 % of its words are the same",)


def test_what_one_origin_holds_together_counts_together_even_if_its_ends_differ() -> None:
    first, second, third = (" ".join(f"{part}{number}" for number in range(60)) for part in "abc")
    found = origins_of({"x": f"{first} {second}", "y": first, "z": second, "other": third})

    assert found.names == {"other": "other", "x": "x", "y": "x", "z": "x"}
    assert found.copies(["y", "z"]) == (
        "y counts with x: 100 % of its words are the same",
        "z counts with x: 100 % of its words are the same",
    )


def test_the_manifest_names_the_origin_and_may_join_what_differs() -> None:
    found = origins_of({"a": WIRE, "b": EDITED, "c": OWN}, {"b": "newswire", "c": "newswire"})

    assert found.names == {"a": "newswire", "b": "newswire", "c": "newswire"}
    assert found.copies(["a", "b", "c"]) == (
        "a counts with b: 94 % of its words are the same",
        "b counts as newswire: the manifest says so",
        "c counts as newswire: the manifest says so",
    )


def test_the_manifest_cannot_part_copies() -> None:
    assert set(origins_of({"a": WIRE, "b": EDITED}, {"a": "first", "b": "second"}).names.values()) == {
        "first"
    }


def test_a_declared_chain_is_one_origin() -> None:
    found = origins_of({"a": WIRE, "b": OWN}, {"b": "a", "c": "b"})

    assert found.names == {"a": "a", "b": "a", "c": "a"}


def test_a_missing_text_is_a_copy_only_if_the_manifest_says_so() -> None:
    place = Location("corpus.yaml")
    sources = [
        Source("a", "a.txt", place),
        Source("b", "b.txt", place),
        Source("c", "c.txt", place, origin="a"),
    ]
    held = {"a": WIRE.encode()}
    examiner = Examiner(Corpus("seeds", sources, lambda source: held.get(source.id)), [mute])
    found = examiner.origins(sources)

    assert [found.of(source) for source in sources] == ["a", "b", "a"]
    assert found.copies(["a", "b", "c"]) == ("c counts as a: the manifest says so",)


def mute(_question: Question, _passage: Passage) -> Opinion:
    """Return that nothing is said."""
    return Opinion("mute", Stance.SILENT)


def test_origins_of_one_scope_are_found_once() -> None:
    sources = [Source(name, f"{name}.txt", Location("corpus.yaml")) for name in "ab"]
    examiner = Examiner(Corpus("seeds", sources, lambda _source: WIRE.encode()), [mute])

    assert examiner.origins(sources) is examiner.origins(reversed(sources))


def test_without_anything_known_the_manifest_decides() -> None:
    place = Location("corpus.yaml")

    assert Origins().of(Source("a", "a.txt", place)) == "a"
    assert Origins().of(Source("a", "a.txt", place, origin="wire")) == "wire"
    assert Origins().copies(["a", "b"]) == ()


def test_boilerplate_makes_no_copies() -> None:
    form = "Subscribe to our newsletter\n" * 3
    first, second = "Rain fell on the old bridge.", "Snow lay on the new road."
    texts = {"a": f"{form}{first}\n{form}", "b": f"{form}{second}\n{form}"}

    assert text_of("a", texts["a"]).boilerplate
    assert body(text_of("a", texts["a"])) == ("rain", "fell", "on", "the", "old", "bridge")
    assert origins_of(texts).names == {"a": "a", "b": "b"}


def test_a_text_of_nothing_but_boilerplate_is_compared_by_that() -> None:
    assert body(text_of("a", "Subscribe to our newsletter\n")) == ("subscribe", "to", "our", "newsletter")


def test_typography_case_and_line_ends_make_no_difference() -> None:
    typed = WIRE.replace('"', "”").replace(",\n", ",\n\n").replace("light", "li\u00adght").upper()

    assert body(text_of("a", typed)) == body(text_of("b", WIRE))


@pytest.mark.parametrize(
    ("words", "runs"),
    [
        ("", []),
        ("a b", ["a b"]),
        ("a b c d e", ["a b c d e"]),
        ("a b c d e f", ["a b c d e", "b c d e f"]),
    ],
)
def test_a_text_is_its_runs_of_five_words_and_a_shorter_one_is_one_run(words: str, runs: list[str]) -> None:
    assert shingles(words.split()) == set(runs)


@pytest.mark.parametrize(
    ("one", "other", "copies"),
    [
        (range(8), range(2, 10), True),  # 6 of 10
        (range(8), range(3, 10), False),  # 5 of 10, and 5 of the shorter one's 7
        (range(10), range(2, 100), True),  # 8 of the shorter one's 10
        (range(10), range(3, 100), False),  # 7 of 10
        ((), (), False),
        ((), range(3), False),
    ],
)
def test_copies_share_three_fifths_of_all_runs_or_four_fifths_of_the_shorter_text(
    one: Sequence[int], other: Sequence[int], *, copies: bool
) -> None:
    assert are_copies(frozenset(one), frozenset(other)) is copies
    assert are_copies(frozenset(other), frozenset(one)) is copies


@pytest.mark.parametrize(
    ("words", "other", "share"),
    [
        ("a b c d e x y z v w", "q a b c d e", 0.5),
        ("a b c d e f x y", "a b c d e q b c d e f", 0.75),
        ("a b x c d", "a b c d", 0.0),
        ("a b", "a b", 1.0),
        ("", "a b", 0.0),
    ],
)
def test_shared_words_are_those_of_shared_runs(words: str, other: str, share: float) -> None:
    assert shared_words(words.split(), other.split()) == share


# -------------------------------------------------------------------------------------------------- laws

LETTERS = st.sampled_from("abcdefgh")
BASES = st.lists(st.lists(LETTERS, min_size=12, max_size=20), min_size=1, max_size=3)


@st.composite
def corpora(draw: st.DrawFn) -> dict[str, list[str]]:
    """Draw texts that are pieces and edits of a few, so that many are near the thresholds."""
    bases = draw(BASES)
    texts: dict[str, list[str]] = {}
    for number in range(draw(st.integers(1, 7))):
        base = draw(st.sampled_from(bases))
        start, end = draw(st.integers(0, 5)), draw(st.integers(6, 20))
        texts[f"s{number}"] = base[start:end] + draw(st.lists(LETTERS, max_size=6))
    return texts


def partition(found: Origins) -> dict[str, str]:
    """Return the origin of each source."""
    return dict(found.names)


def by_comparing_all(texts: Mapping[str, list[str]]) -> dict[str, str]:
    """Return the origins as they follow from comparing every text with every other, again and again."""
    names = {name: name for name in texts}
    for _ in texts:
        for one in texts:
            for other in texts:
                if are_copies(shingles(texts[one]), shingles(texts[other])):
                    names[one] = names[other] = min(names[one], names[other])
    return names


@given(corpora())
def test_looking_up_rare_runs_misses_no_copy(texts: dict[str, list[str]]) -> None:
    assert partition(trace(texts, {})) == by_comparing_all(texts)


@given(corpora(), st.randoms(), st.dictionaries(st.sampled_from(["s0", "s1"]), LETTERS))
def test_the_order_of_sources_never_matters(
    texts: dict[str, list[str]], random: Random, declared: dict[str, str]
) -> None:
    order = list(texts)
    random.shuffle(order)
    shuffled = trace({name: texts[name] for name in order}, dict(reversed(declared.items())))
    straight = trace(texts, declared)

    assert partition(straight) == partition(shuffled)
    assert straight.copies(texts) == shuffled.copies(order)


@given(corpora(), st.data())
def test_a_copy_of_a_source_never_changes_the_number_of_origins(
    texts: dict[str, list[str]], data: st.DataObject
) -> None:
    copied = data.draw(st.sampled_from(sorted(texts)))
    before = trace(texts, {})
    after = trace({**texts, "copy": texts[copied]}, {})

    assert len(set(after.names.values())) == len(set(before.names.values()))
    assert after.names["copy"] == after.names[copied]


@given(corpora())
def test_an_unrelated_source_adds_one_origin_and_leaves_the_others(texts: dict[str, list[str]]) -> None:
    after = partition(trace({**texts, "unrelated": ["quite", "other", "words", "are", "in", "this"]}, {}))

    assert after.pop("unrelated") == "unrelated"
    assert after == partition(trace(texts, {}))


@given(corpora())
def test_every_source_that_counts_with_another_has_a_reason(texts: dict[str, list[str]]) -> None:
    found = trace(texts, {})
    reasons = " ".join(found.copies(texts))
    together = [name for name in texts if list(found.names.values()).count(found.names[name]) > 1]

    assert all(name in reasons for name in together)
    assert bool(reasons) == bool(together)
