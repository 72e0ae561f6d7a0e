"""A province's agencies from their table: one row an agency; the columns are the fields of `Agency`.

Codes are text, those of administrative units their GSO codes; several aliases or successors are parted by "|".
Certainty in Vĩnh Phúc's table: plan = named by kế hoạch 5264/KH-UBND; official = the province's own page; register =
the national register, as carried by the package vietnam-provinces 0.2 (its ward, town and commune kinds are of the
package's date, not surely of 2018); expected = the usual structure, to be confirmed; inferred = our reading.
"""

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from functools import cache
from pathlib import Path

from parindex.domain.agencies import Agency, AgencyDirectory, AgencyLevel
from parindex.domain.sources import Certainty
from parindex.domain.text import nfc
from parindex.frameworks.agency_checks import agency_problems
from parindex.frameworks.known import DATA
from parindex.frameworks.problems import InvalidData, Problem
from parindex.frameworks.table_source import read_table, several

VINH_PHUC = DATA / "vinh-phuc" / "agencies.csv"


def load_agencies(path: Path = VINH_PHUC) -> tuple[Agency, ...]:
    """The agencies of a table, .csv or .xlsx, in its order. An agency without `valid_to` ends with its parent.

    Raises `InvalidData` with every problem: unknown or missing words, a code used twice, a parent or a successor that
    the table does not have, a time that ends before it starts.
    """
    rows = read_table(path, [field.name for field in fields(Agency)])
    problems = [Problem(path=path, line=line, said=said) for line, said in agency_problems(rows)]
    if problems:
        raise InvalidData(problems)
    agencies = {row.cells["code"]: _agency(row.cells) for row in rows}
    return tuple(_ending_with_parent(agency, agencies) for agency in agencies.values())


@cache
def load_directory(path: Path = VINH_PHUC) -> AgencyDirectory:
    """The agencies of a table as a directory that matches names; read once."""
    return AgencyDirectory(load_agencies(path))


def directory_for(issuer: str, *, on: date | None = None) -> AgencyDirectory | None:
    """The directory of the province that a plan's issuer names ("UBND tỉnh Vĩnh Phúc"); None for another province."""
    directory = load_directory()
    return directory if directory.is_of(issuer, on=on) else None


def _agency(cells: Mapping[str, str]) -> Agency:
    return Agency(
        code=cells["code"],
        name=nfc(cells["name"]),
        level=AgencyLevel(cells["level"]),
        certainty=Certainty(cells["certainty"]),
        short=nfc(cells["short"]),
        parent=cells["parent"],
        aliases=tuple(map(nfc, several(cells["aliases"]))),
        valid_from=_day(cells["valid_from"]),
        valid_to=_day(cells["valid_to"]),
        successors=several(cells["successors"]),
        note=cells["note"],
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _ending_with_parent(agency: Agency, agencies: Mapping[str, Agency]) -> Agency:
    ancestor = agency
    while ancestor.valid_to is None and ancestor.parent:
        ancestor = agencies[ancestor.parent]
    return replace(agency, valid_to=ancestor.valid_to)
