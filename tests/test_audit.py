"""The table of the design: what passes and what fails, one test for each cell.

The texts are sentences of one line each. A judge looks up which of a few phrases a sentence holds; all else
is real: the YAML is read, the quotes are located, the candidates are found, and the corpus has a manifest.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import permutations
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck import assertions, audit, yamlfile
from pytest_factcheck.assertions import Assertion, fingerprint
from pytest_factcheck.corpus import Corpus, Source, from_manifest
from pytest_factcheck.examination import Examiner
from pytest_factcheck.findings import Basis, Finding
from pytest_factcheck.vocabulary import Opinion, Passage, Question, Reason, Stance, Verdict

CLAIM = "The talks lasted 100 minutes."
YES, ALSO = "The talks lasted 100 minutes, the mayor said.", "Talks that lasted 100 minutes ended well."
NO, NOR = "The talks lasted two hours, an aide said.", "Talks that lasted two hours ended well."
MAYBE = "The talks lasted a while, a guard said."
PLAIN = "The talks lasted into the afternoon, a driver said."
LONG = "The talks lasted 100 minutes in the old palace by the river, the mayor said."
RAIN = "Rain fell on the bridge."
TABLE = {
    "lasted 100 minutes": Stance.SUPPORTS,
    "lasted two hours": Stance.CONTRADICTS,
    "lasted a while": Stance.UNDECIDED,
}
Entry = Mapping[str, object]
NOTHING_MORE: Mapping[str, Entry] = MappingProxyType({})


def clerk(_question: Question, passage: Passage) -> Opinion:
    """Return what the table says of the sentences in focus; two different answers it cannot weigh."""
    heard = " ".join(sentence.of(passage.text) for sentence in passage.judged)
    found = {stance for phrase, stance in TABLE.items() if phrase in heard}
    stance = found.pop() if len(found) == 1 else Stance.UNDECIDED if found else Stance.SILENT
    return Opinion("clerk", stance, 0.0, (Reason("looked-up", "the table says so"),))


def mute(_question: Question, _passage: Passage) -> Opinion:
    """Return that nothing is said."""
    return Opinion("mute", Stance.SILENT)


def corpus_of(texts: Mapping[str, str | None], about: Mapping[str, Entry] = NOTHING_MORE) -> Corpus:
    """Return a corpus of texts, some of them missing, with what the manifest says `about` them."""
    entries = [
        {
            "id": name,
            "file": f"{name}.txt",
            **({"missing_ok": True} if text is None else {}),
            **about.get(name, {}),
        }
        for name, text in texts.items()
    ]
    document = yamlfile.load(json.dumps({"sources": entries}), "seeds/corpus.yaml")

    def read(source: Source) -> bytes | None:
        text = texts[source.id]
        return None if text is None else text.encode()

    return from_manifest(document, "seeds", read)


def asserted(expect: str, evidence: Sequence[Entry] = (), *, claim: str = CLAIM, **keys: object) -> Assertion:
    """Return an assertion as it is read from a file without mistakes."""
    given = {"evidence": list(evidence)} if evidence else {}
    entry = {"id": "lasted", "claim": claim, "expect": expect, **given, **keys}
    file = assertions.read(json.dumps({"assertions": [entry]}), "assertions/t.yaml")
    assert not file.problems, file.problems
    return file.assertions[0]


def quote(source: str, words: str, stance: str = "", **keys: object) -> dict[str, object]:
    """Return evidence as a reviewer writes it."""
    return {"source": source, "quote": words} | ({"stance": stance} if stance else {}) | keys


def ruled(source: str, words: str, stance: str = "", *, of: str = CLAIM) -> dict[str, object]:
    """Return evidence with a signed ruling, on the claim `of`."""
    ruling = {"by": "Ana Ruiz", "on": "2025-06-02", "reason": "Read.", "of": fingerprint(of, (words,))}
    return quote(source, words, stance, attested=ruling)


def audited(
    texts: Mapping[str, str | None],
    declared: Assertion,
    *,
    strict: bool = False,
    about: Mapping[str, Entry] = NOTHING_MORE,
) -> Finding:
    """Audit an assertion against texts."""
    return audit.audit(Examiner(corpus_of(texts, about), [mute, clerk]), declared, strict=strict)


def slugs(finding: Finding) -> list[str]:
    """Return the kinds of problem of a finding."""
    return [problem.slug for problem in finding.problems]


def stances(finding: Finding) -> dict[str, str]:
    """Return what each source says."""
    return {item.source.id: str(item.stance) for item in finding.sources}


@dataclass(frozen=True)
class Cell:
    """One cell of the table: an assertion over texts, and what comes of it."""

    name: str
    texts: Mapping[str, str | None]
    declared: Assertion
    verdict: Verdict
    rests_on: Basis
    problems: tuple[str, ...] = ()
    looks: int = 0
    about: Mapping[str, Entry] = field(default_factory=dict)


def check(cell: Cell) -> None:
    """Audit the assertion of a cell, and compare everything that the cell says."""
    finding = audited(cell.texts, cell.declared, about=cell.about)
    assert slugs(finding) == list(cell.problems)
    assert finding.passed == (not cell.problems)
    assert (finding.verdict, finding.rests_on) == (cell.verdict, cell.rests_on)
    assert len(finding.to_look_at) == cell.looks


SUPPORTED, CONTRADICTED = Verdict.SUPPORTED, Verdict.CONTRADICTED
DISPUTED, ABSENT = Verdict.DISPUTED, Verdict.ABSENT
JUDGED, SEARCHED, ATTESTED, WORD, NOTHING = Basis

# ---------------------------------------------------------------------------------------------- supported

BY_YES = asserted("supported", [quote("a", YES)])
BY_PLAIN = asserted("supported", [quote("a", PLAIN)])

SUPPORTED_CELLS = [
    Cell("confirmed", {"a": YES, "b": RAIN}, BY_YES, SUPPORTED, JUDGED),
    Cell("unconfirmed, silent", {"a": PLAIN}, BY_PLAIN, SUPPORTED, WORD),
    Cell("unconfirmed, undecided", {"a": MAYBE}, asserted("supported", [quote("a", MAYBE)]), SUPPORTED, WORD),
    Cell(
        "opposed",
        {"a": NO},
        asserted("supported", [quote("a", NO)]),
        CONTRADICTED,
        NOTHING,
        ("evidence-opposed",),
    ),
    Cell("another source supports", {"a": YES, "b": ALSO}, BY_YES, SUPPORTED, JUDGED),
    Cell(
        "another source contradicts",
        {"a": YES, "b": NO},
        BY_YES,
        DISPUTED,
        NOTHING,
        ("undeclared-opposition",),
    ),
    Cell("another source is undecided", {"a": YES, "b": MAYBE}, BY_YES, SUPPORTED, JUDGED, looks=1),
    Cell(
        "another passage of the source contradicts",
        {"a": f"{YES} {NO}"},
        BY_YES,
        DISPUTED,
        NOTHING,
        ("undeclared-opposition",),
    ),
    Cell("another passage of the source supports", {"a": f"{PLAIN} {YES}"}, BY_PLAIN, SUPPORTED, JUDGED),
    Cell("a word, and another source supports", {"a": PLAIN, "b": YES}, BY_PLAIN, SUPPORTED, JUDGED),
    Cell(
        "a word, and another source contradicts",
        {"a": PLAIN, "b": NO},
        BY_PLAIN,
        DISPUTED,
        NOTHING,
        ("undeclared-opposition",),
    ),
    Cell(
        "two opposing passages are two problems",
        {"a": YES, "b": f"{NO} {NOR}"},
        BY_YES,
        DISPUTED,
        NOTHING,
        ("undeclared-opposition", "undeclared-opposition"),
    ),
    Cell(
        "opposition is ruled out",
        {"a": YES, "b": NO},
        asserted("supported", [quote("a", YES), ruled("b", NO, "silent")]),
        SUPPORTED,
        ATTESTED,
    ),
    Cell(
        "opposition is ruled out, but another stands",
        {"a": YES, "b": f"{NO} {NOR}"},
        asserted("supported", [quote("a", YES), ruled("b", NO, "silent")]),
        DISPUTED,
        NOTHING,
        ("undeclared-opposition",),
    ),
    Cell(
        "the ruling is of another claim",
        {"a": YES, "b": NO},
        asserted("supported", [quote("a", YES), ruled("b", NO, "silent", of="The talks lasted.")]),
        DISPUTED,
        NOTHING,
        ("evidence-opposed", "stale-attestation"),
    ),
    Cell(
        "a ruling where nothing opposes",
        {"a": YES, "b": PLAIN},
        asserted("supported", [quote("a", YES), ruled("b", PLAIN, "silent")]),
        SUPPORTED,
        JUDGED,
    ),
    Cell(
        "opposed evidence is attested",
        {"a": NO},
        asserted("supported", [ruled("a", NO)]),
        SUPPORTED,
        ATTESTED,
    ),
    Cell(
        "unconfirmed evidence is attested",
        {"a": PLAIN},
        asserted("supported", [ruled("a", PLAIN)]),
        SUPPORTED,
        ATTESTED,
    ),
    Cell(
        "confirmed evidence is attested",
        {"a": YES},
        asserted("supported", [ruled("a", YES)]),
        SUPPORTED,
        JUDGED,
    ),
    Cell(
        "a word under a stale ruling",
        {"a": PLAIN},
        asserted("supported", [ruled("a", PLAIN, of="The talks lasted.")]),
        SUPPORTED,
        WORD,
        ("stale-attestation",),
    ),
    Cell(
        "opposed under a stale ruling",
        {"a": NO},
        asserted("supported", [ruled("a", NO, of="The talks lasted.")]),
        CONTRADICTED,
        NOTHING,
        ("evidence-opposed", "stale-attestation"),
    ),
    Cell(
        "off-topic",
        {"a": RAIN},
        asserted("supported", [quote("a", RAIN)]),
        ABSENT,
        NOTHING,
        ("evidence-off-topic",),
    ),
    Cell(
        "not found",
        {"a": YES},
        asserted("supported", [quote("a", "on the moon, he said")]),
        SUPPORTED,
        JUDGED,
        ("quote-not-found",),
    ),
    Cell(
        "ambiguous",
        {"a": f"{YES} {PLAIN}"},
        asserted("supported", [quote("a", "The talks lasted")]),
        SUPPORTED,
        JUDGED,
        ("quote-ambiguous",),
    ),
    Cell(
        "drifted",
        {"a": LONG},
        asserted("supported", [quote("a", LONG.replace("100", "900"))]),
        SUPPORTED,
        JUDGED,
        ("quote-drifted",),
    ),
    Cell(
        "drifted, and what stands there now contradicts",
        {"a": LONG.replace("100 minutes", "two hours")},
        asserted("supported", [quote("a", LONG)]),
        CONTRADICTED,
        NOTHING,
        ("undeclared-opposition", "quote-drifted"),
    ),
    Cell(
        "one of two quotes fails",
        {"a": YES, "b": NO},
        asserted("supported", [quote("a", YES), quote("b", NO)]),
        DISPUTED,
        NOTHING,
        ("evidence-opposed",),
    ),
    Cell(
        "a quote over a sentence that supports and one that contradicts",
        {"a": f"{YES} {NO}"},
        asserted("supported", [quote("a", f"{YES} {NO}")]),
        CONTRADICTED,
        NOTHING,
        ("evidence-opposed",),
    ),
]

# ------------------------------------------------------------------------------------------- contradicted

BY_NO = asserted("contradicted", [quote("a", NO)])
BY_PLAIN_NO = asserted("contradicted", [quote("a", PLAIN)])

CONTRADICTED_CELLS = [
    Cell("confirmed", {"a": NO, "b": RAIN}, BY_NO, CONTRADICTED, JUDGED),
    Cell("unconfirmed", {"a": PLAIN}, BY_PLAIN_NO, CONTRADICTED, WORD),
    Cell(
        "unconfirmed, undecided",
        {"a": MAYBE},
        asserted("contradicted", [quote("a", MAYBE)]),
        CONTRADICTED,
        WORD,
    ),
    Cell(
        "opposed",
        {"a": YES},
        asserted("contradicted", [quote("a", YES)]),
        SUPPORTED,
        NOTHING,
        ("evidence-opposed",),
    ),
    Cell("another source contradicts", {"a": NO, "b": NOR}, BY_NO, CONTRADICTED, JUDGED),
    Cell(
        "another source supports", {"a": NO, "b": YES}, BY_NO, DISPUTED, NOTHING, ("undeclared-opposition",)
    ),
    Cell("another source is undecided", {"a": NO, "b": MAYBE}, BY_NO, CONTRADICTED, JUDGED, looks=1),
    Cell(
        "another passage of the source supports",
        {"a": f"{NO} {YES}"},
        BY_NO,
        DISPUTED,
        NOTHING,
        ("undeclared-opposition",),
    ),
    Cell(
        "support is ruled out",
        {"a": NO, "b": YES},
        asserted("contradicted", [quote("a", NO), ruled("b", YES, "silent")]),
        CONTRADICTED,
        ATTESTED,
    ),
    Cell(
        "the ruling is of another claim",
        {"a": NO, "b": YES},
        asserted("contradicted", [quote("a", NO), ruled("b", YES, "silent", of="The talks lasted.")]),
        DISPUTED,
        NOTHING,
        ("evidence-opposed", "stale-attestation"),
    ),
    Cell(
        "opposed evidence is attested",
        {"a": YES},
        asserted("contradicted", [ruled("a", YES)]),
        CONTRADICTED,
        ATTESTED,
    ),
    Cell(
        "off-topic",
        {"a": RAIN},
        asserted("contradicted", [quote("a", RAIN)]),
        ABSENT,
        NOTHING,
        ("evidence-off-topic",),
    ),
    Cell(
        "not found",
        {"a": NO},
        asserted("contradicted", [quote("a", "on the moon, he said")]),
        CONTRADICTED,
        JUDGED,
        ("quote-not-found",),
    ),
]

# ----------------------------------------------------------------------------------------------- disputed

BOTH = asserted("disputed", [quote("a", YES, "supports"), quote("b", NO, "contradicts")])

DISPUTED_CELLS = [
    Cell("both sides confirmed", {"a": YES, "b": NO}, BOTH, DISPUTED, JUDGED),
    Cell(
        "one source gives both sides",
        {"a": f"{YES} {NO}"},
        asserted("disputed", [quote("a", YES, "supports"), quote("a", NO, "contradicts")]),
        DISPUTED,
        JUDGED,
    ),
    Cell(
        "one side is a person's word",
        {"a": YES, "b": PLAIN},
        asserted("disputed", [quote("a", YES, "supports"), quote("b", PLAIN, "contradicts")]),
        DISPUTED,
        WORD,
    ),
    Cell(
        "one side is a ruling",
        {"a": YES, "b": PLAIN},
        asserted("disputed", [quote("a", YES, "supports"), ruled("b", PLAIN, "contradicts")]),
        DISPUTED,
        ATTESTED,
    ),
    Cell(
        "one side is a ruling and one a word",
        {"a": PLAIN, "b": f"{RAIN} {PLAIN}"},
        asserted("disputed", [quote("a", PLAIN, "supports"), ruled("b", PLAIN, "contradicts")]),
        DISPUTED,
        WORD,
    ),
    Cell(
        "the side against is opposed, so it is missing",
        {"a": YES, "b": ALSO},
        asserted("disputed", [quote("a", YES, "supports"), quote("b", ALSO, "contradicts")]),
        SUPPORTED,
        NOTHING,
        ("evidence-opposed",),
    ),
    Cell(
        "the side for is not found, so it is missing",
        {"a": RAIN, "b": NO},
        asserted("disputed", [quote("a", "on the moon, he said", "supports"), quote("b", NO, "contradicts")]),
        CONTRADICTED,
        NOTHING,
        ("quote-not-found",),
    ),
    Cell("more sources on both sides", {"a": YES, "b": NO, "c": ALSO, "d": NOR}, BOTH, DISPUTED, JUDGED),
    Cell("another source is undecided", {"a": YES, "b": NO, "c": MAYBE}, BOTH, DISPUTED, JUDGED, looks=1),
    Cell(
        "a passage that is ruled out takes no side",
        {"a": YES, "b": NO, "c": NOR},
        asserted(
            "disputed",
            [*[quote("a", YES, "supports"), quote("b", NO, "contradicts")], ruled("c", NOR, "silent")],
        ),
        DISPUTED,
        JUDGED,
    ),
]

# ------------------------------------------------------------------------------------------------- absent

NOBODY = asserted("absent")

ABSENT_CELLS = [
    Cell("nobody speaks", {"a": RAIN, "b": PLAIN}, NOBODY, ABSENT, SEARCHED),
    Cell("a source supports", {"a": RAIN, "b": YES}, NOBODY, SUPPORTED, NOTHING, ("not-absent",)),
    Cell("a source contradicts", {"a": RAIN, "b": NO}, NOBODY, CONTRADICTED, NOTHING, ("not-absent",)),
    Cell("both", {"a": YES, "b": NO}, NOBODY, DISPUTED, NOTHING, ("not-absent", "not-absent")),
    Cell("a source is undecided", {"a": RAIN, "b": MAYBE}, NOBODY, ABSENT, SEARCHED, looks=1),
    Cell(
        "what speaks is ruled out",
        {"a": RAIN, "b": YES},
        asserted("absent", [ruled("b", YES, "silent")]),
        ABSENT,
        ATTESTED,
    ),
    Cell(
        "what does not speak is ruled out",
        {"a": RAIN, "b": PLAIN},
        asserted("absent", [ruled("b", PLAIN, "silent")]),
        ABSENT,
        SEARCHED,
    ),
    Cell(
        "one of two is ruled out",
        {"a": NO, "b": YES},
        asserted("absent", [ruled("b", YES, "silent")]),
        CONTRADICTED,
        NOTHING,
        ("not-absent",),
    ),
    Cell(
        "the ruling is of another claim",
        {"a": RAIN, "b": YES},
        asserted("absent", [ruled("b", YES, "silent", of="The talks lasted.")]),
        SUPPORTED,
        NOTHING,
        ("evidence-opposed", "stale-attestation"),
    ),
]


@pytest.mark.parametrize("cell", SUPPORTED_CELLS, ids=lambda cell: cell.name)
def test_expect_supported(cell: Cell) -> None:
    check(cell)


@pytest.mark.parametrize("cell", CONTRADICTED_CELLS, ids=lambda cell: cell.name)
def test_expect_contradicted(cell: Cell) -> None:
    check(cell)


@pytest.mark.parametrize("cell", DISPUTED_CELLS, ids=lambda cell: cell.name)
def test_expect_disputed(cell: Cell) -> None:
    check(cell)


@pytest.mark.parametrize("cell", ABSENT_CELLS, ids=lambda cell: cell.name)
def test_expect_absent(cell: Cell) -> None:
    check(cell)


# ------------------------------------------------------------------------------------------ silent sources

SILENT_B = asserted("supported", [quote("a", YES)], silent=["b"])

SILENT_CELLS = [
    Cell("it is silent", {"a": YES, "b": PLAIN}, SILENT_B, SUPPORTED, JUDGED),
    Cell("it supports", {"a": YES, "b": ALSO}, SILENT_B, SUPPORTED, JUDGED, ("not-absent",)),
    Cell("it contradicts", {"a": YES, "b": NO}, SILENT_B, DISPUTED, NOTHING, ("not-absent",)),
    Cell("it is undecided", {"a": YES, "b": MAYBE}, SILENT_B, SUPPORTED, JUDGED, looks=1),
    Cell("another one supports", {"a": YES, "b": PLAIN, "c": ALSO}, SILENT_B, SUPPORTED, JUDGED),
    Cell(
        "what it says is ruled out",
        {"a": YES, "b": ALSO},
        asserted("supported", [quote("a", YES), ruled("b", ALSO, "silent")], silent=["b"]),
        SUPPORTED,
        ATTESTED,
    ),
    Cell(
        "the ruling is of another claim",
        {"a": YES, "b": ALSO},
        asserted(
            "supported",
            [quote("a", YES), ruled("b", ALSO, "silent", of="The talks lasted.")],
            silent=["b"],
        ),
        SUPPORTED,
        JUDGED,
        ("evidence-opposed", "stale-attestation"),
    ),
    Cell(
        "under disputed it takes neither side",
        {"a": YES, "b": NO, "c": NOR},
        asserted("disputed", [quote("a", YES, "supports"), quote("b", NO, "contradicts")], silent=["c"]),
        DISPUTED,
        JUDGED,
        ("not-absent",),
    ),
]


@pytest.mark.parametrize("cell", SILENT_CELLS, ids=lambda cell: cell.name)
def test_a_source_that_is_declared_silent(cell: Cell) -> None:
    check(cell)


# ------------------------------------------------------------------------------------------------- origins

TWO = asserted("supported", [quote("a", YES), quote("b", ALSO)], min_origins=2)
COPY = {"b": {"origin": "a"}}
TWO_EACH = asserted(
    "disputed",
    [
        *[quote("a", YES, "supports"), quote("b", ALSO, "supports")],
        *[quote("c", NO, "contradicts"), quote("d", NOR, "contradicts")],
    ],
    min_origins=2,
)
FOUR = {"a": YES, "b": ALSO, "c": NO, "d": NOR}

ORIGIN_CELLS = [
    Cell("enough", {"a": YES, "b": ALSO}, TWO, SUPPORTED, JUDGED),
    Cell(
        "copies of one origin", {"a": YES, "b": ALSO}, TWO, SUPPORTED, WORD, ("too-few-origins",), about=COPY
    ),
    Cell(
        "copies and another that is not declared",
        {"a": YES, "b": ALSO, "c": LONG},
        TWO,
        SUPPORTED,
        JUDGED,
        about=COPY,
    ),
    Cell(
        "two copies of a text that is not in the corpus",
        {"a": YES, "b": ALSO},
        TWO,
        SUPPORTED,
        WORD,
        ("too-few-origins",),
        about={"a": {"origin": "wire"}, "b": {"origin": "wire"}},
    ),
    Cell(
        "a person's word counts as an origin and makes the whole a word",
        {"a": YES, "b": PLAIN},
        asserted("supported", [quote("a", YES), quote("b", PLAIN)], min_origins=2),
        SUPPORTED,
        WORD,
    ),
    Cell(
        "a ruling counts as an origin and makes the whole a ruling",
        {"a": YES, "b": PLAIN},
        asserted("supported", [quote("a", YES), ruled("b", PLAIN)], min_origins=2),
        SUPPORTED,
        ATTESTED,
    ),
    Cell(
        "evidence that does not stand is no origin",
        {"a": YES, "b": RAIN},
        asserted("supported", [quote("a", YES), quote("b", RAIN)], min_origins=2),
        SUPPORTED,
        WORD,
        ("evidence-off-topic", "too-few-origins")[::-1],
    ),
    Cell("enough on each side", FOUR, TWO_EACH, DISPUTED, JUDGED),
    Cell(
        "copies on one side",
        FOUR,
        TWO_EACH,
        DISPUTED,
        WORD,
        ("too-few-origins",),
        about={"d": {"origin": "c"}},
    ),
    Cell(
        "copies on both sides",
        FOUR,
        TWO_EACH,
        DISPUTED,
        WORD,
        ("too-few-origins", "too-few-origins"),
        about={"b": {"origin": "a"}, "d": {"origin": "c"}},
    ),
    Cell(
        "a source that gives both sides counts on each",
        {"a": f"{YES} {NO}", "b": ALSO, "c": NOR},
        asserted(
            "disputed",
            [
                *[quote("a", YES, "supports"), quote("b", ALSO, "supports")],
                *[quote("a", NO, "contradicts"), quote("c", NOR, "contradicts")],
            ],
            min_origins=2,
        ),
        DISPUTED,
        JUDGED,
    ),
]


@pytest.mark.parametrize("cell", ORIGIN_CELLS, ids=lambda cell: cell.name)
def test_origins_are_counted_and_not_files(cell: Cell) -> None:
    check(cell)


def test_too_few_origins_are_told_with_their_number_and_why_sources_count_together() -> None:
    (problem,) = audited({"a": YES, "b": ALSO}, TWO, about=COPY).problems
    assert problem.message == (
        "1 independent origins on the side `supports`, 2 wanted; b counts as a: the manifest says so"
    )


def test_a_copied_source_leaves_too_few_origins() -> None:
    declared = asserted("supported", [quote("a", YES), quote("b", YES)], min_origins=2)
    finding = audited({"a": f"{YES} {RAIN}", "b": f"{YES} {RAIN}"}, declared)
    (problem,) = finding.problems
    assert (problem.slug, finding.rests_on) == ("too-few-origins", WORD)
    assert problem.message == (
        "1 independent origins on the side `supports`, 2 wanted; "
        "b counts with a: 100 % of its words are the same"
    )


def test_copies_beside_enough_origins_are_a_note() -> None:
    finding = audited({"a": YES, "b": ALSO, "c": YES}, TWO)
    assert (slugs(finding), finding.rests_on) == ([], JUDGED)
    assert finding.notes == ("c counts with a: 100 % of its words are the same",)


def test_copies_are_looked_for_only_within_the_scope() -> None:
    between = f"{YES} {ALSO}"
    declared = asserted("supported", [quote("a", YES), quote("b", ALSO)], min_origins=2, sources=["a", "b"])
    assert slugs(audited({"a": YES, "b": ALSO, "c": between}, declared)) == []
    assert slugs(audited({"a": YES, "b": ALSO, "c": between}, TWO)) == ["too-few-origins"]


# --------------------------------------------------------------------------------------------------- scope

DAYS: Mapping[str, Entry] = {
    "a": {"published": "2025-05-16", "tags": ["wire"]},
    "b": {"published": "2025-05-18", "tags": ["late"]},
}
NARROW = ["a"]
EARLY = "2025-05-17"

SCOPE_CELLS = [
    Cell(
        "opposition outside by id",
        {"a": YES, "b": NO},
        asserted("supported", [quote("a", YES)], sources=NARROW),
        SUPPORTED,
        JUDGED,
    ),
    Cell(
        "opposition outside by tag",
        {"a": YES, "b": NO},
        asserted("supported", [quote("a", YES)], sources=["wire"]),
        SUPPORTED,
        JUDGED,
        about=DAYS,
    ),
    Cell(
        "opposition inside by glob",
        {"a": YES, "b": NO},
        asserted("supported", [quote("a", YES)], sources=["?"]),
        DISPUTED,
        NOTHING,
        ("undeclared-opposition",),
    ),
    Cell(
        "opposition published later",
        {"a": YES, "b": NO},
        asserted("supported", [quote("a", YES)], as_of=EARLY),
        SUPPORTED,
        JUDGED,
        about=DAYS,
    ),
    Cell(
        "opposition published on the day",
        {"a": YES, "b": NO},
        asserted("supported", [quote("a", YES)], as_of="2025-05-18"),
        DISPUTED,
        NOTHING,
        ("undeclared-opposition",),
        about=DAYS,
    ),
    Cell("support outside", {"a": RAIN, "b": YES}, asserted("absent", sources=NARROW), ABSENT, SEARCHED),
    Cell(
        "support published later",
        {"a": RAIN, "b": YES},
        asserted("absent", as_of=EARLY),
        ABSENT,
        SEARCHED,
        about=DAYS,
    ),
    Cell(
        "nothing published yet",
        {"a": RAIN},
        asserted("absent", as_of="2025-05-01"),
        ABSENT,
        SEARCHED,
        ("nothing-to-check",),
        about=DAYS,
    ),
    Cell(
        "nothing with a date",
        {"a": RAIN},
        asserted("absent", as_of=EARLY),
        ABSENT,
        SEARCHED,
        ("nothing-to-check",),
    ),
    Cell(
        "evidence outside, where nobody looks",
        {"a": RAIN, "b": YES},
        asserted("supported", [quote("b", YES)], sources=NARROW),
        ABSENT,
        NOTHING,
        ("verdict-mismatch",),
    ),
]


@pytest.mark.parametrize("cell", SCOPE_CELLS, ids=lambda cell: cell.name)
def test_a_scope_limits_everything_else(cell: Cell) -> None:
    check(cell)


def test_a_verdict_that_nothing_explains_tells_what_comes_nearest() -> None:
    outside = asserted("supported", [quote("b", YES)], sources=NARROW)
    (problem,) = audited({"a": PLAIN, "b": YES}, outside).problems
    assert problem.message == (
        "expected supported, but the corpus says absent; nearest is seeds/a.txt:1:1 "
        "(no word for: 100 minutes): “The talks lasted into the afternoon, a driver said.”"
    )
    (problem,) = audited({"a": RAIN, "b": YES}, outside).problems
    assert problem.message == (
        "expected supported, but the corpus says absent; no sentence shares enough words with the claim"
    )


def test_only_sources_in_scope_are_in_a_finding() -> None:
    finding = audited(
        {"a": YES, "b": NO, "c": RAIN}, asserted("supported", [quote("a", YES)], sources=["a", "c"])
    )
    assert stances(finding) == {"a": "supports", "c": "silent"}


def test_sources_without_a_date_do_not_count_before_a_day_and_are_listed() -> None:
    declared = asserted("supported", [quote("a", YES)], as_of=EARLY)
    finding = audited({"a": YES, "c": NO, "d": NO}, declared, about=DAYS)
    assert finding.passed
    assert finding.notes == ("without a publication date, so not counted: c, d",)


# ------------------------------------------------------------------------------------------ changed sources

OLD: Entry = {"sha256": "0" * 64}

CHANGED_CELLS = [
    Cell("quoted", {"a": YES}, BY_YES, SUPPORTED, JUDGED, ("source-changed",), about={"a": OLD}),
    Cell(
        "declared silent",
        {"a": YES, "b": RAIN},
        SILENT_B,
        SUPPORTED,
        JUDGED,
        ("source-changed",),
        about={"b": OLD},
    ),
    Cell("not named", {"a": YES, "b": RAIN}, BY_YES, SUPPORTED, JUDGED, about={"b": OLD}),
    Cell(
        "quoted, and the quote is gone",
        {"a": RAIN},
        BY_YES,
        ABSENT,
        NOTHING,
        ("source-changed", "quote-not-found"),
        about={"a": OLD},
    ),
    Cell(
        "the same",
        {"a": YES},
        BY_YES,
        SUPPORTED,
        JUDGED,
        about={"a": {"sha256": hashlib.sha256(YES.encode()).hexdigest()}},
    ),
]


@pytest.mark.parametrize("cell", CHANGED_CELLS, ids=lambda cell: cell.name)
def test_a_source_that_changed_since_it_was_locked(cell: Cell) -> None:
    check(cell)


# ------------------------------------------------------------------------------------------------- strict


@pytest.mark.parametrize(
    ("texts", "declared", "problems"),
    [
        ({"a": YES}, BY_YES, []),
        ({"a": PLAIN}, BY_PLAIN, ["evidence-unconfirmed"]),
        ({"a": PLAIN, "b": YES}, BY_PLAIN, ["evidence-unconfirmed"]),
        ({"a": PLAIN}, asserted("supported", [ruled("a", PLAIN)]), []),
        ({"a": YES, "b": MAYBE}, BY_YES, ["undecided-passage"]),
        ({"a": YES, "b": MAYBE}, asserted("supported", [quote("a", YES), ruled("b", MAYBE, "silent")]), []),
        ({"a": MAYBE}, NOBODY, ["undecided-passage"]),
        ({"a": PLAIN}, NOBODY, []),
        (
            {"a": YES, "b": PLAIN},
            asserted("disputed", [quote("a", YES, "supports"), quote("b", PLAIN, "contradicts")]),
            ["evidence-unconfirmed"],
        ),
    ],
    ids=[
        "confirmed",
        "a word",
        "a word beside a judge",
        "a ruling",
        "undecided",
        "undecided, ruled out",
        "undecided where absent",
        "silent where absent",
        "a word on one side",
    ],
)
def test_strict_demands_that_judges_confirm_and_decide(
    texts: Mapping[str, str], declared: Assertion, problems: list[str]
) -> None:
    assert slugs(audited(texts, declared, strict=True)) == problems
    assert audited(texts, declared).passed


def strictly(texts: Mapping[str, str | None], declared: Assertion) -> list[str]:
    """Return what a strict audit advises for each problem, behind the words that come first."""
    finding = audited(texts, declared, strict=True)
    return [problem.advice.partition(": ")[2] for problem in finding.problems]


def test_a_strict_audit_gives_the_command_that_rules_a_passage_out() -> None:
    assert strictly({"a": YES, "b": MAYBE}, BY_YES) == [
        f'factcheck attest lasted b --stance silent --quote "{MAYBE}" --by … --reason …'
    ]


def test_a_strict_audit_gives_the_command_that_signs_a_quote() -> None:
    assert strictly({"a": PLAIN}, BY_PLAIN) == [
        "factcheck attest lasted a --stance supports --by … --reason …"
    ]
    twice = asserted("supported", [quote("a", PLAIN), quote("a", "the old bridge")])
    assert strictly({"a": f"{PLAIN} The talks moved to the old bridge."}, twice) == [
        f'factcheck attest lasted a --stance supports --quote "{words}" --by … --reason …'
        for words in (PLAIN, "the old bridge")
    ]


def test_of_a_long_passage_no_more_words_are_to_be_quoted_than_are_enough() -> None:
    alike = "When the evening came and the square was empty at last, people said that the talks"
    long = f"{alike} lasted a while, and nobody knew more than that."
    (told,) = strictly({"a": YES, "b": long}, BY_YES)
    assert '--quote "When the evening came and the square was empty at last," --by' in told
    (told,) = strictly({"a": YES, "b": f"{alike} were over. {RAIN} {long}"}, BY_YES)
    assert f'--quote "{alike} lasted" --by' in told


def test_a_passage_is_ruled_out_wherever_its_sentence_stands_and_by_some_of_its_words() -> None:
    texts = {"a": YES, "b": f"{MAYBE}\n\n{RAIN}\n\n{MAYBE}"}
    declared = asserted("supported", [quote("a", YES), ruled("b", "a while, a guard", "silent")])
    finding = audited(texts, declared, strict=True)
    assert (finding.passed, finding.to_look_at, stances(finding)["b"]) == (True, (), "silent")
    assert audited({"b": MAYBE}, asserted("absent", [ruled("b", MAYBE, "silent")]), strict=True).passed


def test_a_stale_ruling_on_silent_words_is_one_problem() -> None:
    stale = asserted("supported", [quote("a", YES), ruled("b", MAYBE, "silent", of="The talks lasted.")])
    assert slugs(audited({"a": YES, "b": MAYBE}, stale, strict=True)) == ["stale-attestation"]


# ------------------------------------------------------------------------------------------- missing texts


@pytest.mark.parametrize(
    "declared",
    [BY_YES, asserted("contradicted", [quote("a", NO)]), SILENT_B, NOBODY, BOTH],
    ids=["quoted", "quoted against", "quoted, and another silent", "absent", "disputed"],
)
def test_a_case_that_needs_a_missing_text_is_skipped(declared: Assertion) -> None:
    finding = audited({"a": None, "b": RAIN}, declared)
    assert finding.skipped == "the text of a is not on this machine"
    assert not finding.passed
    assert (finding.rests_on, finding.sources, finding.problems) == (NOTHING, (), ())


def test_a_case_is_skipped_for_a_missing_text_that_must_be_silent() -> None:
    assert audited({"a": YES, "b": None}, SILENT_B).skipped == "the text of b is not on this machine"


def test_a_missing_text_that_is_not_named_is_not_searched_and_not_called_silent() -> None:
    finding = audited({"a": YES, "b": None}, BY_YES)
    assert finding.passed
    assert finding.notes == ("b was not searched: its text is not on this machine",)
    assert stances(finding) == {"a": "supports", "b": "undecided"}
    assert finding.sources[1].missing


def test_a_missing_text_outside_the_scope_is_not_missed() -> None:
    assert audited({"a": RAIN, "b": None}, asserted("absent", sources=NARROW)).passed


# --------------------------------------------------------------- what judges cannot read, and nothing to read

GERMAN: Mapping[str, Entry] = {"b": {"language": "de"}}
UNREAD_CELLS = [
    Cell("absence", {"a": RAIN, "b": YES}, NOBODY, ABSENT, SEARCHED, ("not-judged",), about=GERMAN),
    Cell(
        "a source declared silent",
        {"a": YES, "b": YES},
        SILENT_B,
        SUPPORTED,
        JUDGED,
        ("not-judged",),
        about=GERMAN,
    ),
    Cell("a source not named", {"a": YES, "b": NO}, BY_YES, SUPPORTED, JUDGED, about=GERMAN),
    Cell("evidence", {"b": YES}, asserted("supported", [quote("b", YES)]), SUPPORTED, WORD, about=GERMAN),
    Cell(
        "evidence that is attested",
        {"b": YES},
        asserted("supported", [ruled("b", YES)]),
        SUPPORTED,
        ATTESTED,
        about=GERMAN,
    ),
    Cell(
        "evidence that shares nothing with the claim",
        {"b": RAIN},
        asserted("supported", [quote("b", RAIN)]),
        ABSENT,
        NOTHING,
        ("evidence-off-topic",),
        about=GERMAN,
    ),
    Cell("absence over an empty text", {"a": RAIN, "b": " \n"}, NOBODY, ABSENT, SEARCHED, ("not-judged",)),
    Cell(
        "absence over boilerplate alone",
        {"a": RAIN, "b": "Advertisement\n\nMenu"},
        NOBODY,
        ABSENT,
        SEARCHED,
        ("not-judged",),
    ),
    Cell("an empty text declared silent", {"a": YES, "b": ""}, SILENT_B, SUPPORTED, JUDGED, ("not-judged",)),
    Cell("an empty text that is not named", {"a": YES, "b": ""}, BY_YES, SUPPORTED, JUDGED),
]


@pytest.mark.parametrize("cell", UNREAD_CELLS, ids=lambda cell: cell.name)
def test_what_no_judge_has_read_is_never_called_silent(cell: Cell) -> None:
    check(cell)
    finding = audited(cell.texts, cell.declared, about=cell.about)
    assert stances(finding)["b"] != "silent"


def test_a_source_that_no_judge_reads_is_noted_where_it_need_not_be_silent() -> None:
    assert audited({"a": YES, "b": NO}, BY_YES, about=GERMAN).notes == ("no judge reads b, which is in `de`",)


@pytest.mark.parametrize("expect", ["absent", "supported"])
def test_a_claim_by_which_nothing_can_be_searched_fails(expect: str) -> None:
    given = [ruled("a", YES, of="It was so.")] if expect == "supported" else []
    finding = audited({"a": YES}, asserted(expect, given, claim="It was so."))
    assert slugs(finding) == ["nothing-to-check"]


# --------------------------------------------------------------------------------------- places in a source


def test_a_sentence_that_stands_again_is_covered_with_the_first() -> None:
    finding = audited(
        {"a": YES, "b": f"{NO}\n\n{RAIN}\n\n{NO}"},
        asserted("supported", [quote("a", YES), ruled("b", NO, "silent")]),
    )
    assert finding.passed
    assert finding.notes == ("seeds/b.txt:1:1: the same sentence stands again at line 5",)


def test_a_sentence_that_means_the_opposite_where_it_stands_again_opposes() -> None:
    def wary(_question: Question, passage: Passage) -> Opinion:
        denied = passage.sentences[0].of(passage.text) == "That is false:"
        return Opinion("wary", Stance.CONTRADICTS if denied else Stance.SILENT)

    corpus = corpus_of({"a": f"{YES}\n\n{RAIN}\n\nThat is false:\n\n{YES}"})
    finding = audit.audit(Examiner(corpus, [clerk, wary]), BY_YES)
    assert slugs(finding) == ["evidence-opposed"]


def test_pieces_of_a_quote_count_together_and_cover_their_sentences() -> None:
    texts = {"a": f"{PLAIN} {RAIN} {NO}"}
    declared = asserted(
        "contradicted", [{"source": "a", "quote": ["into the afternoon", "lasted two hours"]}]
    )
    finding = audited(texts, declared)
    assert finding.passed
    assert finding.rests_on is JUDGED
    assert finding.sources[0].hearings == ()


def test_boilerplate_is_never_judged_and_can_be_quoted() -> None:
    offer = "Subscribe to our talks that lasted 100 minutes"
    assert audited({"a": f"{offer}\n\n{RAIN}"}, NOBODY).passed
    quoted = audited({"a": f"{offer}\n\n{RAIN}"}, asserted("supported", [quote("a", offer)]))
    assert quoted.passed
    assert quoted.rests_on is WORD


def test_an_opposing_passage_is_told_with_its_place_words_judge_and_reason() -> None:
    (problem,) = audited({"a": YES, "b": f"{RAIN} {NO}"}, BY_YES).problems
    assert str(problem) == (
        "assertions/t.yaml:1:18: undeclared-opposition: b contradicts by `clerk` at seeds/b.txt:1:26: "
        f'"{NO}" (the table says so) '
        "(declare it (is the claim disputed?), or rule it out with an attested `stance: silent`)"
    )


def related(finding: Finding) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return for each problem its slug and the places and words that it is about."""
    return [(one.slug, [(str(at.start), at.words) for at in one.related]) for one in finding.problems]


def test_a_problem_shows_the_passages_that_it_is_about() -> None:
    assert related(audited({"a": YES, "b": f"{RAIN} {NO}"}, BY_YES)) == [
        ("undeclared-opposition", [("seeds/b.txt:1:26", NO)])
    ]
    assert related(audited({"a": f"{RAIN}\n{YES}"}, NOBODY)) == [("not-absent", [("seeds/a.txt:2:1", YES)])]


def test_under_strict_a_doubt_shows_the_words_that_it_is_about() -> None:
    declared = asserted("supported", [quote("a", PLAIN)])
    assert related(audited({"a": PLAIN, "b": MAYBE}, declared, strict=True)) == [
        ("undecided-passage", [("seeds/b.txt:1:1", MAYBE)]),
        ("evidence-unconfirmed", [("seeds/a.txt:1:1", PLAIN)]),
    ]


def test_a_problem_of_a_whole_source_shows_where_it_begins() -> None:
    changed = audited({"a": YES}, BY_YES, about={"a": {"sha256": "0" * 64}})
    assert related(changed) == [("source-changed", [("seeds/a.txt:1:1", "")])]
    foreign = audited({"a": RAIN, "b": "Дождь."}, NOBODY, about={"b": {"language": "ru"}})
    assert related(foreign) == [("not-judged", [("seeds/b.txt:1:1", "")])]


def test_a_passage_to_look_at_is_told_with_its_place() -> None:
    finding = audited({"a": YES, "b": MAYBE}, BY_YES)
    assert finding.to_look_at == (
        f'b undecided by `clerk` at seeds/b.txt:1:1: "{MAYBE}" (the table says so)',
    )


# --------------------------------------------------------------------------------------------------- laws

SENTENCES = (YES, ALSO, NO, NOR, MAYBE, PLAIN, RAIN)
TEXTS = st.dictionaries(
    st.sampled_from("abcd"),
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4, unique=True),
    min_size=1,
)
SIDE = {"supported": ["supports"], "contradicted": ["contradicts"], "disputed": ["supports", "contradicts"]}


@st.composite
def situations(draw: st.DrawFn) -> tuple[dict[str, str], Assertion]:
    """Draw texts, and an assertion with quotes from them that takes nobody's ruling."""
    sentences = draw(TEXTS)
    texts = {name: " ".join(held) for name, held in sentences.items()}
    expect = draw(st.sampled_from(["supported", "contradicted", "disputed", "absent"]))
    places = [(name, words) for name, held in sentences.items() for words in held]
    sides = SIDE.get(expect, [])
    chosen = draw(st.permutations(places))[: len(sides)]
    given = [quote(*place, side) for place, side in zip(chosen, sides, strict=False)]
    if len(given) < len(sides):
        return texts, asserted("absent")
    return texts, asserted(expect, given)


@given(situations())
def test_no_order_of_sources_changes_a_finding(situation: tuple[dict[str, str], Assertion]) -> None:
    texts, declared = situation
    first = audited(texts, declared)
    for order in list(permutations(texts))[:6]:
        other = audited({name: texts[name] for name in order}, declared)
        assert (other.verdict, other.rests_on) == (first.verdict, first.rests_on)
        assert other.problems == first.problems
        assert stances(other) == stances(first)


@given(situations())
def test_a_source_about_something_else_changes_nothing(situation: tuple[dict[str, str], Assertion]) -> None:
    texts, declared = situation
    first, other = audited(texts, declared), audited(texts | {"zz": RAIN}, declared)
    assert stances(other) == stances(first) | {"zz": "silent"}
    assert (other.verdict, other.rests_on, other.problems) == (first.verdict, first.rests_on, first.problems)


@given(situation=situations(), strict=st.booleans())
def test_what_passes_is_what_was_expected_and_no_judge_stands_against_it(
    situation: tuple[dict[str, str], Assertion], *, strict: bool
) -> None:
    texts, declared = situation
    finding = audited(texts, declared, strict=strict)
    said = {stance for phrase, stance in TABLE.items() for text in texts.values() if phrase in text}
    against: dict[Verdict, set[Stance]] = {
        SUPPORTED: {Stance.CONTRADICTS},
        CONTRADICTED: {Stance.SUPPORTS},
        DISPUTED: set(),
        ABSENT: {Stance.SUPPORTS, Stance.CONTRADICTS},
    }
    assert finding.passed == (not finding.problems)
    if finding.passed:
        assert finding.verdict is declared.expect
        assert not said & against[declared.expect]
    if finding.passed and strict:
        assert Stance.UNDECIDED not in said
        assert finding.rests_on in {JUDGED, SEARCHED}


@given(situations())
def test_a_persons_word_never_counts_as_judged(situation: tuple[dict[str, str], Assertion]) -> None:
    texts, declared = situation
    finding = audited(texts, declared)
    said = {stance for phrase, stance in TABLE.items() for text in texts.values() if phrase in text}
    needed = {Stance(side) for side in SIDE.get(str(declared.expect), [])}
    if finding.rests_on is JUDGED:
        assert needed <= said
    if finding.passed and not needed <= said:
        assert finding.rests_on is WORD


@given(situations())
def test_judges_who_say_nothing_confirm_nothing(situation: tuple[dict[str, str], Assertion]) -> None:
    texts, declared = situation
    finding = audit.audit(Examiner(corpus_of(texts), [mute]), declared)
    assert finding.rests_on is not JUDGED
    if finding.passed:
        assert finding.rests_on is (SEARCHED if declared.expect is ABSENT else WORD)


def test_the_same_input_gives_the_same_finding() -> None:
    texts = {"a": f"{YES} {NO}", "b": MAYBE, "c": NOR}
    assert audited(texts, BY_YES) == audited(texts, BY_YES)
