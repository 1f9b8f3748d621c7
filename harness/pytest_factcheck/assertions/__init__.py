"""Assertions: what reviewers write, read into checked values, with every mistake of a file at once."""

from pytest_factcheck.assertions.declarations import (
    Assertion,
    AssertionFile,
    Attestation,
    Evidence,
    fingerprint,
)
from pytest_factcheck.assertions.reading import duplicates, read, unknown, unknown_sources

__all__ = [
    "Assertion",
    "AssertionFile",
    "Attestation",
    "Evidence",
    "duplicates",
    "fingerprint",
    "read",
    "unknown",
    "unknown_sources",
]
