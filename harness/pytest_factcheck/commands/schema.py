"""`factcheck schema`: print a schema, from which an editor knows the keys and values of a file."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING

from pytest_factcheck.errors import UsageError, did_you_mean
from pytest_factcheck.schema import NAMES, schema_text

if TYPE_CHECKING:
    from pytest_factcheck.commands import Subparsers

EPILOG = """\
Examples:
  factcheck schema
  factcheck schema assertions > schema/assertions.schema.json
"""
USE = """\
To have an editor use one, write it beside your files and name it in their
first line:
  factcheck schema assertions > schema/assertions.schema.json
  # yaml-language-server: $schema=../schema/assertions.schema.json
"""


def add(groups: Subparsers) -> None:
    """Add the parser of this command."""
    parser = groups.add_parser(
        "schema",
        help="print a JSON Schema for editors and other tools",
        description="Print the JSON Schema of a kind of file, or list the schemas.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("name", metavar="NAME", nargs="?", help=f"which schema: {', '.join(NAMES)}")
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Print one schema as it is, or a line for each."""
    if given.name is None:
        sys.stdout.write(f"{listed()}\n{USE}")
        return 0
    if given.name not in NAMES:
        advice = did_you_mean(given.name, NAMES) or f"there are {', '.join(NAMES)}"
        raise UsageError(f"there is no schema `{given.name}` ({advice})")
    sys.stdout.write(schema_text(given.name))
    return 0


def listed() -> str:
    """Return a line for each schema: its name and its title."""
    width = max(map(len, NAMES)) + 2
    return "".join(f"{name:{width}}{json.loads(schema_text(name))['title']}\n" for name in NAMES)
