"""The audit as SARIF 2.1.0, which GitHub's code scanning and many editors read.

Each problem is one result, at its place in the YAML, with the words of the sources as related locations. The
fingerprints hold no line number and no wording of this program, so that a problem is known again when lines
move. Only the rules that occur are listed: a reader who opens the file sees what it is about.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote

from pytest_factcheck import distribution
from pytest_factcheck.reports.jsontext import json_text
from pytest_factcheck.reports.results import Result, in_repository, results
from pytest_factcheck.reports.rows import AuditReport, ExcerptRow
from pytest_factcheck.reports.rules import Rule
from pytest_factcheck.reports.tables import plain

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
# The name of our own fingerprint carries a version; GitHub compares the one with the other name only.
FINGERPRINTS = ("factcheckProblem/v1", "primaryLocationLineHash")
ESCAPES = str.maketrans({"\\": "\\\\", "[": "\\[", "]": "\\]", "{": "{{", "}": "}}"})
Node = dict[str, object]


def write(report: AuditReport) -> str:
    """Return the audit as SARIF."""
    found = list(results(report))
    used = {result.rule.id: result.rule for result in found}
    run: Node = {
        "tool": {"driver": {**_tool(), "rules": [_rule(used[name]) for name in sorted(used)]}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The root of the repository."}}},
        "invocations": [_invocation(report)],
        "results": _results(report, found, sorted(used)),
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_text(log)


def _tool() -> Node:
    found = distribution.installed_version()
    return {"name": distribution.NAME, **({"version": found} if found else {})}


def _rule(rule: Rule) -> Node:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.short},
        "fullDescription": {"text": rule.short},
        "help": {"text": rule.help, "markdown": rule.help},
        "defaultConfiguration": {"level": rule.level},
    }


def _invocation(report: AuditReport) -> Node:
    """Return whether the audit was done, and what was left out of it."""
    told = [{"level": "warning", "message": {"text": _text(why)}} for why in report["why_partial"]]
    return {"executionSuccessful": not report["mistakes"], "toolExecutionNotifications": told}


def _results(report: AuditReport, found: Iterable[Result], names: Sequence[str]) -> list[Node]:
    seen: Counter[tuple[str, ...]] = Counter()
    made = []
    for result in found:
        known_by = _identity(result)
        made.append(_result(report, result, names.index(result.rule.id), (*known_by, str(seen[known_by]))))
        seen[known_by] += 1
    return made


def _result(report: AuditReport, result: Result, index: int, known_by: Iterable[str]) -> Node:
    problem, related = result.problem, result.problem["related"]
    fingerprint = hashlib.sha256("\0".join(known_by).encode("utf-8")).hexdigest()
    location: Node = {
        "physicalLocation": {
            "artifactLocation": _artifact(report, problem["path"]),
            "region": {"startLine": problem["line"], "startColumn": problem["column"]},
        }
    }
    if result.assertion:
        case = f"{problem['path']}::{result.name}"
        location["logicalLocations"] = [{"name": result.name, "fullyQualifiedName": case}]
    made: Node = {
        "ruleId": result.rule.id,
        "ruleIndex": index,
        "level": result.level,
        "message": {"text": _message(result)},
        "locations": [location],
        "partialFingerprints": dict.fromkeys(FINGERPRINTS, fingerprint),
    }
    if related:
        made["relatedLocations"] = [_related(report, number, one) for number, one in enumerate(related, 1)]
    if result.accepted:
        justified = {"kind": "inSource", "status": "accepted", "justification": plain(result.accepted)}
        made["suppressions"] = [justified]
    return made


def _identity(result: Result) -> tuple[str, ...]:
    """Return what a problem is known by: assertion and rule, and the words of the sources that it is about.

    A mistake of a file is known by the file. Those that are alike are counted by who calls this.
    """
    if result.assertion is None:
        return result.rule.id, result.problem["path"]
    words = [part for one in result.problem["related"] for part in (one["path"], plain(one["words"]))]
    return (result.rule.id, result.name, *words)


def _message(result: Result) -> str:
    problem = result.problem
    said = f"{result.name}: {problem['message']}" if result.name else problem["message"]
    parts = [_text(said)]
    if problem["advice"]:
        parts.append(f"To do: {_text(problem['advice'])}")
    # GitHub shows a related location only where the message leads to it.
    links = [f"[{_text(_shown(one))}]({number})" for number, one in enumerate(problem["related"], 1)]
    if links:
        parts.append(f"See {', '.join(links)}")
    return " ".join(part if part.endswith((".", "?")) else f"{part}." for part in parts)


def _related(report: AuditReport, number: int, one: ExcerptRow) -> Node:
    region: Node = {"startLine": one["line"], "startColumn": one["column"]}
    if one["words"]:
        region |= {
            "endLine": one["end_line"],
            "endColumn": one["end_column"],
            "snippet": {"text": one["words"]},
        }
    return {
        "id": number,
        "message": {"text": _text(f"“{one['words']}”" if one["words"] else "the source")},
        "physicalLocation": {"artifactLocation": _artifact(report, one["path"]), "region": region},
    }


def _shown(one: ExcerptRow) -> str:
    return f"{one['path']}:{one['line']}"


def _artifact(report: AuditReport, path: str) -> Mapping[str, str]:
    return {"uri": quote(in_repository(report, path)), "uriBaseId": ROOT}


def _text(words: str) -> str:
    """Return words as a message of SARIF that shows them as they are, without links or placeholders."""
    return plain(words).translate(ESCAPES)
