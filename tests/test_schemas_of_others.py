"""The schemas of others that tests rely on are the ones that were taken, and are schemas."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest
from jsonschema.validators import validator_for

FOLDER = Path(__file__).parent / "schemas"
FILES = sorted(FOLDER.glob("*.json"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_schema_is_the_one_that_was_taken(path: Path) -> None:
    listed = re.findall(r"^([0-9a-f]{64})  (\S+)$", (FOLDER / "README.md").read_text("utf-8"), re.MULTILINE)
    assert (hashlib.sha256(path.read_bytes()).hexdigest(), path.name) in listed
    assert len(listed) == len(FILES)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_schema_fits_its_own_standard(path: Path) -> None:
    schema = json.loads(path.read_text(encoding="utf-8"))
    validator_for(schema).check_schema(schema)
