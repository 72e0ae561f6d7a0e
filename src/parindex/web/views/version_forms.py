"""What people type for a new version: what it is, and which old criteria each of its criteria continues."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.http import QueryDict

from parindex.documents.reading.annexes import ReadCriteria
from parindex.domain.agencies import AgencyLevel
from parindex.domain.sources import Certainty
from parindex.frameworks.from_rows import RowOfTable
from parindex.frameworks.mapping import Mapped
from parindex.services.frameworks.importing import Draft, NewVersion, OldCodes

CERTAINTIES = (Certainty.EXPECTED, Certainty.OFFICIAL, Certainty.SAMPLE)
_FIELD = "cu-"
_SEPARATORS = re.compile(r"[\s,;]+")
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One criterion of the new version: what it continues (`said`), why that is proposed, whether it has a rule."""

    field: str
    row: RowOfTable
    said: str
    proposal: Mapped | None
    rule: str
    is_leaf: bool
    other_maximum: Decimal | None


def proposed(criteria: ReadCriteria) -> Mapping[str, str]:
    """What the form holds before anybody typed: what the table says of itself."""
    number = criteria.decision_number
    return {
        "ma": _code(number, criteria.year),
        "ten": criteria.title,
        "quyet-dinh": f"Quyết định {number}" if number else "",
        "nam": str(criteria.year or ""),
        "cap": AgencyLevel.PROVINCE.value,
        "do-chac": Certainty.EXPECTED.value,
        "truoc": "",
    }


def wanted(said: QueryDict, *, rows: tuple[RowOfTable, ...], source: str) -> NewVersion:
    """What was chosen; a level or certainty that is not there is the usual one."""
    level, certainty = said.get("cap", ""), said.get("do-chac", "")
    return NewVersion(
        rows=rows,
        source=source,
        code=said.get("ma", "").strip(),
        title=said.get("ten", "").strip(),
        decision=said.get("quyet-dinh", "").strip(),
        years=tuple(dict.fromkeys(int(year) for year in _YEAR.findall(said.get("nam", "")))),
        level=AgencyLevel(level) if level in set(AgencyLevel) else AgencyLevel.PROVINCE,
        certainty=Certainty(certainty) if certainty in set(CERTAINTIES) else Certainty.EXPECTED,
        previous=said.get("truoc", ""),
    )


def mapping(said: QueryDict, wanted: NewVersion) -> OldCodes | None:
    """The old codes typed for each criterion; None while there is no mapping to the version that is now chosen."""
    if not wanted.previous:
        return {}
    if said.get("doi-chieu-voi", "") != wanted.previous:
        return None
    typed = {row.code: said.get(f"{_FIELD}{row.code}", "") for row in wanted.rows if not row.is_area}
    codes = {code: tuple(filter(None, _SEPARATORS.split(text.strip()))) for code, text in typed.items()}
    return {code: olds for code, olds in codes.items() if olds}


def lines(draft: Draft) -> tuple[Line, ...]:
    """The rows of the mapping, in the order of the table."""
    proposals = {proposal.code: proposal for proposal in draft.proposals}
    rules = {leaf.code: leaf.rule.kind for leaf in draft.carried if leaf.rule}
    leaves = {leaf.code for leaf in (*draft.carried, *draft.without_rule)}
    return tuple(
        Line(
            field=f"{_FIELD}{row.code}",
            row=row,
            said=", ".join(draft.mapping.get(row.code, ())),
            proposal=proposals.get(row.code),
            rule=rules.get(row.code, ""),
            is_leaf=row.code in leaves,
            other_maximum=_other_maximum(draft, row),
        )
        for row in draft.wanted.rows
        if not row.is_area
    )


def _other_maximum(draft: Draft, row: RowOfTable) -> Decimal | None:
    """The maximum of the one old criterion that a row continues, where it is another one."""
    olds = draft.mapping.get(row.code, ())
    old = draft.previous.framework.criterion(olds[0]) if draft.previous and len(olds) == 1 else None
    maximum = old.maximum.points if old and old.maximum else None
    return None if maximum == row.maximum else maximum


def _code(number: str, year: int | None) -> str:
    """A code as those that are built in: the decision's number and the year, "2948-2017"."""
    digits = re.match(r"\d+", number)
    parts = [digits.group() if digits else "", str(year or "")]
    return "-".join(filter(None, parts))
