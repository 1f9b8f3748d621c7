"""`factcheck new`: draft an assertion on a claim from what the corpus says of it, and append it to a file."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pytest_factcheck.assertions import Assertion
from pytest_factcheck.assertions.appending import appended, begun
from pytest_factcheck.commands import opened
from pytest_factcheck.commands.asking import claim_of
from pytest_factcheck.commands.choosing import Dialogue, agreed, chosen_by_reviewer
from pytest_factcheck.commands.modeline import modeline
from pytest_factcheck.commands.outcome import read_again, result_line
from pytest_factcheck.commands.terminal import ask, is_watched, width
from pytest_factcheck.corpus import slugged
from pytest_factcheck.drafting import (
    MOST,
    Offer,
    chosen_by_judges,
    entry,
    expectation,
    name_for,
    nearest,
    offers,
    proposed_slots,
    strongest,
)
from pytest_factcheck.errors import Problem, UsageError, visible
from pytest_factcheck.findings import Finding
from pytest_factcheck.folders import YAML_SUFFIXES, is_read
from pytest_factcheck.misses import nearest_clause
from pytest_factcheck.options import JUDGES_HELP
from pytest_factcheck.progress import progress
from pytest_factcheck.project import Project
from pytest_factcheck.reports.advice import todo
from pytest_factcheck.reports.tables import folded
from pytest_factcheck.retrieval import understood
from pytest_factcheck.vocabulary import Question, Stance, Verdict
from pytest_factcheck.wholefile import check_writable, write_whole
from pytest_factcheck.yamlfile.layout import Value

if TYPE_CHECKING:
    from pytest_factcheck.commands import Subparsers

FIRST_FILE = "claims.yaml"  # where nothing is near, and no file was named
ABSENT = "The judges found nothing. They miss much that is said in other words, so look yourself:"
UNDECIDED = "No judge could decide these passages; look yourself:"
EPILOG = """\
On a terminal each passage is shown with the words to quote, and you keep it
(y), drop it (n), or type other words of that source (e). Without a terminal,
or with --yes, what the judges decided is kept. The assertion is then audited;
if it fails all the same, the command says why and exits 1, so that you can
mend it.

Examples:
  factcheck new "The talks lasted about 100 minutes."
  factcheck new "Kyiv handed over a list." --file assertions/lists.yaml --yes
"""


def add(groups: Subparsers) -> None:
    """Add the parser of this command."""
    parser = groups.add_parser(
        "new",
        help="draft an assertion on a claim, with quotes from the corpus",
        description="Search the corpus for a claim, choose the words to quote, and append an\n"
        "assertion to a file. Nothing else in the file changes.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("claim", metavar="CLAIM", help="one checkable sentence, in quotes")
    parser.add_argument(
        "--file", metavar="FILE", help="the file of assertions (default: that of the claim most like it)"
    )
    parser.add_argument("--id", metavar="ID", help="the id (default: words of the claim)")
    parser.add_argument("--yes", action="store_true", help="ask nothing: keep what the judges decided")
    parser.add_argument("--judges", metavar="NAMES", help=JUDGES_HELP)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Draft an assertion and write it; 1 if it fails, or if the reviewer does not want it."""
    project = opened(given.judges)
    question = _question(given.claim)
    known = project.assertions
    _check_new(question.claim, known)
    name = _name(given.id, question.claim, [each.id for each in known])
    path = _path(project, given.file, question.claim)
    if path.exists():
        check_writable(path, project.settings.shown(path))  # before anybody is asked anything
    dialogue = None if given.yes else _dialogue()
    draft = _best(project, path, name, question.claim, _evidence(project, question, dialogue))
    sys.stdout.writelines(f"{visible(line)}\n" for line in draft.block.split("\n"))
    if dialogue and not agreed(f"write it to {draft.shown}?", dialogue):
        sys.stdout.write("nothing was written\n")
        return 1
    _write(path, draft)
    sys.stdout.write(f"\nwritten: {draft.assertion.location}\n{_told(project, draft.finding)}\n")
    return 1 if draft.finding.problems else 0


def _write(path: Path, draft: Draft) -> None:
    if _content(path) != draft.before:
        raise UsageError(
            f"{draft.shown}: this file was changed in the meantime, and stays as it is; draft again"
        )
    write_whole(path, draft.text)


def _evidence(project: Project, question: Question, dialogue: Dialogue | None) -> list[Offer]:
    """Return what is kept of the passages that speak, by the reviewer where there is one."""
    sources = progress(tuple(project.corpus.sources), "sources")
    found = offers(project.examiner, question, sources)
    offered = strongest(found)
    if dialogue is None:
        return chosen_by_judges(offered)
    told = [_overview(project, found)]
    if len(offered) < len(found):
        told.append(f"the strongest {len(offered)} of {len(found)} passages are shown")
    if not offered:
        told.append(_nearest(project, question))
    for line in (part for words in told for part in folded(words, dialogue.width)):
        dialogue.tell(line)
    return chosen_by_reviewer(project.examiner, question, offered, dialogue)


def _told(project: Project, finding: Finding) -> str:
    """Return what has become of the draft: that it passes and on what it rests, or why it does not."""
    name = finding.assertion.id
    if finding.problems:
        return "\n".join(["It does not pass yet:", *_first(map(_problem, finding.problems), name)])
    lines = [result_line(finding)]
    if finding.to_look_at:
        looks = (folded(look, width(), margin="  ") for look in finding.to_look_at)
        lines += [UNDECIDED, *_first(looks, name)]
    elif finding.verdict is Verdict.ABSENT and not finding.skipped:
        lines += folded(ABSENT, width())
        lines += folded(_nearest(project, finding.assertion.question), width())
    return "\n".join(lines)


def _first(told: Iterable[Iterable[str]], name: str) -> Iterator[str]:
    """Yield the lines of the first things of many, and where the others are told."""
    every = list(told)
    yield from (line for lines in every[:MOST] for line in lines)
    if len(every) > MOST:
        yield f"… and {len(every) - MOST} more: factcheck explain {name}"


def _nearest(project: Project, question: Question) -> str:
    texts = (project.corpus.text(name) for name in project.corpus.sources)
    return nearest_clause(project.examiner, question, filter(None, texts))


def _problem(problem: Problem) -> Iterator[str]:
    yield from folded(f"{problem.location}: {problem.slug}: {problem.message}", width(), margin="  ")
    yield from (f"  {line}" for line in todo(problem.advice, width() - 2))


@dataclass(frozen=True, slots=True)
class Draft:
    """A file with the new assertion in it, and what the audit finds."""

    shown: str
    before: str
    text: str
    block: str
    assertion: Assertion
    finding: Finding


def _question(words: str) -> Question:
    question = Question(" ".join(claim_of(words).split()))
    if not question.claim.isprintable():
        raise UsageError(f"the claim holds characters that nobody sees: {visible(question.claim)}")
    if len(question.claim.split()) == 1:
        raise UsageError(f"`{question.claim}` is no claim: write a whole sentence, in quotes")
    if not understood(question).asks:
        raise UsageError(
            "the claim holds no word by which a source could be searched: write names and things out"
        )
    return question


def _check_new(claim: str, known: Sequence[Assertion]) -> None:
    for assertion in known:
        if " ".join(assertion.claim.split()).casefold() == claim.casefold():
            raise UsageError(f"{assertion.location}: `{assertion.id}` makes this claim already")


def _name(given: str | None, claim: str, taken: Sequence[str]) -> str:
    if given is None:
        return name_for(claim, taken)
    if not given or slugged(f"{given}.") != given:
        advice = slugged(f"{given}.") or "talks-end"
        raise UsageError(
            f"--id: `{given}` is no id: small letters, digits and single hyphens, as in `{advice}`"
        )
    if given in taken:
        raise UsageError(f"--id: `{given}` is taken; choose another, or leave --id out")
    return given


def _path(project: Project, given: str | None, claim: str) -> Path:
    if given is None:
        near = nearest(claim, project.assertions)
        places = {file.path: path for path, file in project.files.items()}
        return places[near.location.path] if near else project.settings.assertions_folder / FIRST_FILE
    path, folder = Path(given).resolve(), project.settings.assertions_folder
    if path.is_dir() or path.suffix.lower() not in YAML_SUFFIXES:
        raise UsageError(f"--file: `{given}` does not end in .yaml")
    if not path.is_relative_to(folder.resolve()):
        raise UsageError(
            f"--file: `{given}` does not lie below {project.settings.assertions}, so nobody would run it"
        )
    place = folder / path.relative_to(folder.resolve())
    if not is_read(place, folder):
        raise UsageError(f"--file: `{given}` is hidden by a name with a dot, so nobody would run it")
    return place


def _dialogue() -> Dialogue | None:
    """Return a dialogue with the person at the terminal, or None if there is nobody."""
    return Dialogue(ask, lambda line: sys.stdout.write(f"{line}\n"), width()) if is_watched() else None


def _overview(project: Project, offered: Sequence[Offer]) -> str:
    speaking = {offer.source for offer in offered if offer.stance is not Stance.SILENT}
    silent = [name for name in project.corpus.sources if all(offer.source != name for offer in offered)]
    near = sorted({offer.source for offer in offered} - speaking)
    counts = [f"sources that speak of it: {len(speaking)} of {len(project.corpus.sources)}"]
    for what, names in (("near it", near), ("silent", silent)):
        counts += [f"{what}: {', '.join(names)}"] if names else []
    return "; ".join(counts)


def _best(project: Project, path: Path, name: str, claim: str, kept: Sequence[Offer]) -> Draft:
    """Return the draft with the slots that the claim implies, or without where that has fewer problems."""
    choices = dict.fromkeys((proposed_slots(claim, kept), ()))
    entries = (entry(claim, name, expectation(kept), kept, slots) for slots in choices)
    return min((_draft(project, path, each) for each in entries), key=lambda made: len(made.finding.problems))


def _draft(project: Project, path: Path, data: Mapping[str, Value]) -> Draft:
    shown, before = project.settings.shown(path), _content(path)
    if path.exists():
        text = appended(before, shown, data)
    else:
        line = modeline(project.settings, path.parent, "assertions")
        text = begun(path.stem.replace("-", " ").capitalize(), data, line)
    assertion = read_again(text, shown)[str(data["id"])]
    return Draft(shown, before, text, _added(before, text), assertion, project.audit(assertion))


def _added(before: str, after: str) -> str:
    """Return the lines that one text has and the other has not, which are all in one place."""
    old, new = before.splitlines(), after.splitlines()
    start = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), len(old))
    tail = list(zip(reversed(old[start:]), reversed(new[start:]), strict=False))
    end = next((at for at, (a, b) in enumerate(tail) if a != b), len(tail))
    return "\n".join(new[start : len(new) - end]).strip("\n")


def _content(path: Path) -> str:
    return path.read_bytes().decode("utf-8") if path.exists() else ""
