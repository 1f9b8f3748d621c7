"""Edits: what was written otherwise is told in words, and where something stands does not count."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from pytest_factcheck import assertions
from pytest_factcheck.assertions import Assertion
from pytest_factcheck.comparison import SourceState
from pytest_factcheck.comparison.edits import _value, edits, source_edits
from pytest_factcheck.corpus import Source
from pytest_factcheck.location import Location

QUOTE = {"source": "herald", "quote": "lasted 90 minutes"}
OTHER = {"source": "courier", "quote": "an hour and a half"}
RULED = {"attested": {"by": "Ana Ruiz", "on": "2025-06-02", "reason": "Read.", "of": "sha256-cfbcc914b58e"}}
SLOT = {"about": ["talks"], "relation": ["lasted"], "quantity": "90 minutes"}
CLAIM = "The talks lasted 90 minutes."
NAMED = "herald “lasted 90 minutes”"
ADDED = "evidence added: courier supports “an hour and a half”"
REMOVED = "evidence removed: herald supports “lasted 90 minutes”"
ENTRY = {"id": "lasted", "claim": CLAIM, "expect": "supported", "evidence": [QUOTE]}
SOURCE = Source("herald", "seeds/herald.txt", Location("seeds/corpus.yaml", 3, 5))


def assertion(**keys: object) -> Assertion:
    """Return the assertion with some keys changed; None leaves one out."""
    entry = {key: value for key, value in {**ENTRY, **keys}.items() if value is not None}
    file = assertions.read(json.dumps({"assertions": [entry]}), "assertions/t.yaml")
    assert file.problems == ()
    return file.assertions[0]


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({"claim": "They took 90 minutes."}, [f"claim: “{CLAIM}” → “They took 90 minutes.”"]),
        ({"evidence": [QUOTE, OTHER]}, [ADDED]),
        ({"evidence": [OTHER]}, [REMOVED, ADDED]),
        (
            {"evidence": [QUOTE | {"quote": "90 minutes"}]},
            ["quote of herald: “lasted 90 minutes” → “90 minutes”"],
        ),
        (
            {"evidence": [QUOTE | {"quote": ["lasted", "90"]}]},
            [f"quote of {NAMED[:6]}: {NAMED[7:]} → “lasted” … “90”"],
        ),
        ({"evidence": [QUOTE | {"prefix": "talks"}]}, [f"quote of {NAMED}: prefix: none → talks"]),
        ({"evidence": [QUOTE | {"span": [3, 20]}]}, [f"quote of {NAMED}: span: none → 3-20"]),
        ({"evidence": [QUOTE | RULED]}, [f"ruling on {NAMED} signed by Ana Ruiz (2025-06-02)"]),
        ({"silent": ["gazette"]}, ["silent: with gazette"]),
        ({"sources": ["herald"]}, ["sources: with herald"]),
        ({"as_of": "2025-06-02"}, ["as_of: none → 2025-06-02"]),
        ({"evidence": [QUOTE, OTHER], "min_origins": 2}, [ADDED, "min_origins: 1 → 2"]),
        ({"attribution": "asserted"}, ["attribution: any → asserted"]),
        ({"slots": [SLOT]}, ["slot: with talks; lasted: 90 minutes"]),
        ({"note": "Look again."}, ["note: none → “Look again.”"]),
        ({"tags": ["talks"]}, ["tags: with talks"]),
        ({"known_issue": {"reason": "Not corrected yet."}}, ["known_issue: none → “Not corrected yet.”"]),
        ({"known_weakness": {"reason": "An irony."}}, ["known_weakness: none → “An irony.”"]),
        ({"expect": "absent", "evidence": None}, ["expect: supported → absent", REMOVED]),
    ],
)
def test_each_key_has_its_words(keys: dict[str, object], told: list[str]) -> None:
    assert list(edits(assertion(), assertion(**keys))) == told


def test_the_way_back_is_told_too() -> None:
    full = assertion(silent=["gazette"], slots=[SLOT], evidence=[QUOTE | RULED])
    assert list(edits(full, assertion())) == [
        "ruling on herald “lasted 90 minutes” withdrawn (it was of Ana Ruiz)",
        "silent: without gazette",
        "slot: without talks; lasted: 90 minutes",
    ]


def test_two_quotes_of_one_source_are_told_apart() -> None:
    second = {"source": "herald", "quote": "they began at noon"}
    before, after = assertion(evidence=[QUOTE, second]), assertion(evidence=[QUOTE, second | RULED])
    assert list(edits(before, after)) == [
        "ruling on herald “they began at noon” signed by Ana Ruiz (2025-06-02)"
    ]


def test_places_and_the_topic_of_the_file_do_not_count() -> None:
    text = json.dumps({"topic": "Talks", "assertions": [ENTRY]}, indent=2)
    moved = assertions.read(f"\n\n{text}", "assertions/other.yaml").assertions[0]
    assert edits(assertion(), moved) == ()


def test_another_order_is_an_edit_that_changes_no_value() -> None:
    before, after = assertion(evidence=[QUOTE, OTHER]), assertion(evidence=[OTHER, QUOTE])
    assert edits(before, after) == ("evidence: in another order",)


def test_a_source_differs_in_its_text_and_its_entry() -> None:
    before = SourceState(SOURCE, "a" * 64)
    described = replace(
        SOURCE, published=date(2025, 5, 16), tags=("wire",), missing_ok=True, boilerplate_lines=((31, 40),)
    )
    assert list(source_edits(before, SourceState(described, "b" * 64))) == [
        "text changed",
        "published: none → 2025-05-16",
        "tags: with wire",
        "boilerplate: with 31-40",
        "missing_ok: false → true",
    ]


def test_a_digest_that_follows_its_text_is_not_told_twice() -> None:
    before = SourceState(replace(SOURCE, sha256="a" * 64), "a" * 64)
    after = SourceState(replace(SOURCE, sha256="b" * 64), "b" * 64)
    assert source_edits(before, after) == ("text changed",)
    alone = SourceState(replace(SOURCE, sha256="b" * 64), "a" * 64)
    assert source_edits(before, alone) == ("sha256: aaaaaaaaaaaa… → bbbbbbbbbbbb…",)


def test_a_source_on_another_line_is_the_same() -> None:
    moved = replace(SOURCE, location=Location("seeds/corpus.yaml", 30, 5))
    assert source_edits(SourceState(SOURCE, "a"), SourceState(moved, "a")) == ()


def test_a_value_of_several_parts_is_told_part_by_part() -> None:
    ruling = assertion(evidence=[QUOTE | RULED]).evidence[0].attested
    assert _value(ruling) == "by “Ana Ruiz”, on 2025-06-02, reason Read., of sha256-cfbcc914b58e"


def test_of_long_quotes_the_words_that_differ_are_shown() -> None:
    begin = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    before = assertion(evidence=[QUOTE | {"quote": f"{begin} sixteen minutes"}])
    after = assertion(evidence=[QUOTE | {"quote": f"{begin} seventeen minutes"}])
    (told,) = edits(before, after)
    old, new = (f"“… thirteen fourteen fifteen {number} minutes”" for number in ("sixteen", "seventeen"))
    assert told == f"quote of herald: {old} → {new}"
