"""`factcheck source`: the texts of the corpus. Each action is a module, which adds its own parser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_factcheck.commands.source import adding, check, listing, lock, show, update

if TYPE_CHECKING:
    from pytest_factcheck.commands import Subparsers

ACTIONS = (adding, listing, show, update, check, lock)


def add(groups: Subparsers) -> None:
    """Add the parsers of this command."""
    parser = groups.add_parser(
        "source",
        help="add texts to the corpus, look at them, replace them, and lock their digests",
        description="Add texts to the corpus, look at them, replace them, and lock their digests.",
    )
    actions = parser.add_subparsers(title="actions", required=True, metavar="ACTION")
    for action in ACTIONS:
        action.add(actions)
