"""Who says the words between ⟦ and ⟧: the nearest speaker, or nobody where word order does not tell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.language.attribution import Attribution, Force, speaker
from pytest_factcheck.vocabulary import Span

ASSERTED, CLAIMED, DENIED, QUOTED = Force


def asked(marked: str, before: str = "", after: str = "") -> Attribution | None:
    """Return the attribution of the marked words."""
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    return speaker(marked.replace("⟦", "").replace("⟧", ""), Span(start, end), before=before, after=after)


SPOKEN = [
    # the speaker before what is said
    ("The mayor said ⟦the bridge was closed⟧.", "The mayor", ASSERTED),
    ("The mayor said that ⟦the bridge was closed⟧.", "The mayor", ASSERTED),
    ("Ilse Brandt said on Friday that ⟦the bridge was closed⟧.", "Ilse Brandt", ASSERTED),
    ("Brandt said Friday ⟦the bridge was closed⟧.", "Brandt", ASSERTED),
    ("Brandt said in a statement that ⟦the bridge was closed⟧.", "Brandt", ASSERTED),
    ("Brandt told reporters that ⟦the bridge was closed⟧.", "Brandt", ASSERTED),
    ("Brandt told Reuters ⟦the bridge was closed⟧.", "Brandt", ASSERTED),
    ("Brandt told a news conference in Oslo that ⟦the bridge was closed⟧.", "Brandt", ASSERTED),
    ("Brandt, the mayor of Lund, said ⟦the bridge was closed⟧.", "Brandt", ASSERTED),
    ("A spokesman for the ministry said ⟦the bridge was closed⟧.", "A spokesman for the ministry", ASSERTED),
    ("The ministry has confirmed that ⟦the bridge was closed⟧.", "The ministry", ASSERTED),
    ("The ministry later announced that ⟦the bridge was closed⟧.", "The ministry", ASSERTED),
    ("The company announced ⟦a takeover of its rival⟧.", "The company", ASSERTED),
    ("Officials say ⟦the bridge was closed⟧.", "Officials", ASSERTED),
    ("She says ⟦the bridge was closed⟧.", "She", ASSERTED),
    ("The report says ⟦the bridge was closed⟧.", "The report", ASSERTED),
    ("Russia and Ukraine said ⟦the talks had ended⟧.", "Russia and Ukraine", ASSERTED),
    ("Brandt met the council and said that ⟦the bridge was closed⟧.", "Brandt", ASSERTED),
    ("Brandt met the council, adding that ⟦the bridge was closed⟧.", "Brandt", ASSERTED),
    ("Brandt, who said ⟦the bridge was closed⟧, left the room.", "Brandt", ASSERTED),
    ("Sources close to the court told AFP ⟦the judge was ill⟧.", "Sources close to the court", ASSERTED),
    ("On Friday Brandt said ⟦the bridge was closed⟧.", "Brandt", ASSERTED),
    ("Asked about it, Brandt said ⟦the bridge was closed⟧.", "Brandt", ASSERTED),
    ("Ukraine says ⟦drones hit a depot⟧ - BBC", "Ukraine", ASSERTED),
    ("The army said it had shot down 12 drones, while Kyiv said ⟦five got through⟧.", "Kyiv", ASSERTED),
    # how far the speaker vouches for it
    ("Moscow claimed that ⟦its troops had taken the town⟧.", "Moscow", CLAIMED),
    ("Moscow claimed ⟦the capture of the town⟧.", "Moscow", CLAIMED),
    ("Moscow claims ⟦its troops have taken the town⟧.", "Moscow", CLAIMED),
    ("The striker claimed ⟦to have won the match alone⟧.", "The striker", CLAIMED),
    ("Analysts believe ⟦the company will be sold⟧.", "Analysts", CLAIMED),
    ("Kyiv accused ⟦Russia of shelling the port⟧.", "Kyiv", CLAIMED),
    ("The company denied that ⟦it had sold the mill⟧.", "The company", DENIED),
    ("The company denied ⟦any part in the fire⟧.", "The company", DENIED),
    ("The company rejected claims that ⟦it had sold the mill⟧.", "The company", DENIED),
    ("The ministry dismissed reports by the Herald that ⟦the dam had burst⟧.", "The ministry", DENIED),
    # the speaker behind what is said, and in its midst
    ("⟦The bridge was closed⟧, the mayor said.", "the mayor", ASSERTED),
    ("⟦The bridge was closed⟧, said the mayor.", "the mayor", ASSERTED),
    ("⟦The bridge was closed⟧, the mayor said on Friday.", "the mayor", ASSERTED),
    ("⟦The bridge was closed⟧, Brandt told reporters in Oslo.", "Brandt", ASSERTED),
    ("⟦The bridge was closed⟧, said Ilse Brandt, who is the mayor.", "Ilse Brandt", ASSERTED),
    ("⟦The bridge was closed⟧, the mayor said, but trains ran.", "the mayor", ASSERTED),
    ("The bridge, the mayor said, ⟦was closed⟧.", "the mayor", ASSERTED),
    ("⟦Two people died⟧, as the ministry reported.", "the ministry", ASSERTED),
    ("⟦Two people died⟧, the agency claimed.", "the agency", CLAIMED),
    (
        "⟦Two people died⟧, said a source familiar with the inquiry.",
        "a source familiar with the inquiry",
        ASSERTED,
    ),
    ("⟦The bridge was closed⟧, Brandt told example.com on Friday.", "Brandt", ASSERTED),
    ("Brandt reportedly told the Herald that ⟦the bridge was closed⟧.", "Brandt", ASSERTED),
    ("Brandt said the dam had reportedly ⟦burst at night⟧.", "Brandt", CLAIMED),
    ("It is late and I think ⟦the bridge was closed⟧.", "I", CLAIMED),
    # according to
    ("According to the mayor, ⟦the bridge was closed⟧.", "the mayor", ASSERTED),
    ("⟦The bridge was closed⟧, according to the mayor.", "the mayor", ASSERTED),
    ("⟦The bridge was closed⟧ according to a report by the county.", "a report by the county", ASSERTED),
    (
        "⟦Two died⟧, according to the Ministry of Health of Chile.",
        "the Ministry of Health of Chile",
        ASSERTED,
    ),
    ("According to Reuters, the mayor said ⟦the bridge was closed⟧.", "the mayor", ASSERTED),
    # the passive, and nouns
    ("⟦The closure⟧ was confirmed by the mayor.", "the mayor", ASSERTED),
    ("It was announced by the council that ⟦the bridge was closed⟧.", "the council", ASSERTED),
    ("The mayor was quoted as saying that ⟦the bridge was closed⟧.", "The mayor", QUOTED),
    ("The Herald quoted the mayor as saying ⟦the bridge was closed⟧.", "the mayor", QUOTED),
    ("The ministry's claim that ⟦the dam had burst⟧ was wrong.", "The ministry", CLAIMED),
    # quotation marks
    ('"⟦The bridge is closed⟧," the mayor said.', "the mayor", QUOTED),
    ("“⟦The bridge is closed⟧,” said Ilse Brandt.", "Ilse Brandt", QUOTED),
    ('"⟦The bridge is closed⟧!" Brandt added.', "Brandt", QUOTED),
    ('Brandt said: "⟦The bridge is closed⟧."', "Brandt", QUOTED),
    ('Brandt said, "⟦The bridge is closed⟧."', "Brandt", QUOTED),
    ('"The bridge is closed," Brandt said, "⟦and the road too⟧."', "Brandt", QUOTED),
    ('The mayor said the bridge was "⟦closed for good⟧".', "The mayor", QUOTED),
    ('"⟦We took the town⟧," the general claimed.', "the general", CLAIMED),
    (
        "'⟦The bridge is closed⟧,' said founder Ilse Brandt, who gets there twice a week.",
        "founder Ilse Brandt",
        ASSERTED,
    ),
    # headlines
    ("Police: ⟦two killed in blast⟧", "Police", ASSERTED),
    ("Foreign minister: ⟦talks will go on⟧", "Foreign minister", ASSERTED),
    ("⟦Two killed in blast⟧: police", "police", ASSERTED),
    ("⟦Two killed in blast⟧ - report", "report", ASSERTED),
    ("⟦Two killed in blast⟧ – Reuters", "Reuters", ASSERTED),
    ("⟦Two killed in blast⟧, police say", "police", ASSERTED),
    ('Brandt: "⟦We will rebuild the bridge⟧"', "Brandt", QUOTED),
    # the nearest speaker is the one who says it
    ("The mayor said the county claimed ⟦the dam had burst⟧.", "the county", CLAIMED),
    ("The mayor said the dam held and the county denied ⟦a leak⟧.", "the county", DENIED),
]


@pytest.mark.parametrize(("marked", "who", "force"), SPOKEN)
def test_the_speaker_is_found_with_what_the_verb_vouches_for(marked: str, who: str, force: Force) -> None:
    found = asked(marked)

    assert found is not None
    assert (found.who, found.force) == (who, force)


UNNAMED = [
    ("It was reported that ⟦the dam had burst⟧.", ASSERTED),
    ("⟦The dam⟧ is said to be unsafe.", CLAIMED),
    ("The dam is believed to ⟦have burst at night⟧.", CLAIMED),
    ("The dam reportedly ⟦burst at night⟧.", CLAIMED),
    ("There were rumours that ⟦the dam had burst⟧.", CLAIMED),
]


@pytest.mark.parametrize(("marked", "force"), UNNAMED)
def test_where_nobody_is_named_nobody_is_given(marked: str, force: Force) -> None:
    found = asked(marked)

    assert found is not None
    assert (found.who, found.speaker, found.force, found.unnamed) == ("", None, force, True)


@pytest.mark.parametrize(
    "marked",
    [
        "⟦The bridge was closed⟧.",
        "The work went ⟦according to plan⟧.",
        "According to plan, ⟦the bridge was closed⟧.",
        "⟦The bridge was closed⟧ according to schedule.",
        "He said yes to ⟦the offer of the club⟧.",
        "The mayor said nothing about ⟦the closed bridge⟧.",
        "That said, ⟦the bridge was closed⟧.",
        "Needless to say, ⟦the bridge was closed⟧.",
        "The mayor did not say that ⟦the bridge was closed⟧.",
        "The ministry never confirmed that ⟦the dam had burst⟧.",
        "The spokesman said he could not say whether ⟦the bridge was closed⟧.",
        "The spokesman said the ministry had not confirmed that ⟦the bridge was closed⟧.",
        "It is unclear who said ⟦the bridge was closed⟧.",
        "The last time Brandt spoke with his son, ⟦the bridge was closed⟧.",
        "It is more common than people think ⟦the bridge is⟧.",
        "In Oslo Brandt said ⟦the bridge was closed⟧.",
        "Nobody said ⟦the bridge was closed⟧.",
        "Neither side confirmed that ⟦the talks had failed⟧.",
        "The mayor may say that ⟦the bridge was closed⟧.",
        "The mayor declined to say whether ⟦the bridge was closed⟧.",
        '"⟦Is the bridge closed⟧?" Brandt asked.',
        "If the mayor said ⟦the bridge was closed⟧, it was.",
        "The mayor told the crews to ⟦close the bridge⟧.",
        "The mayor said the dam held, but ⟦the bridge was closed⟧.",
        "The mayor said the dam held, and ⟦the bridge was closed⟧.",
        "The mayor said the dam held; ⟦the bridge was closed⟧.",
        "⟦The bridge was closed⟧ while the mayor said the dam held.",
        "⟦The bridge was closed⟧ after the ministry said the dam held.",
        "⟦After the bridge was closed⟧, the mayor said the dam held.",
        "The ceasefire announced on Friday ⟦held for two days⟧.",
        "The reported closure ⟦surprised the drivers⟧.",
        "The police report ⟦was published on Friday⟧.",
        "⟦The mayor said the bridge was closed⟧.",
        "The ⟦mayor⟧ said the bridge was closed.",
        "He wrote ⟦a book about the town⟧ and was praised.",
        "To help them, she added ⟦another layer of paint⟧.",
        "The mayor is writing ⟦and singing in two languages⟧ now.",
        "Gaza: ⟦ten killed in blast⟧",
        "Istanbul talks: ⟦what we know⟧",
        "The facts: ⟦the bridge was closed⟧.",
        "The road leads from Lund - ⟦a small town⟧.",
        'A film called "⟦The Closed Bridge⟧" won the prize.',
    ],
)
def test_what_is_no_report_of_the_words_has_no_speaker(marked: str) -> None:
    assert asked(marked) is None


def test_the_places_of_speaker_and_verb_are_those_of_the_sentence() -> None:
    sentence = "The bridge was closed, said Ilse Brandt."
    found = speaker(sentence, Span(0, 21))

    assert found is not None
    assert found.speaker is not None
    assert found.verb is not None
    assert (found.speaker.of(sentence), found.verb.of(sentence)) == ("Ilse Brandt", "said")


@pytest.mark.parametrize(
    ("marked", "unnamed"),
    [
        ("A Ukrainian source said ⟦the talks had failed⟧.", True),
        ("Officials said ⟦the talks had failed⟧.", True),
        ("Witnesses said ⟦the talks had failed⟧.", True),
        ("Ilse Brandt said ⟦the talks had failed⟧.", False),
        ("The mayor said ⟦the talks had failed⟧.", False),
        ("Kremlin spokesman Ivan Orlov said ⟦the talks had failed⟧.", False),
    ],
)
def test_a_speaker_without_a_name_is_told_apart(marked: str, *, unnamed: bool) -> None:
    found = asked(marked)

    assert found is not None
    assert found.unnamed is unnamed


@pytest.mark.parametrize(
    ("before", "marked", "who"),
    [
        ("Ilse Brandt said the dam held. ", "She said ⟦the bridge was closed⟧.", "Ilse Brandt"),
        ("Mayor Ilse Brandt spoke on Friday. ", "⟦The bridge was closed⟧, she said.", "Mayor Ilse Brandt"),
        ("Brandt said it held. She said it rained. ", "She said ⟦the bridge was closed⟧.", "Brandt"),
        ("The ministry said it rained. ", "It said ⟦the bridge was closed⟧.", "The ministry"),
        ("Ilse Brandt met Tom Ruiz. ", "He said ⟦the bridge was closed⟧.", "He"),
        ("Brandt said it held, and Ruiz said it broke. ", "He said ⟦the bridge was closed⟧.", "He"),
        ("Rain fell. ", "He said ⟦the bridge was closed⟧.", "He"),
        ("", "He said ⟦the bridge was closed⟧.", "He"),
    ],
)
def test_a_pronoun_is_given_the_one_name_that_the_sentence_before_offers(
    before: str, marked: str, who: str
) -> None:
    found = asked(marked, before)

    assert found is not None
    assert found.who == who


@pytest.mark.parametrize(
    ("before", "marked", "after"),
    [
        ("", '"⟦The bridge is closed⟧. ', 'Trains run," Ilse Brandt said.'),
        ('Ilse Brandt said: "Trains run. ', '⟦The bridge is closed⟧."', ""),
        ('"Trains run," Ilse Brandt said. ', '"⟦The bridge is closed⟧."', ""),
        ('Ilse Brandt spoke. "Trains run," she said. ', '"⟦The bridge is closed⟧."', ""),
        ("", "“I think ⟦the bridge is closed⟧ and we hope for trains,” said Ilse Brandt.", ""),
        ("", "“⟦The bridge is closed⟧, but trains run,” said Ilse Brandt.", ""),
        ("", "“Trains run. ⟦The bridge is closed⟧,” said Ilse Brandt.", ""),
    ],
)
def test_a_quotation_over_several_sentences_has_one_speaker(before: str, marked: str, after: str) -> None:
    found = asked(marked, before, after)

    assert found is not None
    assert (found.who, found.force) == ("Ilse Brandt", CLAIMED if "I think" in marked else QUOTED)


def test_a_quotation_that_nobody_speaks_has_no_speaker() -> None:
    assert asked('"⟦The bridge is closed⟧."', "Rain fell. ", " Trains ran.") is None


@given(st.text(alphabet='said Xtha".,;:—“” that according to he the mayor', max_size=80), st.data())
def test_any_words_are_read_without_a_fault_and_within_the_sentence(
    sentence: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(sentence)))
    end = data.draw(st.integers(start, len(sentence)))
    found = speaker(sentence, Span(start, end), before="The mayor said so. ", after=" He left.")

    if found is not None and found.speaker is not None:
        assert found.speaker.end <= len(sentence)
        assert not found.speaker.overlaps(Span(start, end))


@given(st.sampled_from(SPOKEN), st.sampled_from(["Rain fell.", "The road was wet."]))
def test_the_next_sentence_changes_no_speaker(row: tuple[str, str, Force], after: str) -> None:
    assert asked(row[0]) == asked(row[0], after=f" {after}")
