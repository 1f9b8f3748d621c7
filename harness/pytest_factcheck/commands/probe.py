"""`factcheck probe`: ask the corpus about claims that no YAML holds."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from pytest_factcheck import judges, settings
from pytest_factcheck.claimfile import Asked, read_claims
from pytest_factcheck.corpus import Corpus, SourceText
from pytest_factcheck.errors import UsageError
from pytest_factcheck.examination import Examiner, Hearing, heard_stance
from pytest_factcheck.options import JUDGES_HELP, judge_names
from pytest_factcheck.progress import progress
from pytest_factcheck.project import open_corpus
from pytest_factcheck.reports.rows import ReasonRow, hearing_row
from pytest_factcheck.reports.tables import text_table
from pytest_factcheck.settings import Settings
from pytest_factcheck.verdict import SIDES
from pytest_factcheck.vocabulary import Question, Stance
from pytest_factcheck.wholefile import write_whole

if TYPE_CHECKING:
    from pytest_factcheck.commands import Subparsers

STREAM = "-"
EPILOG = """\
Each line of the answer to --claims is about one claim and one source, claim after claim, source after source:
  id          the claim's own
  source      the id of the source
  file        its text, relative to the corpus folder
  stance      supports, contradicts, mixed (both), undecided (cues, but not enough to say), or silent
  score       from -1 (contradicts) to 1 (supports)
  decided_by  the judge whose word counts; empty where nothing speaks
  evidence    the passages that speak, best first: stance, start and end (code points), line, quote
  reasons     why: a code that stays the same, and a sentence

Examples:
  factcheck probe "The talks lasted about 100 minutes." --corpus seeds
  factcheck probe --claims claims.jsonl --output answers.jsonl
"""


class EvidenceLine(TypedDict):
    """One passage that speaks."""

    stance: str
    start: int
    end: int
    line: int
    quote: str


class Answer(TypedDict):
    """What one source says of one claim."""

    id: str | int
    source: str
    file: str
    stance: str
    score: float
    decided_by: str
    evidence: list[EvidenceLine]
    reasons: list[ReasonRow]


def add(groups: Subparsers) -> None:
    """Add the parser of this command."""
    parser = groups.add_parser(
        "probe",
        help="ask the corpus about a claim that no YAML holds",
        description="Ask every source of a corpus about a claim, or about a file of claims.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("claim", metavar="CLAIM", nargs="?", help="one checkable sentence")
    parser.add_argument(
        "--claims",
        metavar="FILE",
        help='a file with one {"id": …, "claim": …} on each line; - is standard input',
    )
    parser.add_argument("--output", metavar="FILE", help="write JSON lines to FILE; - is standard output")
    parser.add_argument(
        "--corpus",
        metavar="FOLDER",
        help="a folder of texts, with or without a manifest, instead of the project's",
    )
    parser.add_argument("--judges", metavar="NAMES", help=JUDGES_HELP)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Answer a claim as a table, or a file of claims as JSON lines."""
    asked = _asked(chosen)
    to_file = chosen.output not in (None, STREAM)
    if to_file:
        _check_output(Path(chosen.output))
    examiner = _examiner(chosen)
    _tell_missing(examiner.corpus)
    if chosen.claims is None and chosen.output is None:
        sys.stdout.write(answer(examiner, asked[0].claim, shutil.get_terminal_size().columns) + "\n")
        return 0
    lines = (f"{as_line(row)}\n" for each in progress(asked, "claims") for row in answers(examiner, each))
    if to_file:
        write_whole(Path(chosen.output), "".join(lines))
    else:
        sys.stdout.writelines(lines)
    return 0


def answer(examiner: Examiner, claim: str, width: int = 0) -> str:
    """Return what each source says of a claim, as a table."""
    cells = [_cells(row) for row in answers(examiner, Asked("", claim))]
    return text_table(("source", "stance", "by", "where", "quote and reason"), cells, width)


def answers(examiner: Examiner, asked: Asked) -> Iterator[Answer]:
    """Yield what each source says of a claim, in the order of the corpus."""
    question, corpus = Question(asked.claim), examiner.corpus
    for name in corpus.sources:
        text = corpus.text(name)
        if text is not None:
            yield _answer(examiner, asked, question, text)


def as_line(row: Answer) -> str:
    """Return an answer as one line of JSON, also for readers that end a line at U+0085, U+2028 or U+2029."""
    return json.dumps(row, ensure_ascii=False).translate(LINE_ENDS)


LINE_ENDS = {code: f"\\u{code:04x}" for code in (0x85, 0x2028, 0x2029)}


def score(hearings: Iterable[Hearing], stance: Stance) -> float:
    """Return the score of a source: that of the strongest passage on its side; 0 if it is on both.

    Where no passage takes a side, it is the strongest that any judge leans to.
    """
    heard = tuple(hearings)
    if stance is Stance.MIXED:
        return 0.0
    own = [h.decisive.score for h in heard if h.decisive and h.stance is stance and stance in SIDES]
    every = [opinion.score for hearing in heard for opinion in hearing.opinions]
    strongest = max(own or every, key=lambda score: (abs(score), -score), default=0.0)
    return round(strongest, 4) + 0.0  # never -0.0


def _answer(examiner: Examiner, asked: Asked, question: Question, text: SourceText) -> Answer:
    hearings = examiner.examine(question, text)
    speaking = [hearing for hearing in hearings if hearing.stance is not Stance.SILENT]
    stance = heard_stance(speaking)
    shown = [hearing_row(hearing, text.line_index) for hearing in _best_first(speaking)]
    reasons = [reason for row in shown for reason in row["reasons"]]
    if not examiner.reads(text):
        # Nobody has read it, so nobody may say that it is silent.
        stance = Stance.UNDECIDED
        reasons = [ReasonRow(code="not-judged", text=f"no judge reads `{text.source.language}`")]
    return Answer(
        id=asked.id,
        source=text.source.id,
        file=text.source.path.removeprefix(f"{examiner.corpus.path}/"),
        stance=str(stance),
        score=score(hearings, stance),
        decided_by=shown[0]["by"] if shown else "",
        evidence=[
            EvidenceLine(
                stance=row["stance"], start=row["start"], end=row["end"], line=row["line"], quote=row["quote"]
            )
            for row in shown
        ],
        reasons=reasons,
    )


def _best_first(speaking: Sequence[Hearing]) -> list[Hearing]:
    """Return hearings with contradiction first, then support, then the rest, the strongest of each first."""
    order = {Stance.CONTRADICTS: 0, Stance.SUPPORTS: 1, Stance.UNDECIDED: 2}

    def rank(hearing: Hearing) -> tuple[int, float]:
        strength = abs(hearing.decisive.score) if hearing.decisive else 0.0
        return order[hearing.stance], -strength

    return sorted(speaking, key=rank)


def _asked(chosen: argparse.Namespace) -> list[Asked]:
    if (chosen.claim is None) == (chosen.claims is None):
        raise UsageError("give one CLAIM, or a file of them with --claims")
    if chosen.claims is not None:
        raw = sys.stdin.buffer.read() if chosen.claims == STREAM else Path(chosen.claims).read_bytes()
        return read_claims(raw, "standard input" if chosen.claims == STREAM else chosen.claims)
    if not chosen.claim.strip():
        raise UsageError("the claim is empty")
    return [Asked("claim", chosen.claim.encode("utf-8", "replace").decode("utf-8"))]


def _check_output(path: Path) -> None:
    """Refuse an output that cannot be written before a long work begins."""
    if path.is_dir():
        raise UsageError(f"{path}: this is a folder; name a file")
    above = next(folder for folder in path.absolute().parents if folder.exists())
    if not above.is_dir() or not os.access(above, os.W_OK):
        raise UsageError(f"{path}: no file can be written there")


def _examiner(chosen: argparse.Namespace) -> Examiner:
    found = settings.find(Path.cwd())
    known = found or Settings(Path.cwd())
    if chosen.corpus is None and found is None:
        raise UsageError("no project here; name a folder of texts with --corpus")
    if chosen.corpus is None:
        corpus = open_corpus(known.corpus_folder, known.corpus)
    else:
        folder = Path(chosen.corpus)
        corpus = open_corpus(folder, folder.as_posix())
    return Examiner(corpus, judges.named(judge_names(chosen.judges) or known.judges))


def _tell_missing(corpus: Corpus) -> None:
    missing = [name for name in corpus.sources if corpus.text(name) is None]
    if missing:
        sys.stderr.write(f"not asked, because the text is not on this machine: {', '.join(missing)}\n")


def _cells(row: Answer) -> tuple[str, ...]:
    reason = row["reasons"][0]["text"] if row["reasons"] else ""
    if not row["evidence"]:
        return row["source"], row["stance"], "", "", reason
    best = row["evidence"][0]
    said = f"“{best['quote']}”" + (f" — {reason}" if reason else "")
    return row["source"], row["stance"], row["decided_by"], f"{row['source']}:{best['line']}", said
