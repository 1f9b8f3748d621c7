"""Who a noun phrase speaks of: names, offices, ranks, and whether two phrases can be one person."""

from __future__ import annotations

import pytest

from pytest_factcheck.language.names import Holder, Likeness, likeness, merged, parse_holder, same_name

SAME, DIFFERENT, UNCLEAR = Likeness.SAME, Likeness.DIFFERENT, Likeness.UNCLEAR


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Anna Berg", ("anna", "berg")),
        ("Defence Minister Anna Berg", ("anna", "berg")),
        ("former Culture Minister Berg", ("berg",)),
        ("Carl Dahl's lawyer Anna Berg", ("anna", "berg")),
        ("Carl Dahl's lawyer", ()),
        ("Minister of Defence Anna Berg", ("anna", "berg")),
        ("Kremlin aide Carl Dahl", ("carl", "dahl")),
        ("Recep Tayyip Erdoğan", ("recep", "tayyip", "erdogan")),
        ("Ursula von der Leyen", ("ursula", "von", "der", "leyen")),
        ("Stephen King", ("stephen", "king")),
        ("Mr. Berg", ("berg",)),
        ("Lakeside Holdings Ltd.", ("lakeside",)),
        ("Turkey", ("@Turkey",)),
        ("a senior adviser", ()),
        ("the Ukrainian defense minister", ()),
    ],
)
def test_a_name_is_what_is_left_without_office_title_and_owner(phrase: str, name: tuple[str, ...]) -> None:
    assert parse_holder(phrase).name == name


def test_an_office_is_read_with_its_rank_and_country() -> None:
    deputy = parse_holder("Ukraine's deputy foreign minister")
    assert deputy.office == {"foreign", "minist"}
    assert deputy.ranks == {"deputy"}
    assert deputy.countries == {"@Ukraine"}
    assert deputy.exclusive


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Defence Minister", "Defense Minister"),
        ("Turkish FM", "Turkish foreign minister"),
        ("Minister of Foreign Affairs", "foreign minister"),
        ("the U.S. Secretary of State", "American secretary of state"),
    ],
)
def test_one_office_in_two_spellings_is_one(one: str, other: str) -> None:
    assert likeness(parse_holder(one), [parse_holder(other)]) is SAME


@pytest.mark.parametrize(
    ("found", "wanted", "expected"),
    [
        ("Berg", ["Anna Berg"], SAME),
        ("Defence Minister Anna Berg", ["Anna Berg"], SAME),
        ("Anna Berg", ["Berg", "the finance minister"], SAME),
        ("the finance minister", ["Anna Berg", "finance minister"], SAME),
        ("Carl Dahl", ["Anna Berg"], DIFFERENT),
        ("Finance Minister Carl Dahl", ["Anna Berg", "finance minister"], DIFFERENT),
        ("the interior minister", ["Anna Berg", "finance minister"], DIFFERENT),
        ("the deputy finance minister", ["finance minister"], DIFFERENT),
        ("the Russian finance minister", ["Ukrainian finance minister"], DIFFERENT),
        ("Interior Minister Carl Dahl", ["finance minister"], DIFFERENT),
        ("Manchester City", ["Manchester United"], DIFFERENT),
        ("the interior minister", ["Anna Berg"], UNCLEAR),
        ("the former finance minister", ["finance minister"], UNCLEAR),
        ("the minister", ["finance minister"], UNCLEAR),
        ("the chief negotiator", ["finance minister"], UNCLEAR),
        ("the chairman", ["chief executive"], UNCLEAR),
        ("Deputy Finance Minister Anna Berg", ["Finance Minister Anna Berg"], UNCLEAR),
        ("Anna Berg's deputy", ["Anna Berg"], UNCLEAR),
        ("a friend", ["Anna Berg"], UNCLEAR),
        ("Ana Bergh", ["Anna Berg"], UNCLEAR),
        ("Anna Bergman", ["Anna Berg"], UNCLEAR),
        ("Vladimir Medinski", ["Vladimir Medinsky"], UNCLEAR),
        ("Eva Berg", ["Anna Berg"], UNCLEAR),
        ("Anna", ["Anna Berg"], UNCLEAR),
        ("Parliament", ["Anna Berg"], UNCLEAR),
        ("Norway", ["Anna Berg"], UNCLEAR),
        ("EU", ["European Union"], SAME),
    ],
)
def test_only_a_clear_difference_tells_two_apart(found: str, wanted: list[str], expected: Likeness) -> None:
    assert likeness(parse_holder(found), [parse_holder(way) for way in wanted]) is expected


def test_a_name_and_its_apposition_are_one_holder() -> None:
    both = merged([parse_holder("Anna Berg"), parse_holder("the finance minister")])
    assert both.name == ("anna", "berg")
    assert both.office == {"financ", "minist"}
    assert merged([Holder()]) == Holder()


def test_the_likeness_of_names_does_not_depend_on_which_comes_first() -> None:
    names = [("anna", "berg"), ("berg",), ("anna",), ("carl", "dahl"), ("anna", "bergman"), ("eva", "berg")]
    for one in names:
        assert same_name(one, one) is SAME
        for other in names:
            assert same_name(one, other) is same_name(other, one)
