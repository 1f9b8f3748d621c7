"""What has become of an assertion whose file was edited: read again, and told in one line."""

from __future__ import annotations

from pytest_factcheck import assertions
from pytest_factcheck.assertions import Assertion
from pytest_factcheck.errors import InvalidInput
from pytest_factcheck.findings import Finding
from pytest_factcheck.reports.summary import RESTS_ON
from pytest_factcheck.textfile import decode


def read_again(text: str, shown: str) -> dict[str, Assertion]:
    """Return the assertions of a file that was edited, by their ids.

    Args:
        text: The file as it is to be on disk.
        shown: Its name as people see it.

    Raises:
        InvalidInput: If the edit would leave mistakes in it.
    """
    file = assertions.read(decode(text.encode("utf-8"), shown), shown)
    if file.problems:
        raise InvalidInput(file.problems)
    return {each.id: each for each in file.assertions}


def result_line(finding: Finding) -> str:
    """Return in one line what has become of an assertion whose file was edited."""
    name = finding.assertion.id
    if finding.problems:
        slugs = ", ".join(dict.fromkeys(problem.slug for problem in finding.problems))
        return f"{name}: fails: {slugs} (see `factcheck explain {name}`)"
    if finding.skipped:
        return f"{name}: not run: {finding.skipped}"
    return f"{name}: passes: {finding.verdict}, {RESTS_ON[finding.rests_on]}"
