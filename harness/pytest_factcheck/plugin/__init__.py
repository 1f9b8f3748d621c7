"""The door to pytest: three options, and nothing more until there is a project to audit.

pytest opens this in every run of every repository on a machine where the package is installed, so it must
cost next to nothing. What reads YAML, judges and makes tables is imported where assertions are found, by
`auditing` and `cases`; together with this module they are the only ones that import pytest.
"""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path

import pytest

from pytest_factcheck import settings
from pytest_factcheck.errors import FactcheckError, UsageError
from pytest_factcheck.options import JUDGES_HELP
from pytest_factcheck.settings import Settings

AUDITING = "factcheck-audit"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of this plugin."""
    group = parser.getgroup("audit", "fact-checking audit (pytest-factcheck)")
    group.addoption(
        "--audit-report",
        action="append",
        dest="audit_report",
        metavar="PATH",
        default=[],
        help="write the audit to PATH, as its suffix says: .csv .html .json .jsonld .md .sarif .txt; "
        "a path that ends with a slash is a folder of web pages (repeatable)",
    )
    group.addoption(
        "--judges",
        dest="audit_judges",
        metavar="NAMES",
        default=None,
        help=JUDGES_HELP,
    )
    group.addoption(
        "--audit-mutate",
        action="store_true",
        dest="audit_mutate",
        help="try the mutants of each assertion that passes, and add what it would notice to the report",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Find the project, and refuse settings and options that make no sense before anything runs."""
    try:
        found = _audited(config)
        if found is None:
            _refuse_options(config)
        else:
            auditing = import_module(f"{__name__}.auditing")
            config.pluginmanager.register(auditing.opened(config, found), AUDITING)
    except FactcheckError as error:
        raise pytest.UsageError(*str(error).splitlines()) from None


def _audited(config: pytest.Config) -> Settings | None:
    """Return the settings of the project whose assertions may be among what was asked for."""
    starts = (_common_folder(config), config.invocation_params.dir, config.rootpath)
    found = next(filter(None, map(settings.find, starts)), None)
    if found is None or found.assertions_folder.is_dir():
        return found
    if found.assertions != settings.ASSERTIONS:
        raise UsageError(f"{found.assertions}: there is no such folder; create it, or set `assertions`")
    return None


def _common_folder(config: pytest.Config) -> Path:
    folder = config.invocation_params.dir
    named = [os.path.abspath(folder / word.partition("::")[0]) for word in config.args]  # noqa: PTH100 - `..` must go, links stay
    there = [path for path in named if Path(path).exists()]
    return Path(os.path.commonpath(there)) if there else folder


def _refuse_options(config: pytest.Config) -> None:
    given = config.option
    used = {
        "--audit-report": given.audit_report,
        "--judges": given.audit_judges,
        "--audit-mutate": given.audit_mutate,
    }
    for option, value in used.items():
        if value:
            message = "there are no assertions here to audit: no settings that name a folder of them"
            raise UsageError(f"{option}: {message} (try `factcheck init`)")
