"""YAML files: text to data that knows the place of every value, and every mistake of a file at once."""

from pytest_factcheck.yamlfile.document import Document, Pointer
from pytest_factcheck.yamlfile.parsing import DEEPEST, LOADER, Loader, load, parse

__all__ = ["DEEPEST", "LOADER", "Document", "Loader", "Pointer", "load", "parse"]
