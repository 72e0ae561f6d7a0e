"""`parindex export KIND …`: one table of PARINDEX_HOME as a workbook, to be edited and imported again."""

import argparse
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from parindex.cli.output import print_refusal, print_result
from parindex.cli.site import prepare_home

if TYPE_CHECKING:
    from parindex.services.tables.choices import Choice

KINDS = ("framework", "facts", "sheet", "result")
_SHOWN = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", choices=KINDS, help="what to write")
    parser.add_argument(
        "words", metavar="WORD", nargs="*",
        help="which one: a framework's ID; else the year, then level, unit and agency by code or by name, "
        "as far as they are needed",
    )  # fmt: skip
    parser.add_argument("--out", metavar="FILE.xlsx", type=Path, help="where to (default: a name of its own)")


def run(options: argparse.Namespace) -> int:
    """Write the file and print its name; 2 and what there is on the error output where the words do not fit one."""
    prepare_home()
    from django.utils import timezone

    from parindex.services.actor import SYSTEM
    from parindex.services.tables.files import table_file

    found = _chosen(options.kind, options.words)
    if len(found) != 1:
        return print_refusal(_which(options.kind, options.words, found))
    file = table_file(kind=options.kind, key=found[0].key, actor=SYSTEM, today=timezone.localdate())
    if file is None:
        return print_refusal("Bảng này không còn nữa; chưa ghi tệp nào.")
    path = options.out or Path(file.name)
    try:
        path.write_bytes(file.content)
    except OSError as error:
        return print_refusal(f"Không ghi được tệp {path}: {error.strerror}.")
    print_result(str(path))
    return 0


def _chosen(kind: str, words: list[str]) -> "tuple[Choice, ...]":
    """The tables that the words fit; of a framework the newest version, of facts a whole round before a unit."""
    from parindex.services.actor import SYSTEM
    from parindex.services.tables.choices import choices, facts_of_units, narrowed

    known = choices(kind, SYSTEM)
    if kind == "framework":
        return tuple(one for one in known if words and one.is_called(" ".join(words)))[:1]
    year, others = (words[0], words[1:]) if words and words[0].isdigit() else ("", words)
    found = narrowed(_of_year(known, year), others)
    if kind == "facts" and not found:
        return narrowed(_of_year(facts_of_units(SYSTEM), year), others)
    return found


def _of_year(known: "Iterable[Choice]", year: str) -> "list[Choice]":
    return [one for one in known if not year or str(one.year) == year]


def _which(kind: str, words: list[str], found: "tuple[Choice, ...]") -> str:
    """What to type instead: those that fit, or all that there are."""
    from parindex.services.actor import SYSTEM
    from parindex.services.tables.choices import choices

    there = found or choices(kind, SYSTEM)
    said = " ".join([kind, *words])
    if not there:
        return f"Chưa có bảng nào cho “{said}”."
    problem = "còn chỉ nhiều bảng" if found else "không chỉ bảng nào"
    lines = dict.fromkeys(map(_line, there)) if len(there) <= _SHOWN else _groups(there)
    return "\n".join([f"“{said}” {problem}. Hãy chọn một:", *lines])


def _line(choice: "Choice") -> str:
    title = f"  ({choice.title})" if choice.title else ""
    return f"  {' '.join([*_head(choice), *choice.selector])}{title}"


def _groups(there: "tuple[Choice, ...]") -> list[str]:
    """Too many to list one by one: by year and level, with how many there are."""
    counted = Counter(" ".join([*_head(choice), choice.level]) for choice in there)
    return [f"  {head} …  ({count} bảng)" for head, count in counted.items()]


def _head(choice: "Choice") -> list[str]:
    return [choice.kind, str(choice.year)] if choice.year else [choice.kind]
