"""Năm chấm điểm mẫu: rounds that show the scoring year at every level, made by the same deeds as real ones.

Everything in them is marked as sample: facts, claims and appraisals are made up, dates are set from the day of loading.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from django.db import transaction

from parindex.domain.agencies import AgencyLevel
from parindex.domain.facts import FactBook
from parindex.domain.plans import Plan
from parindex.domain.rules.base import Outcome
from parindex.domain.scoring import CriterionScore, score_framework
from parindex.domain.workflow import Milestone, Move
from parindex.frameworks.sample_facts import sample_facts
from parindex.records.models import Agency, AssessmentRound, FrameworkVersion, SheetRow
from parindex.records.queries.agencies import directory
from parindex.records.queries.plans import plan_as_domain, plans
from parindex.records.queries.rankings import units_of
from parindex.records.queries.sheets import locked_rows
from parindex.services.actor import SYSTEM
from parindex.services.frameworks.storing import built_in_version, framework_of
from parindex.services.rounds.facts import store_facts
from parindex.services.rounds.sheets import open_sheets
from parindex.services.rounds.years import open_round
from parindex.services.sheets.awards import claim_of, kept_as_claimed
from parindex.services.sheets.books import books_of
from parindex.services.sheets.moves import publish
from parindex.services.sheets.versions import keep_moves

PUBLISHED, RUNNING = 2017, 2018
OWN_INDEX = {
    AgencyLevel.DEPARTMENT: "mau-so-nganh",
    AgencyLevel.DISTRICT: "mau-cap-huyen",
    AgencyLevel.COMMUNE: "mau-cap-xa",
}
COUNCIL = "Hội đồng thẩm định của tỉnh (mẫu)"
_DAYS = {
    Milestone.SELF_SCORE: 21,
    Milestone.REVIEW: 28,
    Milestone.CONSOLIDATION: 35,
    Milestone.SENDING: 42,
    Milestone.EXPLANATION: 120,
    Milestone.SECOND_APPRAISAL: 150,
}
_LOWERED = 0.06  # of the appraised rows


@transaction.atomic
def load_sample_years(*, today: date) -> int:
    """Open the sample rounds that are not there yet; returns how many were opened."""
    return sum(
        (
            _publish(AgencyLevel.DISTRICT, today),
            _publish(AgencyLevel.DEPARTMENT, today),
            *(_open(level, RUNNING, today) is not None for level in OWN_INDEX),
            _open_province(today),
        )
    )


def _open(level: AgencyLevel, year: int, today: date) -> AssessmentRound | None:
    """A round of the province's own index with sample facts for every unit; None where the year is open already."""
    if AssessmentRound.objects.filter(year=year, level=level).exists():
        return None
    version = built_in_version(OWN_INDEX[level], actor=SYSTEM)
    units = [agency for agency in Agency.objects.filter(level=level) if _exists(agency, year)]
    round_ = open_round(
        actor=SYSTEM,
        year=year,
        framework=version,
        units=units,
        milestones={milestone: today + timedelta(days=days) for milestone, days in _DAYS.items()},
        is_sample=True,
    )
    _store_facts(round_, version)
    open_sheets(actor=SYSTEM, round_=round_)
    return round_


def _exists(agency: Agency, year: int) -> bool:
    """Whether an agency existed at the end of a year."""
    last = date(year, 12, 31)
    started = agency.valid_from is None or agency.valid_from <= last
    return started and (agency.valid_to is None or last <= agency.valid_to)


def _store_facts(round_: AssessmentRound, version: FrameworkVersion) -> None:
    framework = framework_of(version)
    for unit in round_.units.select_related("agency"):
        code = unit.agency.code if unit.agency else unit.name
        facts = sample_facts(framework, code, year=round_.year)
        store_facts(actor=SYSTEM, unit=unit, framework=framework, facts=facts)


def _publish(level: AgencyLevel, today: date) -> bool:
    """A whole year of one level: each unit claims what the rules give on its facts, the council lowers a few claims."""
    round_ = _open(level, PUBLISHED, today)
    if round_ is None:
        return False
    books = books_of(units_of(round_))
    claims = _claims(round_, books)
    for move in (Move.SAVE, Move.SUBMIT, Move.ACCEPT, Move.CONSOLIDATE, Move.SEND):
        keep_moves(
            _rows(round_), move, actor=SYSTEM, books=books, changes=claims if move is Move.SAVE else {}
        )
    rows = _rows(round_)
    keep_moves(rows, Move.APPRAISE, actor=SYSTEM, books=books, changes={row.pk: _award(row) for row in rows})
    publish(actor=SYSTEM, round_=round_, today=today)
    return True


def _rows(round_: AssessmentRound) -> Sequence[SheetRow]:
    return locked_rows(SheetRow.objects.filter(sheet__unit__round=round_))


def _claims(round_: AssessmentRound, books: Mapping[int, FactBook]) -> Mapping[int, Mapping[str, Any]]:
    """What the units say in their rows, by the rows' keys."""
    framework = framework_of(round_.framework)
    scores = {
        unit: {score.criterion.code: score for score in score_framework(framework, book).criteria}
        for unit, book in books.items()
    }
    return {row.pk: _claim(scores[row.sheet.unit_id][row.criterion]) for row in _rows(round_)}


def _claim(score: CriterionScore) -> Mapping[str, Any]:
    """The points that the rule gives, or that the criterion does not apply where the facts say so."""
    if score.outcome is Outcome.NOT_APPLICABLE:
        return {
            "applicable": False,
            "justification": "Trong năm không phát sinh việc thuộc tiêu chí này (mẫu)",
        }
    return {"claimed": score.points}


def _award(row: SheetRow) -> dict[str, Any]:
    """The council's points for a row: mostly the claim, now and then half of it; the same ones every time."""
    claimed = claim_of(row)
    dice = Random(f"{row.sheet.unit.name} {row.criterion}")  # noqa: S311  (a sample, no secret)
    if claimed is None or dice.random() >= _LOWERED:
        return kept_as_claimed(row, COUNCIL)
    reason = "Tài liệu kiểm chứng chưa đủ căn cứ (mẫu)"
    return {"awarded": (claimed / 2).quantize(Decimal("0.01")), "reason": reason, "body": COUNCIL}


def _open_province(today: date) -> bool:
    """The province's own running year under the framework of 2017, scored by the lead agencies of its plan."""
    level = AgencyLevel.PROVINCE
    if AssessmentRound.objects.filter(year=RUNNING, level=level).exists():
        return False
    published = AssessmentRound.objects.get(year=PUBLISHED, level=level)
    round_ = open_round(
        actor=SYSTEM,
        year=RUNNING,
        framework=published.framework,
        units=[unit.agency for unit in published.units.select_related("agency") if unit.agency],
        milestones={milestone: today + timedelta(days=days) for milestone, days in _DAYS.items()},
        is_sample=True,
    )
    open_sheets(actor=SYSTEM, round_=round_, leads=_leads())
    return True


def _leads() -> dict[str, Agency]:
    """Which agency scores which area, as the newest plan says."""
    newest = plans().first()
    plan: Plan | None = plan_as_domain(newest) if newest else None
    known = directory()
    rows = {row.code: row for row in Agency.objects.all()}
    found = {lead.area: known.match(lead.agency).agency for lead in (plan.area_leads if plan else ())}
    return {area: rows[agency.code] for area, agency in found.items() if agency}
