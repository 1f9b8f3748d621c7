"""Schemas: what files may hold, and every way in which one breaks it, in plain words at its place.

The wheel carries the schemas themselves in this folder; in a checkout they stand in the top-level one.
"""

from pytest_factcheck.schema.validation import NAMES, schema_text, validate

__all__ = ["NAMES", "schema_text", "validate"]
