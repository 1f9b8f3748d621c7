"""The audit of one pytest run: rows come in from the cases, reports and tables go out.

Cases are judged in the process that runs them, which may be a worker; their rows travel on the test
reports, as text, and only the process that sees every row writes and prints.
"""

from __future__ import annotations

import json
from collections.abc import Generator
from functools import cached_property
from pathlib import Path

import pytest

from pytest_factcheck import reports
from pytest_factcheck.corpusfolder import unlisted
from pytest_factcheck.errors import FactcheckError, Problem
from pytest_factcheck.joblog import inert
from pytest_factcheck.options import judge_names
from pytest_factcheck.plugin import github
from pytest_factcheck.plugin.cases import ROW, AssertionCase, AssertionFile, Collection, mistakes
from pytest_factcheck.project import Project
from pytest_factcheck.reports import summary
from pytest_factcheck.reports.background import with_background
from pytest_factcheck.reports.failure import failure
from pytest_factcheck.reports.rows import (
    FAILED,
    SKIPPED,
    AssertionRow,
    AuditReport,
    audit_report,
    of_files,
)
from pytest_factcheck.settings import Settings

ATTRIBUTE = "factcheck_row"


def opened(config: pytest.Config, settings: Settings) -> Auditing:
    """Open the audit of a project.

    Raises:
        UsageError: If an option names a judge or a kind of report that there is not.
    """
    for path in config.option.audit_report:
        reports.check(path, config.invocation_params.dir)
    return Auditing(config, Project(settings, judge_names(config.option.audit_judges)))


class Auditing:
    """What one process knows of the audit; its methods named `pytest_…` are called by pytest."""

    def __init__(self, config: pytest.Config, project: Project) -> None:
        self._config = config
        self._project = project
        self._collection = Collection(config, project)
        self._rows: dict[str, AssertionRow] = {}
        self._refused: set[Path] = set()
        self._unwritten: dict[str, str] = {}

    def pytest_report_header(self) -> str:
        """Say which folders are audited by which judges."""
        chosen, names = self._project.settings, ", ".join(self._project.judge_names)
        return f"factcheck: {chosen.assertions}/ over {chosen.corpus}/, judges: {names}"

    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> AssertionFile | None:
        """Collect the YAML files of the project, and leave every other file alone."""
        place = self._collection.place(file_path)
        if place is None:
            return None
        file: AssertionFile = AssertionFile.from_parent(parent, path=file_path)
        file.collection, file.place = self._collection, place
        return file

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Keep the place of a file that could not be collected, in whichever process."""
        place = self._collection.place(self._config.rootpath / report.nodeid) if report.failed else None
        if place is not None:
            self._refused.add(place)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Put the row of a case on its report, as text, so that it reaches the process that writes."""
        report = yield
        if isinstance(item, AssertionCase) and call.when == "call" and ROW in item.stash:
            row = item.stash[ROW]
            setattr(report, ATTRIBUTE, json.dumps(row))
            if row["outcome"] == FAILED and not row["problems"]:
                report.longrepr = failure(row)  # pytest knows only that a strict xfail has passed
            elif row["outcome"] == SKIPPED:
                # pytest would name the line of this program that skips, and not the assertion.
                report.longrepr = (report.location[0], row["line"], row["why_not_run"])
            if isinstance(report.longrepr, str):
                report.longrepr = inert(report.longrepr)
        return report

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the row of a case that has run."""
        row = getattr(report, ATTRIBUTE, None)
        if row:
            self._rows[report.nodeid] = json.loads(row)

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Write the reports, once, in the process that sees every row."""
        if hasattr(self._config, "workerinput") or not self._told:
            return
        for path in self._config.option.audit_report:
            try:
                reports.write(self.report, path, self._config.invocation_params.dir)
            except OSError as error:
                self._unwritten[path] = error.strerror or str(error)
        try:
            github.summarize(self.report)
        except OSError as error:
            self._unwritten[github.SUMMARY] = error.strerror or str(error)
        if self._unwritten and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.USAGE_ERROR

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Show the totals and the failing rows; the whole table with -v, the last line with -q."""
        _shorten(terminalreporter)
        verbosity = terminalreporter.verbosity
        if self._told and verbosity > -2 and not self._config.option.no_summary:
            if verbosity >= 0:
                terminalreporter.section("audit")
            for line in [*(self._summary(verbosity) if self._rows else ()), *self._written()]:
                terminalreporter.write_line(inert(line))
        for line in self._not_written():
            terminalreporter.write_line(line, red=True)
        for line in github.annotated(self.report) if self._told else ():
            terminalreporter.write_line(line)

    @property
    def _told(self) -> bool:
        """Tell whether there is anything to report: an assertion that was run, or a mistake of a file."""
        return bool(self._rows or self._mistakes)

    @cached_property
    def _mistakes(self) -> tuple[Problem, ...]:
        """Return what is wrong with the files that could not be collected; asked for when all were tried."""
        return mistakes(self._project, self._refused)

    @cached_property
    def report(self) -> AuditReport:
        """Return the audit; asked for when every row has come in."""
        project = self._project
        report = audit_report(
            self._rows.values(),
            judges=project.judge_names,
            corpus=project.settings.corpus,
            unlisted=self._unlisted(),
            why_partial=self._why_partial(),
        )
        folder = github.folder_in_repository(project.settings.root)
        report = of_files(report, folder=folder, mistakes=self._mistakes)
        if self._collection.makes_page and self._rows:
            from pytest_factcheck.coverage.covering import corpus_coverage  # noqa: PLC0415 - see plugin/__init__.py

            covered = corpus_coverage(report["assertions"], project.corpus, project.judge_names)
            report = with_background(report, project.corpus, project.written(), covered)
        return report

    def _unlisted(self) -> tuple[str, ...]:
        try:
            return unlisted(self._project.corpus, self._project.settings.corpus_folder)
        except FactcheckError:
            return ()  # without a corpus nothing was audited, and what is wrong with it is told

    def _summary(self, verbosity: int) -> list[str]:
        if verbosity < 0:
            told = (
                summary.mutants(self.report, whole=False),
                summary.partial_line(self.report),
                summary.unlisted_line(self.report),
                summary.last_line(self.report["totals"]),
            )
            return [line for line in told if line]
        width = self._config.get_terminal_writer().fullwidth
        return summary.text(self.report, width, whole=verbosity > 0).splitlines()

    def _written(self) -> list[str]:
        asked: list[str] = self._config.option.audit_report
        below = self._config.invocation_params.dir
        written = [path for path in asked if path not in self._unwritten]
        told = {path: reports.remark(self.report, path, below) for path in written}
        return [f"written: {path}{f' ({remark})' if remark else ''}" for path, remark in told.items()]

    def _not_written(self) -> list[str]:
        if self._told:
            return [f"not written: {path}: {why}" for path, why in self._unwritten.items()]
        return [f"not written: {path}: no assertion was audited" for path in self._config.option.audit_report]

    def _why_partial(self) -> list[str]:
        files = self._project.files
        every = sum(len(file.assertions) for file in files.values())
        broken = dict.fromkeys(one.location.path for one in mistakes(self._project, files))
        why = []
        if len(self._rows) < every:
            why.append(f"{len(self._rows)} of {every} assertions were audited")
        if broken:
            why.append(f"cannot be used: {', '.join(broken)}")
        return why


def _shorten(terminalreporter: pytest.TerminalReporter) -> None:
    """Leave pytest's own summary, which follows, the first line of each failure.

    On CI it would print all of it a second time.
    """
    for report in terminalreporter.stats.get("failed", ()):
        if hasattr(report, ATTRIBUTE) and isinstance(report.longrepr, str):
            report.longrepr = report.longrepr.partition("\n")[0]
