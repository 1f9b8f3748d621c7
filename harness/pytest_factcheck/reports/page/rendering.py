"""Rendering: a template and what it shows -> markup. Whatever is put into a template is escaped there."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import jinja2
from jinja2.filters import do_mark_safe

from pytest_factcheck.reports.page.addresses import View
from pytest_factcheck.reports.page.inert import inert
from pytest_factcheck.reports.page.words import OUTCOMES, RESTS, STANCES, VERDICTS

_HERE = "pytest_factcheck.reports.page"
MANY = 40  # sources, or claims, that are listed one by one
_SCHEMES = ("https://", "http://")


def render(template: str, **shown: object) -> str:
    """Return a template of this package with what it shows filled in."""
    return _environment().get_template(template).render(**shown)


def asset(name: str) -> str:
    """Return a style sheet or a script of this package."""
    return files(_HERE).joinpath("assets", name).read_text(encoding="utf-8")


def markup(text: str) -> str:
    """Return markup that was made by a template, for another to take as it is."""
    return do_mark_safe(text)


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader(_HERE),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_finalized,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    signs = {"STANCES": STANCES, "VERDICTS": VERDICTS, "OUTCOMES": OUTCOMES, "RESTS": RESTS}
    environment.globals |= {**signs, "MANY": MANY, "View": View}
    environment.tests["address"] = lambda url: str(url).startswith(_SCHEMES)
    return environment


def _finalized(shown: object) -> object:
    """Make every text that a template shows inert; what is markup already was made by a template."""
    return inert(shown) if isinstance(shown, str) and not hasattr(shown, "__html__") else shown
