"""A small round of districts in the tests: four criteria of 20 points, two areas, a survey, one criterion that compares
with the best unit."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from parindex.domain.facts import Fact, FactValue
from parindex.domain.sources import Certainty, LegalReference
from parindex.domain.workflow import Move
from parindex.records.models import AssessmentRound, FrameworkVersion, RoundUnit, SheetRow
from parindex.records.queries.rounds import fact_books
from parindex.records.queries.sheets import locked_rows
from parindex.services.actor import SYSTEM
from parindex.services.frameworks.storing import framework_of, store_framework
from parindex.services.rounds.facts import store_facts
from parindex.services.rounds.sheets import open_sheets
from parindex.services.rounds.years import open_round
from parindex.services.sheets.moves import publish
from parindex.services.sheets.versions import keep_moves
from tests.scoring_year import agency

DISTRICTS = {"243": "UBND thành phố Vĩnh Yên", "244": "UBND thành phố Phúc Yên", "251": "UBND huyện Yên Lạc"}
MAXIMA = {"1.1": "6.00", "1.2": "4.00", "2.1": "6.00", "2.2": "4.00"}
COUNCIL = "Hội đồng thẩm định của tỉnh"
_RULES: Mapping[str, dict[str, Any]] = {
    "1.1": {"kind": "proportional", "value": "plan_done", "certainty": "sample"},
    "1.2": {
        "kind": "relative_to_best",
        "value": "initiatives",
        "best": "most_initiatives",
        "measure": "count",
        "certainty": "sample",
    },
    "2.1": {"kind": "proportional", "value": "online", "certainty": "sample"},
    "2.2": {"kind": "proportional", "value": "satisfied", "certainty": "sample"},
}
_KINDS = {
    "plan_done": "share",
    "initiatives": "count",
    "most_initiatives": "count",
    "online": "share",
    "satisfied": "share",
}


def framework_data(id_: str = "nho", *, codes: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The framework as data; `codes` gives some criteria other codes (of the same area)."""
    named = codes or {}
    return {
        "id": id_,
        "title": {"vi": f"Bộ tiêu chí {id_}", "en": f"Criteria {id_}"},
        "decision": {"source": "s"},
        "years": ["2017"],
        "level": "district",
        "total": "20.00",
        "rounding": {"quantum": "0.01", "mode": "half_up"},
        "sources": {"s": {"document": "Văn bản của bài kiểm thử"}},
        "parts": [_part("appraised", "direct", "16.00"), _part("sipas", "survey", "4.00")],
        "areas": [_area("1"), _area("2")],
        "facts": [{"code": code, "kind": kind, "title": {"vi": code}} for code, kind in _KINDS.items()],
        "criteria": [_criterion(code, named.get(code, code)) for code in MAXIMA],
    }


def open_small(
    year: int = 2018, *, units: Mapping[str, str] | None = None, version: FrameworkVersion | None = None
) -> AssessmentRound:
    """Open a year for three districts (or those named), each with a sheet of its own; nobody has claimed anything."""
    version = version or store_framework(actor=SYSTEM, data=framework_data(), source_name="nho.yaml")
    districts = [agency(code, name, "district") for code, name in (units or DISTRICTS).items()]
    round_ = open_round(actor=SYSTEM, year=year, framework=version, units=districts)
    open_sheets(actor=SYSTEM, round_=round_)
    return round_


def unit_of(round_: AssessmentRound, code: str) -> RoundUnit:
    return round_.units.get(agency__code=code)


def know(round_: AssessmentRound, code: str, **facts: FactValue | None) -> None:
    """Store facts of a unit; None says that one does not apply."""
    stored = (
        Fact(
            code=name,
            value=value,
            reference=LegalReference(document="Báo cáo"),
            certainty=Certainty.REPORTED,
            applicable=value is not None,
        )
        for name, value in facts.items()
    )
    framework = framework_of(round_.framework)
    store_facts(actor=SYSTEM, unit=unit_of(round_, code), framework=framework, facts=stored)


def survey(round_: AssessmentRound, **satisfied: str) -> None:
    """What the survey found of each unit, by codes after a "u": u243="3/4"."""
    for code, share in satisfied.items():
        know(round_, code.removeprefix("u"), satisfied=Fraction(share))


def claim(round_: AssessmentRound, code: str, **points: str | None) -> None:
    """Claim points of a unit's rows, written c1_1="6.00"; None says that the criterion does not apply."""
    said = {
        name: {"claimed": _decimal(value), "applicable": value is not None} for name, value in points.items()
    }
    _move(round_, code, Move.SAVE, said)


def award(
    round_: AssessmentRound, code: str, reason: str = "Thiếu tài liệu kiểm chứng", **points: str | None
) -> None:
    """Appraise a unit's rows; None lets a row that does not apply stand as it is."""
    said = {
        name: {"awarded": _decimal(value), "reason": reason, "body": COUNCIL}
        for name, value in points.items()
    }
    _move(round_, code, Move.APPRAISE, said)


def publish_round(round_: AssessmentRound) -> AssessmentRound:
    publish(actor=SYSTEM, round_=round_, today=date(2019, 4, 15))
    return AssessmentRound.objects.get(pk=round_.pk)


def three_ranked(year: int = 2018) -> AssessmentRound:
    """Vĩnh Yên and Phúc Yên have 17 points each, Yên Lạc has 14; every row is appraised, nothing published."""
    round_ = open_small(year)
    survey(round_, u243="3/4", u244="1/2", u251="1")
    for code, points in {"243": ("6", "4", "4"), "244": ("6", "3", "6"), "251": ("3", "4", "3")}.items():
        claim(round_, code, c1_1="6", c1_2="4", c2_1="6")
        award(round_, code, c1_1=points[0], c1_2=points[1], c2_1=points[2])
    return round_


def _move(round_: AssessmentRound, code: str, move: Move, said: Mapping[str, dict[str, Any]]) -> None:
    wanted = {name.removeprefix("c").replace("_", "."): changes for name, changes in said.items()}
    unit = unit_of(round_, code)
    rows = locked_rows(SheetRow.objects.filter(sheet__unit=unit, criterion__in=list(wanted)))
    changes = {row.pk: wanted[row.criterion] for row in rows}
    keep_moves(rows, move, actor=SYSTEM, books=fact_books([unit]), changes=changes)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _points(points: str) -> dict[str, str]:
    return {"points": points, "source": "s", "certainty": "sample"}


def _part(key: str, group: str, maximum: str) -> dict[str, Any]:
    return {"key": key, "title": {"vi": key}, "group": group, "maximum": _points(maximum)}


def _area(code: str) -> dict[str, Any]:
    return {"code": code, "title": {"vi": f"Lĩnh vực {code}"}, "maximum": _points("10.00")}


def _criterion(code: str, written: str) -> dict[str, Any]:
    return {
        "code": written,
        "title": {"vi": f"Tiêu chí {code}"},
        "source": "s",
        "certainty": "sample",
        "part": "sipas" if code == "2.2" else "appraised",
        "maximum": _points(MAXIMA[code]),
        "rule_source": {"source": "s"},
        "rule": dict(_RULES[code]),
    }
