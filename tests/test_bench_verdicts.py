"""The bench of the verdicts: its measures by hand-computed values, and a tiny set from file to table."""

from __future__ import annotations

import gzip
import json
from math import inf
from pathlib import Path
from typing import Any

import pytest
from benchmarks.verdicts import __main__ as command
from benchmarks.verdicts.folds import Scored, best_threshold, cross_validated, f1, fold
from benchmarks.verdicts.judging import Judged, judged
from benchmarks.verdicts.metrics import Pair, Rates, confusion, measure, rates
from benchmarks.verdicts.mistakes import Wanted, mistakes, wanted
from benchmarks.verdicts.overlap import NEVER, Held, Rule, fitted, overlap
from benchmarks.verdicts.report import Result, fold_line, lines, overlap_calls, pooled, report
from benchmarks.verdicts.sets import (
    LabelledSet,
    public_set,
    shelf,
    text_in_memory,
    thinned,
)

from pytest_factcheck.errors import UsageError
from pytest_factcheck.vocabulary import Stance

ROOT = Path(__file__).parents[1]
S, C, N = Stance.SUPPORTS, Stance.CONTRADICTS, Stance.SILENT
MIXED, UNDECIDED = Stance.MIXED, Stance.UNDECIDED

# Supports: 2 right, 1 flipped, 1 undecided; contradicts: 1 right (mixed), 1 flipped; silent: 3 right of 4.
PAIRS: list[Pair] = [
    (S, S),
    (S, S),
    (S, C),
    (S, UNDECIDED),
    (C, MIXED),
    (C, S),
    (N, N),
    (N, N),
    (N, N),
    (N, C),
]

LABEL = {0: "SUPPORTS", 1: "NEI"}
SAID = "The bridge opened to traffic in March 2021."
ROWS: list[dict[str, Any]] = [
    {"id": "a", "claim": SAID, "passage": f"{SAID} It rained.", "label": "SUPPORTS"},
    {"id": "b", "claim": SAID, "passage": "The museum closed its doors for good last week.", "label": "NEI"},
    {"id": "c", "claim": SAID, "passage": "It rained.", "label": "REFUTES"},
    {"id": "d", "claim": SAID, "sentences": ["It rained.", SAID], "label": "SUPPORTS"},
]


def word_count(_stem: str) -> float:
    return 1.0


def result_of(given: LabelledSet) -> Result:
    return Result(given, judged(given.rows, ["verbatim"], jobs=1, what="rows"))


# --- metrics


def test_precision_recall_and_f1_of_each_class() -> None:
    counts = confusion(PAIRS)
    assert rates(counts, S) == Rates(2 / 3, 2 / 4, 4 / 7)
    assert rates(counts, C) == Rates(1 / 3, 1 / 2, 2 / 5)
    assert rates(counts, N) == Rates(3 / 4, 3 / 4, 6 / 8)


def test_a_class_that_is_never_called_has_no_precision_and_an_f1_of_nothing() -> None:
    assert rates(confusion([(S, N), (N, N)]), S) == Rates(None, 0.0, 0.0)
    assert rates(confusion([(N, N)]), S) == Rates(None, None, None)


def test_measures_of_a_three_way_set() -> None:
    found = measure(PAIRS)
    assert found.rows == 10
    assert found.macro_f1 == pytest.approx((4 / 7 + 2 / 5 + 3 / 4) / 3)
    assert found.balanced_accuracy is None
    assert found.coverage == 0.9
    assert found.flips == 0.2
    assert found.true_contradicted == 0.25
    assert found.silent_contradicted == 0.25


def test_measures_of_a_two_way_set() -> None:
    """Supported against the rest: what is called contradicts is rest, and a flip where it was supported."""
    found = measure(
        [(S, S), (S, S), (S, C), (N, C), (N, N), (N, UNDECIDED), (N, S), (N, MIXED)], two_way=True
    )
    assert set(found.classes) == {S, N}
    assert found.classes[S] == Rates(2 / 3, 2 / 3, 2 / 3)
    assert found.classes[N] == Rates(4 / 5, 4 / 5, 4 / 5)
    assert found.balanced_accuracy == pytest.approx((2 / 3 + 4 / 5) / 2)
    assert found.flips == 1 / 8
    assert found.true_contradicted == pytest.approx(1 / 3)
    assert found.silent_contradicted is None


def test_a_set_without_silent_rows_is_measured_over_the_two_classes_that_it_has() -> None:
    found = measure([(S, S), (S, C), (C, C), (C, N)])
    assert found.macro_f1 == pytest.approx((2 / 3 + 1 / 2) / 2)
    assert found.balanced_accuracy == 0.5


def test_all_silent_scores_a_third_of_the_f1_of_silent() -> None:
    assert measure([(gold, N) for gold, _ in PAIRS]).macro_f1 == pytest.approx(8 / 14 / 3)


# --- folds


def test_the_fold_of_an_id_is_the_beginning_of_its_digest_and_never_changes() -> None:
    """`printf %s a | sha256sum` begins with these sixteen digits."""
    digests = {"a": 0xCA978112CA1BBDCA, "b": 0x3E23E8160039594A, "dev02986": 0x758F9010856FC75A}
    digests["é"] = 0x4A99557E4033C353
    assert {name: fold(name) for name in digests} == {name: digest % 5 for name, digest in digests.items()}
    assert [fold(name, 2) for name in digests] == [digest % 2 for digest in digests.values()]


def test_the_best_threshold_is_the_highest_of_the_best() -> None:
    scored = [(0.9, True), (0.8, False), (0.7, True), (0.2, False), (0.1, False)]
    assert best_threshold(scored) == (0.7, 0.8)
    assert best_threshold(list(reversed(scored))) == (0.7, 0.8)
    assert best_threshold([(0.5, True), (0.5, False)]) == (0.5, 2 / 3)
    assert best_threshold([(0.5, False)]) == (inf, 0.0)


def test_a_row_is_called_by_the_threshold_of_the_other_folds() -> None:
    """Rows of one fold say nothing about themselves: the only supported row is never found."""
    rows = [Scored(name, name == "a", (1.0 if name == "a" else 0.0,)) for name in "abcdefgh"]
    assert cross_validated(rows) == [False] * 8
    separable = [Scored(f"row{at}", at % 2 == 0, (float(at % 2 == 0),)) for at in range(40)]
    called = cross_validated(separable)
    assert called == [row.supported for row in separable]
    assert f1(called, [row.supported for row in separable]) == 1.0


def test_the_score_that_does_better_on_the_other_folds_is_taken() -> None:
    rows = [Scored(f"row{at}", at % 2 == 0, (0.5, float(at % 2 == 0))) for at in range(40)]
    assert cross_validated(rows) == [row.supported for row in rows]


def test_f1_of_nothing_called_and_nothing_there_is_nothing() -> None:
    assert f1([False], [False]) == 0.0
    assert f1([True, True, False], [True, False, True]) == 0.5


# --- the overlap baseline


def test_overlap_is_the_share_of_the_claim_in_the_best_part() -> None:
    """Of bridge, opened, traffic and 2021 a sentence holds two, the window around it three, the text four."""
    text = text_in_memory("The bridge has traffic. It rained. It opened late. We wept. That was 2021.")
    sentence, window, whole = overlap("The bridge opened to traffic in 2021.", text, word_count)
    assert (sentence, window, whole) == (Held(0.5, False), Held(0.75, False), Held(1.0, False))


def test_rare_words_weigh_more() -> None:
    text = text_in_memory("The bridge stood there.")
    assert overlap("The bridge opened.", text, lambda stem: 3.0 if stem == "bridg" else 1.0)[0].share == 0.75


@pytest.mark.parametrize(
    ("passage", "differs"),
    [
        ("The bridge opened in 2021.", False),
        ("The bridge opened in 2020.", True),
        ("The bridge opened.", False),
        ("The bridge opened in 2021, after 3 years.", False),
        ("The bridge never opened in 2021.", True),
    ],
)
def test_a_number_in_place_of_the_claims_own_and_a_negation_are_cues(passage: str, differs: bool) -> None:
    assert overlap("The bridge opened in 2021.", text_in_memory(passage), word_count)[0].differs is differs


def test_a_rule_calls_by_share_and_cue() -> None:
    rule = Rule(scope=0, supports=10, contradicts=15, cues=True)
    shares = [Held(0.5, False), Held(0.45, False), Held(0.75, True), Held(0.7, True)]
    assert [rule.call((held, held, held)) for held in shares] == [S, N, C, N]
    plain = Rule(scope=0, supports=10, contradicts=NEVER, cues=False)
    assert [plain.call((held, held, held)) for held in shares] == [S, N, S, S]


def test_the_rule_that_tells_the_rows_apart_is_fitted() -> None:
    low, high, odd = Held(0.2, False), Held(0.8, False), Held(0.8, True)
    rows = [(N, low), (S, high), (C, odd)]
    rule = fitted([(gold, (held, held, held)) for gold, held in rows], two_way=False)
    assert [rule.call((held, held, held)) for _, held in rows] == [N, S, C]


# --- sets


def test_thinning_keeps_order_takes_one_of_each_stretch_and_has_no_rhythm() -> None:
    kept = thinned(range(1000), 100)
    assert [number // 10 for number in kept] == list(range(100))
    assert len({number % 10 for number in kept}) == 10
    assert thinned(range(1000), 100) == kept
    assert thinned(range(3), 5) == thinned(range(3), None) == (0, 1, 2)


def test_labels_become_stances_and_equal_passages_one_source() -> None:
    given = public_set("tiny", [*ROWS, {**ROWS[0], "id": "e"}])
    assert [row.gold for row in given.rows] == [S, N, C, S, S]
    assert given.rows[0].text.source.id == given.rows[4].text.source.id != given.rows[1].text.source.id
    assert not given.two_way
    assert given.rows[3].text.text == f"It rained.\n{SAID}"


def test_supported_and_partial_make_a_two_way_set() -> None:
    rows = [{**ROWS[0], "label": label} for label in ("SUPPORTED", "NOT_SUPPORTED", "PARTIAL")]
    given = public_set("tiny", rows)
    assert given.two_way
    assert [row.gold for row in given.rows] == [S, N, N]


def laid(folder: Path) -> Path:
    """Lay a public set and a gold set into a folder."""
    (folder / "data" / "eval").mkdir(parents=True)
    with gzip.open(folder / "data" / "eval" / "vitaminc_dev.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write("".join(json.dumps(row) + "\n" for row in ROWS))
    texts = folder / "gold" / "flood" / "texts"
    texts.mkdir(parents=True)
    (texts / "one.txt").write_text(f"{SAID}\n", encoding="utf-8")
    (texts / "two.txt").write_text("It rained.\n", encoding="utf-8")
    claim = {"id": "open", "claim": SAID, "half": "held", "stances": {"one": "supports", "two": "silent"}}
    (texts.parent / "claims.jsonl").write_text(json.dumps(claim) + "\n", encoding="utf-8")
    return folder


def test_a_shelf_knows_what_is_there_and_what_is_not(tmp_path: Path) -> None:
    folder = laid(tmp_path)
    found = shelf(folder / "data", folder / "gold", folder / "seeds")
    assert list(found.files) == ["vitaminc_dev", "gold/flood"]
    assert "snli_dev" in found.missing
    assert "vitaminc_dev" not in found.missing
    assert found.chosen(["gold/flood", "snli_dev"]) == ("gold/flood",)
    with pytest.raises(UsageError, match="did you mean 'snli_dev'"):
        found.chosen(["snli_deb"])
    assert [row.id for row in found.read("vitaminc_dev").rows] == ["a", "b", "c", "d"]
    assert len(found.read("vitaminc_dev", 2).rows) == 2
    gold = found.read("gold/flood")
    assert [(row.id, row.gold, row.half) for row in gold.rows] == [
        ("open/one", S, "held"),
        ("open/two", N, "held"),
    ]


def test_a_gold_claim_that_forgets_a_source_is_refused(tmp_path: Path) -> None:
    path = laid(tmp_path) / "gold" / "flood" / "claims.jsonl"
    claim = {"id": "x", "claim": SAID, "half": "held", "stances": {"one": "supports"}}
    path.write_text(json.dumps(claim) + "\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"claims\.jsonl:1: `stances` must name every source"):
        shelf(None, tmp_path / "gold", tmp_path / "seeds").read("gold/flood")


# --- from a set to a table


def test_rows_are_judged_as_probe_judges_them() -> None:
    result = result_of(public_set("tiny", ROWS))
    assert [one.stance for one in result.judged] == [S, N, N, S]
    assert [one.sentences for one in result.judged] == [2, 1, 1, 2]
    assert [one.candidates for one in result.judged] == [1, 0, 0, 1]
    assert result.judged[0].score == 1.0


def test_processes_change_nothing_but_the_time() -> None:
    given = public_set("tiny", [{**ROWS[at % 4], "id": str(at)} for at in range(30)])
    alone = judged(given.rows, ["verbatim"], jobs=1, what="rows")
    shared = judged(given.rows, ["verbatim"], jobs=2, what="rows")
    assert [(one.stance, one.score, one.overlap) for one in alone] == [
        (one.stance, one.score, one.overlap) for one in shared
    ]


def test_each_set_has_a_line_for_the_judges_and_one_for_each_baseline() -> None:
    judges, silent, _ = lines(result_of(public_set("tiny", ROWS)))
    assert judges[:11] == (
        *("tiny", "judges", "4", "1.00/1.00/1.00", "-/0.00/0.00", "0.50/1.00/0.67"),
        *("0.556", "-", "100.0%", "0.0%", "0.0%"),
    )
    assert silent[:7] == ("tiny", "all silent", "4", "-/0.00/0.00", "-/0.00/0.00", "0.25/1.00/0.40", "0.133")
    assert silent[-3:] == ("-", "-", "-")


def test_a_gold_set_is_told_by_halves_and_whole(tmp_path: Path) -> None:
    folder = laid(tmp_path)
    result = result_of(shelf(None, folder / "gold", folder / "seeds").read("gold/flood"))
    assert [line[:2] for line in lines(result)][::3] == [
        ("gold/flood held", "judges"),
        ("gold/flood", "judges"),
    ]


def test_several_gold_sets_are_also_told_as_one() -> None:
    tiny = result_of(public_set("tiny", ROWS))
    flood, match = (
        Result(LabelledSet(f"gold/{name}", tiny.given.rows), tiny.judged) for name in ("flood", "match")
    )
    assert pooled([tiny, flood]) == ()
    (both,) = pooled([tiny, flood, match])
    assert both.given.name == "gold/*"
    assert [row.id for row in both.given.rows] == [*"abcd", *"abcd"]
    assert len(both.judged) == 8


def test_the_baseline_is_fitted_on_the_other_half() -> None:
    """All support is in the first half: fitted on the second it is never called, and fitted on it, always."""
    given = public_set("tiny", [{**ROWS[0], "id": name, "label": LABEL[fold(name, 2)]} for name in "abcdef"])
    assert [row.half for row in given.rows] == ["first", "first", "first", "second", "first", "first"]
    held = (Held(1.0, False),) * 3
    called = tuple(Judged(N, 0.0, 1, 1, 0.1, held) for _ in given.rows)
    assert overlap_calls(Result(given, called)) == [N, N, N, S, N, N]


def test_two_way_sets_have_a_line_of_cross_validation() -> None:
    rows = [
        {**ROWS[at % 2], "id": str(at), "label": "NOT_SUPPORTED" if at % 2 else "SUPPORTED"}
        for at in range(20)
    ]
    result = result_of(public_set("tiny", rows))
    assert fold_line(result) == ("tiny", "20", "10", "1.000", "1.000", "0.667")
    assert "five-fold" in report([result])


def test_the_order_of_the_rows_changes_nothing() -> None:
    rows = [{**ROWS[at % 4], "id": str(at)} for at in range(24)]
    shuffled = [*rows[::-3], *rows[-2::-3], *rows[-3::-3]]
    both = [list(lines(result_of(public_set("tiny", given)))) for given in (rows, shuffled)]
    assert [line[:-3] for line in both[0]] == [line[:-3] for line in both[1]]


def test_nothing_measured_is_said() -> None:
    assert report([]) == "Nothing was measured.\n"


# --- mistakes, and the command


def test_mistakes_are_shown_with_what_was_heard() -> None:
    rows = [{**ROWS[0], "label": "REFUTES"}, *ROWS[1:]]
    result = result_of(public_set("tiny", rows))
    shown = "\n".join(mistakes(result, wanted("tiny"), 5, ["verbatim"]))
    assert shown.startswith("tiny: 2 of 4 rows, 2 shown\n\na: contradicts, called supports (+1.00)\n")
    assert (
        f"  claim    {SAID}\n  passage  {SAID} It rained.\n  supports: {SAID}\n    verbatim supports" in shown
    )
    assert "c: contradicts, called silent (+0.00)" in shown
    assert "no passage was worth reading" in shown
    flipped = "\n".join(mistakes(result, wanted("tiny:->supports"), 5, ["verbatim"]))
    assert flipped.startswith("tiny: 1 of 4 rows, 1 shown\n\na: ")


def test_what_is_wanted_is_checked() -> None:
    assert wanted("a.docs") == Wanted("a.docs", None, None)
    assert wanted("a:supports->mixed") == Wanted("a", S, MIXED)
    with pytest.raises(UsageError, match="write SET"):
        wanted("a:supports")
    with pytest.raises(UsageError, match="'yes' is no stance"):
        wanted("a:yes->silent")


def test_the_command_measures_and_says_what_it_skipped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = str(laid(tmp_path) / "data")
    assert command.main(["--data", data, "--sets", "vitaminc_dev,snli_dev", "--judges", "verbatim"]) == 0
    shown = capsys.readouterr().out
    assert "judges: verbatim; all rows." in shown
    assert "Not there, and skipped: snli_dev." in shown
    assert "vitaminc_dev  idf overlap  4" in shown


def test_the_command_refuses_what_makes_no_sense(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (
        ["--sets", "nothing"],
        ["--judges", "me"],
        ["--data", str(tmp_path)],
        ["--errors", "snli_dev", "3"],
    ):
        assert command.main(words) == 2
        assert capsys.readouterr().err
