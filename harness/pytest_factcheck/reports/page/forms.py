"""Forms: an audit as a folder of pages, and the same views in one file."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from pytest_factcheck.distribution import installed_version
from pytest_factcheck.reports.page.addresses import (
    CLAIM,
    DISAGREEMENTS,
    FILE,
    OVERVIEW,
    SOURCE,
    SOURCES,
    Addresses,
    InFile,
    InFolder,
    View,
    path_of,
)
from pytest_factcheck.reports.page.articles import Article, article_of, by_source
from pytest_factcheck.reports.page.claims import Claim, claim_of, disagreeing
from pytest_factcheck.reports.page.overview import bars, data
from pytest_factcheck.reports.page.rendering import asset, markup, render
from pytest_factcheck.reports.page.size import too_large
from pytest_factcheck.reports.rows import AssertionRow, AuditReport, VoiceRow
from pytest_factcheck.reports.shapes import TextRow
from pytest_factcheck.reports.summary import last_line, partial_line, unlisted_line

STYLE, SCRIPT = "page.css", "page.js"
# Without scripts from elsewhere, frames, forms, or anything that is fetched.
POLICY = "default-src 'none'; script-src {script}; style-src {style}; base-uri 'none'; form-action 'none'"


class _Audit:
    """An audit with everything that its pages show, each part made when it is first asked for."""

    def __init__(self, report: AuditReport) -> None:
        self.report = report
        self.texts: dict[str, TextRow] = {text["id"]: text for text in report.get("texts", ())}
        self.files: dict[str, str] = {file["path"]: file["text"] for file in report.get("files", ())}
        self.version = installed_version()

    @cached_property
    def claims(self) -> dict[str, Claim]:
        return {row["id"]: claim_of(row, self.texts) for row in self.report["assertions"]}

    @cached_property
    def articles(self) -> dict[str, Article]:
        asked = by_source(self.report["assertions"])
        covered = (
            {one["id"]: one for one in self.report["coverage"]["sources"]}
            if "coverage" in self.report
            else {}
        )
        return {
            name: article_of(text, asked.get(name, ()), covered.get(name))
            for name, text in self.texts.items()
        }

    @cached_property
    def by_place(self) -> dict[str, dict[int, AssertionRow]]:
        """Return the rows by their file, and by the line where each begins."""
        found: dict[str, dict[int, AssertionRow]] = {}
        for row in self.report["assertions"]:
            found.setdefault(row["path"], {})[row["line"]] = row
        return found

    @cached_property
    def disagreements(self) -> tuple[Claim, ...]:
        return tuple(disagreeing(self.claims))

    @cached_property
    def names(self) -> dict[str, str]:
        return {name: text["publisher"] or text["title"] or name for name, text in self.texts.items()}

    @cached_property
    def remarks(self) -> list[str]:
        report = self.report
        return [line for line in (partial_line(report), unlisted_line(report)) if line]

    def views(self) -> Iterator[View]:
        """Yield everything that has a page of its own, in order."""
        yield from (View(OVERVIEW), View(DISAGREEMENTS), View(SOURCES))
        yield from (View(CLAIM, row["id"]) for row in self.report["assertions"])
        yield from (View(SOURCE, name) for name in self.texts)
        yield from (View(FILE, path) for path in self.files)


@dataclass(frozen=True, slots=True)
class Page:
    """A file of a folder of pages: its path in the folder, and what makes its text when it is asked for."""

    path: str
    text: Callable[[], str]


def as_folder(report: AuditReport) -> list[Page]:
    """Return every file of a folder of pages.

    Args:
        report: The audit, with its texts and files.
    """
    audit = _Audit(report)
    pages = [Page(path_of(view), partial(_page, audit, view)) for view in audit.views()]
    return [*pages, *(Page(name, partial(asset, name)) for name in (STYLE, SCRIPT))]


def _page(audit: _Audit, view: View) -> str:
    to = InFolder(view)
    return render(
        "page.html",
        policy=POLICY.format(script="'self'", style="'self'"),
        content=markup(_content(audit, view, to)),
        style=to.root + STYLE,
        script=to.root + SCRIPT,
        **_frame(audit, view, to),
    )


def as_file(report: AuditReport) -> str:
    """Return every view in one file, which needs no other.

    Args:
        report: The audit, with its texts and files.
    """
    audit = _Audit(report)
    style, script = asset(STYLE), asset(SCRIPT)
    contents = [
        (view, _title(audit, view), markup(_content(audit, view, InFile(view)))) for view in audit.views()
    ]
    return render(
        "whole.html",
        policy=POLICY.format(script=_digest(script), style=_digest(style)),
        contents=contents,
        style=markup(style),
        script=markup(script),
        **_frame(audit, View(OVERVIEW), InFile(View(OVERVIEW))),
    )


def _frame(audit: _Audit, view: View, to: Addresses) -> dict[str, object]:
    """Return what every page has around its content."""
    return {
        "to": to,
        "view": view,
        "title": _title(audit, view),
        "corpus": audit.report["corpus"],
        "judges": audit.report["judges"],
        "disagreements": len(audit.disagreements),
        "version": audit.version,
    }


def _content(audit: _Audit, view: View, to: Addresses) -> str:
    return render(
        f"{view.kind}.html",
        to=to,
        report=audit.report,
        names=audit.names,
        **_SHOWN[view.kind](audit, view, to),
    )


def _overview(audit: _Audit, _view: View, to: Addresses) -> Mapping[str, object]:
    report = audit.report
    return {
        "bars": bars(report),
        "data": markup(data(report, list(audit.texts.values()), to)),
        "summary": last_line(report["totals"]),
        "covered": report["coverage"]["totals"] if "coverage" in report else None,
        "remarks": [*audit.remarks, *filter(None, [too_large(report) if isinstance(to, InFile) else ""])],
        "texts": audit.texts,
        "tags": sorted({tag for row in report["assertions"] for tag in row["tags"]}),
    }


def _claim(audit: _Audit, view: View, _to: Addresses) -> Mapping[str, object]:
    claim = audit.claims[view.name]
    return {"claim": claim, "row": claim.row}


def _source(audit: _Audit, view: View, _to: Addresses) -> Mapping[str, object]:
    article = audit.articles[view.name]
    return {"article": article, "text": article.text}


def _file(audit: _Audit, view: View, _to: Addresses) -> Mapping[str, object]:
    lines = audit.files[view.name].splitlines()
    return {"path": view.name, "lines": lines, "rows": audit.by_place.get(view.name, {})}


def _disagreements(audit: _Audit, _view: View, _to: Addresses) -> Mapping[str, object]:
    return {"claims": audit.disagreements, "values": _values}


def _sources(audit: _Audit, _view: View, _to: Addresses) -> Mapping[str, object]:
    return {"articles": list(audit.articles.values())}


_SHOWN = {
    OVERVIEW: _overview,
    CLAIM: _claim,
    SOURCE: _source,
    FILE: _file,
    DISAGREEMENTS: _disagreements,
    SOURCES: _sources,
}


def _values(voice: VoiceRow) -> tuple[str, str] | None:
    """Return the value of the claim and the one of the source, where a judge has compared two."""
    first = next(iter(voice["compared"]), None)
    return (first["claim"], first["source"]) if first else None


def _title(audit: _Audit, view: View) -> str:
    if view.kind == CLAIM:
        return audit.claims[view.name].row["claim"]
    if view.kind == SOURCE:
        return audit.names[view.name]
    return {OVERVIEW: "Overview", DISAGREEMENTS: "Disagreements", SOURCES: "Sources"}.get(
        view.kind, view.name
    )


def _digest(text: str) -> str:
    """Return the mark by which a policy knows a script or a style (Content Security Policy Level 3)."""
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
