"""The command `factcheck`. Exits 0 when all is well, 1 when there are problems, 2 on bad usage or bad files.

Each subcommand is a module of `commands`; this one parses, dispatches, and turns every refusal into lines
on standard error. It never shows a traceback for what a person wrote.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

from pytest_factcheck.errors import FactcheckError, visible
from pytest_factcheck.joblog import inert

OK, PROBLEMS, USAGE = 0, 1, 2
INTERRUPTED = 130  # as a shell reports a process that was ended by SIGINT
# Modules of `commands`, in the order in which a reviewer meets them.
COMMANDS = (
    "init", "source", "new", "lint", "explain", "probe", "attest", "anchor", "diff", "mutate", "coverage",
    "schema",
)  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: The words after `factcheck`; those of this process if None.

    Returns:
        The exit code.

    Raises:
        SystemExit: After `--help` and `--version`, and with 2 for words that cannot be parsed.
    """
    _write_utf8()
    words = sys.argv[1:] if arguments is None else arguments
    code = OK
    try:
        chosen = parser(words[:1]).parse_args(words)
        code = chosen.run(chosen)
        sys.stdout.flush()
    except FactcheckError as error:
        return _refused(str(error))
    except BrokenPipeError:
        # The reader has gone, as `head` does; Python must not complain of it again while it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        name = f"{error.filename}: " if error.filename else ""
        return _refused(f"{name}{error.strerror or error}")
    except KeyboardInterrupt:
        _refused("interrupted; no file was left half-written")
        return INTERRUPTED
    return code


def parser(named: Sequence[str] = ()) -> argparse.ArgumentParser:
    """Return the parser of the command line.

    Args:
        named: A command that was named. It alone is imported then, because `lint` has to be quick and others
            import judges; with no name, or with one that there is not, every command is known.
    """
    top = Parser(
        prog="factcheck",
        description="Audit a corpus of documents claim by claim. `pytest` runs the whole audit;\n"
        "this command lays out a project, looks into it, and asks about single claims.",
        epilog="Exit codes: 0 all is well, 1 problems were found, 2 bad usage or bad files.\n"
        "Each command tells more: `factcheck COMMAND --help`.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action=ShowVersion, nargs=0, help="show the version and exit")
    groups = top.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for name in [name for name in COMMANDS if name in named] or COMMANDS:
        import_module(f"pytest_factcheck.commands.{name}").add(groups)
    return top


class Parser(argparse.ArgumentParser):
    """A parser that refuses in one line, as everything else here does."""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:  # noqa: ANN401 - as it is overridden
        """Refuse `--option=--`, of which argparse in Python 3.11 makes an empty list."""
        empty = next((word for word in args or () if word.startswith("--") and word.endswith("=--")), None)
        if empty:
            self.error(f"argument {empty.removesuffix('=--')}: expected a value")
        return super().parse_known_args(args, namespace)

    def error(self, message: str) -> NoReturn:
        """Say on standard error what is wrong, and exit."""
        self.exit(USAGE, f"{self.prog}: {message} (see `{self.prog} --help`)\n")


class ShowVersion(argparse.Action):
    """Shows the version of the installed package, which is looked up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        """Print the version and exit."""
        from pytest_factcheck.distribution import installed_version  # noqa: PLC0415 - slow to import

        sys.stdout.write(f"factcheck {installed_version() or '(not installed)'}\n")
        parser.exit()


def _refused(message: str) -> int:
    sys.stderr.writelines(f"{inert(visible(line))}\n" for line in message.split("\n"))
    return USAGE


def _write_utf8() -> None:
    # The same bytes on every machine; a terminal that knows less shows what it can.
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # it was closed before the command began
            setattr(sys, name, io.StringIO())
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
