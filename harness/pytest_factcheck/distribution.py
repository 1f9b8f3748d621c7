"""The distribution: the name under which this package is installed, and its version where it is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

NAME = "pytest-factcheck"


def installed_version() -> str:
    """Return the version of the installed package; empty where it runs from a folder."""
    try:
        return version(NAME)
    except PackageNotFoundError:
        return ""
