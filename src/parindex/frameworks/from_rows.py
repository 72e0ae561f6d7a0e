"""A new version of a framework from the table of a decision: rows become the data of a framework file.

Nothing is guessed: a maximum that the table does not state stays a gap, and so does every rule that the version before
cannot lend.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from parindex.domain import wording
from parindex.domain.agencies import AgencyLevel
from parindex.domain.sources import Certainty, weakest
from parindex.frameworks.carried_rules import NOTHING_CARRIED, Receiver, carried_rules
from parindex.frameworks.rows_of_table import CriteriaTable, points_of
from parindex.frameworks.rows_of_table import RowOfTable as RowOfTable

_DECISION = "decision"  # the key of the source that the rows rest on
_ROUNDING = {"quantum": "0.01", "mode": "half_up"}
_SUMMED = {"vi": "cộng các tiêu chí bên dưới", "en": "the sum of the criteria below"}
_BY_CODE = {
    "vi": "Bảng không có dòng này; có vì mã của tiêu chí con.",
    "en": "The table has no such row; it is here because of its sub-criterion's code.",
}


def framework_data_from_rows(
    rows: Iterable[RowOfTable],
    *,
    framework_id: str,
    title: str,
    decision: str,
    years: Iterable[int],
    level: AgencyLevel = AgencyLevel.PROVINCE,
    certainty: Certainty = Certainty.EXPECTED,
    previous: Mapping[str, Any] | None = None,
    mapping: Mapping[str, tuple[str, ...]] | None = None,
) -> dict[str, Any]:
    """The data of a framework file, to be read by `framework_from_data`, which says what does not add up.

    `certainty` is that of what the rows state: official only once somebody has compared them with the decision.
    `mapping` names the criteria of `previous` that new ones stand for; rules come from there. Parents that the codes
    ask for and the table lacks are added without a title. Raises `InvalidData` for previous data that do not load.
    """
    table = CriteriaTable.of(rows)
    carried = carried_rules(_receivers(table), previous, mapping or {}) if previous else NOTHING_CARRIED
    criteria = (_criterion(row, table, certainty) for row in table.criteria)
    return {
        "id": framework_id,
        "title": {"vi": title},
        "decision": {"source": _DECISION},
        "years": [str(year) for year in years],
        "level": str(level),
        "sample": "yes" if certainty is Certainty.SAMPLE else "no",
        "total": _text(table.total),
        "rounding": dict(previous["rounding"] if previous else _ROUNDING),
        "sources": {_DECISION: {"document": decision}, **carried.sources},
        "parts": list(_parts(table, certainty)),
        "areas": [_area(row, table, certainty) for row in table.areas],
        "facts": [dict(fact) for fact in carried.facts],
        "criteria": [{**criterion, **carried.rules.get(criterion["code"], {})} for criterion in criteria],
    }


def _receivers(table: CriteriaTable) -> Iterator[Receiver]:
    for leaf in table.leaves:
        if leaf.maximum is not None:
            yield Receiver(code=leaf.code, maximum=leaf.maximum, survey=leaf.survey)


def _parts(table: CriteriaTable, certainty: Certainty) -> Iterator[dict[str, Any]]:
    """The appraised and the surveyed points; which of them unlisted points are, the gaps of their area say."""
    for survey, vi, en in (
        (False, "Điểm thẩm định", "Appraisal"),
        (True, "Điều tra xã hội học", "Sociological survey"),
    ):
        leaves, unlisted = table.leaves_by(survey=survey), table.unlisted_by(survey=survey)
        if leaves or unlisted:
            held = points_of(leaves) + unlisted
            yield {
                "key": _part(survey=survey),
                "title": {"vi": vi, "en": en},
                "group": "survey" if survey else "direct",
                "maximum": {**_points(held, Certainty.DERIVED, certainty), "how": _how(unlisted)},
            }


def _area(row: RowOfTable, table: CriteriaTable, certainty: Certainty) -> dict[str, Any]:
    if row.maximum is None:
        maximum = {**_points(table.maximum_of(row), Certainty.DERIVED, certainty), "how": dict(_SUMMED)}
    else:
        maximum = {**_points(row.maximum, certainty), "place": _place(row)}
    return {"code": row.code, "title": {"vi": row.title}, "maximum": maximum}


def _criterion(row: RowOfTable, table: CriteriaTable, certainty: Certainty) -> dict[str, Any]:
    is_added = row.code in table.added
    entry: dict[str, Any] = {
        "code": row.code,
        "title": {"vi": row.title},
        "source": _DECISION,
        "place": "" if is_added else _place(row),
        "certainty": str(weakest((Certainty.DERIVED, certainty)) if is_added else certainty),
        "note": dict(_BY_CODE) if is_added else {"vi": _note(row)},
    }
    if row in table.leaves:
        entry["part"] = _part(survey=row.survey)
    if row.maximum is not None:
        entry["maximum"] = {**_points(row.maximum, certainty), "place": _place(row)}
    return entry


def _points(points: Decimal, *certainties: Certainty) -> dict[str, Any]:
    return {"points": _text(points), "source": _DECISION, "certainty": str(weakest(certainties))}


def _part(*, survey: bool) -> str:
    return "survey" if survey else "appraised"


def _how(unlisted: Decimal) -> dict[str, str]:
    if not unlisted:
        return {"vi": "cộng các tiêu chí của phần này", "en": "the sum of this part's criteria"}
    vi, en = wording.points(unlisted, "vi"), wording.points(unlisted, "en")
    return {
        "vi": f"cộng các tiêu chí của phần này, và {vi} điểm mà bảng chưa chia cho tiêu chí nào",
        "en": f"the sum of this part's criteria, and {en} points that the table gives to no criterion",
    }


def _place(row: RowOfTable) -> str:
    return f"bảng tiêu chí, dòng {row.code}"


def _note(row: RowOfTable) -> str:
    evidence = f"Tài liệu kiểm chứng: {row.evidence}" if row.evidence else ""
    return "\n".join(text for text in (row.note, evidence) if text)


def _text(points: Decimal) -> str:
    return f"{points:f}"
