"""The `parindex` command: one file a command, imported only when it is called."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from keyword import iskeyword
from typing import Any

COMMANDS = {
    "read": "read a plan document and print what it says",
    "findings": "say what a plan overlooks",
    "occurrences": "say when the tasks of a plan fall due",
    "score": "score a file of facts under a framework",
    "export": "write a framework, facts, a sheet or a result as a workbook",
    "import": "say what a returned workbook changes, and store it with --apply",
    "demo": "load the demonstration into PARINDEX_HOME",
    "agencies": "say which agencies of a table are new, and store them with --apply",
    "invite": "print a link with which somebody makes their account",
    "serve": "serve PARINDEX_HOME on loopback",
    "verify-log": "say whether the log is whole, and if not, what was done to it",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0 when it did its work, 2 when its input could not be used."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    called = next((word for word in arguments if not word.startswith("-")), None)
    parser = argparse.ArgumentParser(prog="parindex", description="PAR INDEX of a Vietnamese province.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, summary in COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=summary)
        if name == called:
            _module(name).add_arguments(command)
    options = parser.parse_args(arguments)
    _speak_utf8()
    return int(_module(options.command).run(options))


def _module(command: str) -> Any:
    """The module of a command; where its name is a word of Python, an underscore stands behind it."""
    name = command.replace("-", "_")
    return import_module(f"parindex.cli.{name}_" if iskeyword(name) else f"parindex.cli.{name}")


def _speak_utf8() -> None:
    """Vietnamese is printed whole, whatever the terminal's locale says of itself."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
