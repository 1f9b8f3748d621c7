"""Addresses: where a page leads for a claim, a source or a file, in a folder of pages and in one file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import quote

OVERVIEW, DISAGREEMENTS, SOURCES, CLAIM, SOURCE, FILE = (
    "overview",
    "disagreements",
    "sources",
    "claim",
    "source",
    "file",
)
_FOLDERS = {CLAIM: "claims", SOURCE: "sources", FILE: "files"}


@dataclass(frozen=True, slots=True)
class View:
    """Something that has a page of its own: its kind, and which one of that kind."""

    kind: str
    name: str = ""

    @property
    def key(self) -> str:
        """Return what it is called in an address."""
        return f"{self.kind}/{self.name}" if self.name else self.kind


class Addresses(Protocol):
    """How one page leads to another."""

    def of(self, view: View, place: str = "") -> str:
        """Return the address of a view, or of a place in it."""

    def filtered(self, key: str, value: str, **more: str) -> str:
        """Return the address of the overview with filters set."""

    def mark(self, place: str) -> str:
        """Return the `id` of a place in the view that is being made."""


@dataclass(frozen=True, slots=True)
class InFolder:
    """Addresses in a folder of pages, as they are from one of its views."""

    here: View

    def of(self, view: View, place: str = "") -> str:
        """Return the address of a view, or of a place in it."""
        page = "" if view == self.here and place else self.root + quote(path_of(view))
        return page + (f"#{quote(place)}" if place else "")

    def filtered(self, key: str, value: str, **more: str) -> str:
        """Return the address of the overview with filters set."""
        return f"{self.root}{path_of(View(OVERVIEW))}#?{_query({key: value, **more})}"

    def mark(self, place: str) -> str:
        """Return the `id` of a place in the view that is being made."""
        return place

    @property
    def root(self) -> str:
        """Return the way from this view up to the folder."""
        return "../" * path_of(self.here).count("/")


@dataclass(frozen=True, slots=True)
class InFile:
    """Addresses in one file that holds every view."""

    here: View

    def of(self, view: View, place: str = "") -> str:
        """Return the address of a view, or of a place in it."""
        return f"#{quote('/'.join(filter(None, (view.key, place))))}"

    def filtered(self, key: str, value: str, **more: str) -> str:
        """Return the address of the overview with filters set."""
        return f"#{OVERVIEW}?{_query({key: value, **more})}"

    def mark(self, place: str) -> str:
        """Return the `id` of a place in the view that is being made."""
        return f"{self.here.key}/{place}"


def path_of(view: View) -> str:
    """Return the path of a view's page in the folder."""
    if view.kind == OVERVIEW:
        return "index.html"
    return f"{_FOLDERS[view.kind]}/{view.name}.html" if view.name else f"{view.kind}.html"


def _query(chosen: Mapping[str, str]) -> str:
    return "&".join(f"{key}={quote(value, safe='')}" for key, value in chosen.items())
