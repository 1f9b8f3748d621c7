"""The first line of a YAML file that tells editors its schema."""

from __future__ import annotations

import os
from pathlib import Path

from pytest_factcheck.settings import Settings


def modeline(settings: Settings, folder: Path, schema: str) -> str:
    """Return the line with its line feed; nothing where the project has no schema at its usual place.

    Args:
        settings: The project's.
        folder: Where the file lies.
        schema: The name of the schema.
    """
    path = settings.root / "schema" / f"{schema}.schema.json"
    if not path.is_file():
        return ""
    return f"# yaml-language-server: $schema={os.path.relpath(path, folder).replace(os.sep, '/')}\n"
