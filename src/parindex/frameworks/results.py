"""Kết quả đã công bố: what was announced of the provinces' index over the years, each figure with its source.

Scores are not comparable between years, for the criteria change; ranks are.
"""

import csv
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path

from parindex.frameworks.known import DATA

PUBLISHED_RESULTS = DATA / "published-results.csv"


class Scope(StrEnum):
    """Whom a figure speaks of."""

    PROVINCE = "province"
    REGION = "region"
    COUNTRY = "country"


class Measure(StrEnum):
    """What was measured: points of the whole index or of one part, or SIPAS as a percentage (0..100)."""

    TOTAL = "total"
    DIRECT = "direct"
    APPRAISED = "appraised"
    IMPACT = "impact"
    SURVEY = "survey"
    SIPAS = "sipas"
    OFFICIALS = "officials"
    SIPAS_PERCENT = "sipas_percent"


class Statistic(StrEnum):
    """One unit's own value, or a figure over many: their mean, the lowest, the highest minus the lowest."""

    VALUE = "value"
    MEAN = "mean"
    MIN = "min"
    RANGE = "range"


class Trust(StrEnum):
    """How far the source is to be trusted, as judged when it was read."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, kw_only=True, slots=True)
class ProvinceResult:
    """One announced figure. `subject` is a province or a region, "" for the country; None is a gap."""

    year: int
    scope: Scope
    subject: str
    measure: Measure
    statistic: Statistic
    points: Decimal | None
    rank: int | None
    maximum: Decimal | None
    certainty: Trust
    source: str
    note: str = ""


@cache
def published_results(path: Path = PUBLISHED_RESULTS) -> tuple[ProvinceResult, ...]:
    """All announced figures at hand, in the order of the file. Raises `ValueError` with the line of a bad row."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return tuple(_result(row, path, rows.line_num) for row in rows)


def _result(row: dict[str, str], path: Path, line: int) -> ProvinceResult:
    try:
        return ProvinceResult(
            year=int(row["year"]),
            scope=Scope(row["scope"]),
            subject=row["subject"],
            measure=Measure(row["measure"]),
            statistic=Statistic(row["statistic"]),
            points=Decimal(row["points"]) if row["points"] else None,
            rank=int(row["rank"]) if row["rank"] else None,
            maximum=Decimal(row["maximum"]) if row["maximum"] else None,
            certainty=Trust(row["certainty"]),
            source=row["source"],
            note=row["note"],
        )
    except (ArithmeticError, KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{path}:{line}: hàng sai / bad row: {error}") from error
