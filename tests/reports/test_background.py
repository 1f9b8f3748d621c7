"""Background: the nearest misses of a claim of which nothing speaks, and the texts as they are."""

from __future__ import annotations

import json
from datetime import date

from pytest_factcheck import assertions, audit, judges
from pytest_factcheck.corpus import Corpus, Source, from_files
from pytest_factcheck.examination import Examiner
from pytest_factcheck.location import Location
from pytest_factcheck.reports.background import MOST, texts, with_misses
from pytest_factcheck.reports.rows import AssertionRow, assertion_row

RAIN = "Rain fell on the old bridge all day."


def corpus_of(**read: str) -> Corpus:
    raw = {f"seeds/{name}.txt": text.encode() for name, text in read.items()}
    return from_files([f"{name}.txt" for name in read], "seeds", lambda source: raw.get(source.path))


def told(corpus: Corpus, claim: str, expect: str = "absent") -> AssertionRow:
    entry: dict[str, object] = {"id": "rain", "claim": claim, "expect": expect}
    if expect == "supported":
        entry["evidence"] = [{"source": "a", "quote": RAIN}]
    file = assertions.read(json.dumps({"assertions": [entry]}), "assertions/t.yaml")
    assert not file.problems
    examiner = Examiner(corpus, judges.named(("verbatim", "language")))
    finding = audit.audit(examiner, file.assertions[0])
    return with_misses(assertion_row(finding), finding, examiner)


def test_where_nothing_speaks_the_nearest_sentence_is_told_with_what_it_lacks() -> None:
    row = told(
        corpus_of(a=f"The sun rose. {RAIN}", b="Nobody came."), "Rain fell on the wooden bridge in Narvik."
    )
    a, b = row["sources"]
    (miss,) = a["misses"]
    assert (miss["quote"], miss["start"], miss["line"], miss["column"]) == (RAIN, 14, 1, 15)
    assert miss["lacking"] == ["wooden", "Narvik"]
    assert b["misses"] == []


def test_where_something_speaks_no_misses_are_told() -> None:
    row = told(corpus_of(a=RAIN), RAIN, "supported")
    assert row["verdict"] == "supported"
    assert "misses" not in row["sources"][0]


def test_of_many_sources_only_the_nearest_misses_are_told() -> None:
    many = {f"s{number}": RAIN.replace("old", f"old{number}") for number in range(30)}
    row = told(corpus_of(**many), "Rain fell on the wooden bridge in Narvik.")
    assert sum(len(source["misses"]) for source in row["sources"]) == MOST


def test_a_text_is_told_whole_and_one_that_is_not_here_as_missing() -> None:
    here = Source("a", "seeds/a.txt", location=Location("c"), title="A", published=date(2025, 5, 16))
    gone = Source("b", "seeds/b.txt", location=Location("c"), missing_ok=True, boilerplate_lines=((1, 1),))
    corpus = Corpus("seeds", [here, gone], lambda source: b"one\r\ntwo\n" if source is here else None)
    first, second = texts(corpus)
    assert (first["text"], first["published"], first["missing"]) == ("one\ntwo\n", "2025-05-16", False)
    assert (second["text"], second["published"], second["missing"]) == ("", "", True)


def test_boilerplate_is_told_by_its_lines() -> None:
    source = Source("a", "seeds/a.txt", location=Location("c"), boilerplate_lines=((2, 2),))
    corpus = Corpus("seeds", [source], lambda _: b"Rain fell.\nA footer.\nIt stopped.")
    assert texts(corpus)[0]["boilerplate"] == [[11, 20]]
