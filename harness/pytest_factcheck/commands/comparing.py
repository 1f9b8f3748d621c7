"""What the commands share that compare: a project audited into one of two states."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pytest_factcheck.assertions import Assertion
from pytest_factcheck.boilerplate import PACKAGED
from pytest_factcheck.comparison import SourceState, State, essence
from pytest_factcheck.comparison.state import written
from pytest_factcheck.corpus import Corpus, Source
from pytest_factcheck.progress import progress
from pytest_factcheck.project import Project
from pytest_factcheck.reports.rows import AssertionRow, assertion_row

NOTHING = State()


def state(project: Project, assertions: Iterable[Assertion], what: str, like: State = NOTHING) -> State:
    """Audit assertions of a project into a state.

    Args:
        project: The project.
        assertions: Those of its assertions that are compared.
        what: Their name in the plural, for whoever waits.
        like: Another state; where a result rests on the same there, it is not looked for again.
    """
    chosen = {each.id: each for each in assertions}
    sources = {name: _source(project.corpus, source) for name, source in project.corpus.sources.items()}
    rests_on = grounds(project, chosen.values())
    known = {name for name, ground in rests_on.items() if like.grounds.get(name) == ground}
    rows: dict[str, AssertionRow] = {name: like.rows[name] for name in known}
    for each in progress([each for each in chosen.values() if each.id not in known], what):
        rows[each.id] = assertion_row(project.audit(each))
    return State(_settings(project), sources, chosen, {name: rows[name] for name in chosen}, rests_on)


def grounds(project: Project, assertions: Iterable[Assertion]) -> dict[str, object]:
    """Return by id everything that the result of each assertion rests on; equal grounds, equal results."""
    sources = {name: _source(project.corpus, source) for name, source in project.corpus.sources.items()}
    marks = {name: f"{each.digest} {essence(each.source)}" for name, each in sources.items()}
    return {each.id: _grounds(project, each, marks) for each in assertions}


def _source(corpus: Corpus, source: Source) -> SourceState:
    text = corpus.text(source.id)
    return SourceState(source, text.digest if text else "")


def _settings(project: Project) -> dict[str, str]:
    """Return what bears on every result, in words."""
    chosen, furniture = project.settings, project.corpus.furniture
    rules = (*sorted(furniture.lines - PACKAGED.lines), *furniture.starts[len(PACKAGED.starts) :])
    return {
        "assertions": chosen.assertions,
        "corpus": chosen.corpus,
        "judges": ", ".join(project.judge_names),
        "strict": "true" if chosen.strict else "false",
        "boilerplate of all sources": "; ".join(rules) or "none",
    }


def _grounds(project: Project, assertion: Assertion, marks: Mapping[str, str]) -> object:
    """Return everything that the result rests on: what is written, who is asked, and the texts in scope.

    Only the advice of a `quote-not-found` looks beyond the scope.
    """
    corpus = project.corpus
    scope = tuple(marks[each.id] for each in corpus.selected(assertion.sources, assertion.as_of))
    furniture = (tuple(sorted(corpus.furniture.lines)), corpus.furniture.starts)
    return written(assertion), project.judge_names, project.settings.strict, furniture, scope
