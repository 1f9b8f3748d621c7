"""Tags that pytest would act on are a mistake of the assertion."""

from __future__ import annotations

import pytest

from pytest_factcheck import assertions
from pytest_factcheck.assertions.tags import RESERVED, reserved

FILE = "assertions:\n  - id: rain\n    claim: Rain fell.\n    expect: absent\n    tags: [{}]\n"


def told(tags: str) -> list[str]:
    (assertion,) = assertions.read(FILE.format(tags), "f.yaml").assertions
    return [str(problem) for problem in reserved(assertion)]


@pytest.mark.parametrize("tag", sorted(name for name in RESERVED if "_" not in name))
def test_a_tag_that_would_switch_a_test_off_or_break_a_choice_is_told(tag: str) -> None:
    assert told(f"weather, {tag}") == [
        f"f.yaml:2:5: bad-value: `tags`: pytest keeps {tag} for itself (use another word)"
    ]


def test_all_of_them_are_told_at_once_and_in_order() -> None:
    assert "pytest keeps flaky, skip, xfail for itself" in told("xfail, skip, flaky")[0]


def test_other_tags_are_free() -> None:
    assert told("skipping, weather, x-fail") == []
