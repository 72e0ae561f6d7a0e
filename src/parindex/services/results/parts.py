"""Điểm của các phần: what was announced for a part that no sheet scores (SIPAS, surveys), entered as a sourced fact."""

from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction

from parindex.domain.facts import Award, Fact, FactKind, FactValue
from parindex.domain.framework import Part
from parindex.domain.rights import Right
from parindex.domain.scoring import FrameworkScore, PartScore, score_framework
from parindex.domain.sources import Certainty, LegalReference
from parindex.domain.wording import points as said_points
from parindex.records.models import RoundUnit
from parindex.records.queries.appraisals import awards_of
from parindex.records.queries.results import unit_of
from parindex.services.actor import Actor
from parindex.services.errors import DeedError
from parindex.services.frameworks.storing import framework_of
from parindex.services.log import record
from parindex.services.rounds.facts import fact_row
from parindex.services.sheets.books import book_of


@dataclass(frozen=True, kw_only=True, slots=True)
class PartLine:
    """One part with its score so far; `known` is the fact that gives what the framework does not list, if any."""

    score: PartScore
    known: Fact | None

    @property
    def part(self) -> Part:
        return self.score.part

    @property
    def award(self) -> Award | None:
        return self.known.value if self.known and isinstance(self.known.value, Award) else None


@dataclass(frozen=True, kw_only=True)
class PartsPage:
    """A unit's score as it stands: appraised where it is, computed where it is not."""

    unit: RoundUnit
    score: FrameworkScore
    parts: tuple[PartLine, ...]


def parts_page(unit_pk: int, *, actor: Actor) -> PartsPage | None:
    """The score of a unit by its parts; None where there is no such unit."""
    unit = unit_of(unit_pk)
    if unit is None:
        return None
    actor.require(Right.READ_RESULT)
    framework, book = framework_of(unit.round.framework), book_of(unit)
    score = score_framework(framework, book, awards_of(unit))
    lines = (
        PartLine(score=part, known=next(iter(book.find(_fact_of(part.part))), None)) for part in score.parts
    )
    return PartsPage(unit=unit, score=score, parts=tuple(lines))


@transaction.atomic
def enter_part(
    *,
    actor: Actor,
    unit_pk: int,
    part: str,
    points: Decimal,
    document: str,
    body: str,
    reason: str = "",
) -> None:
    """Enter what was announced for the points of a part that the framework does not list.

    Raises `DeedError` where there is no such part, the year is published, the points are impossible or unsourced.
    """
    actor = actor.require(Right.IMPORT_RESULT)
    unit = unit_of(unit_pk)
    framework = framework_of(unit.round.framework) if unit else None
    wanted = (
        next((one for one in framework.parts if one.key == part and one.result_fact), None)
        if framework
        else None
    )
    if unit is None or framework is None or wanted is None:
        raise DeedError(
            "Không có phần này, hoặc điểm của phần do các tiêu chí cộng lại; chưa lưu gì.",
            "There is no such part, or its points are those of its criteria; nothing was stored.",
        )
    _require_open(unit)
    _require_points(points, framework.unlisted_in_part(wanted))
    source = _sourced(document)
    award = Award(points=points, reason=reason.strip() or f"Theo {source}", awarded_by=body.strip())
    _store(unit, FactKind.AWARD, _announced(wanted.result_fact, award, source), actor)


@transaction.atomic
def declare_complete(*, actor: Actor, unit_pk: int, part: str, document: str) -> None:
    """State that a part's losses are all listed: then every point of it that no loss names was earned."""
    actor = actor.require(Right.IMPORT_RESULT)
    unit = unit_of(unit_pk)
    parts = framework_of(unit.round.framework).parts if unit else ()
    wanted = next((one for one in parts if one.key == part and one.register_fact), None)
    if unit is None or wanted is None:
        raise DeedError("Không có phần này; chưa lưu gì.", "There is no such part; nothing was stored.")
    _require_open(unit)
    complete = _announced(wanted.register_fact, value=True, document=_sourced(document))
    _store(unit, FactKind.YES_NO, complete, actor)


def _fact_of(part: Part) -> str:
    return part.result_fact or part.register_fact


def _require_open(unit: RoundUnit) -> None:
    if unit.round.published_at:
        raise DeedError(
            "Kỳ này đã công bố nên không nhập thêm kết quả; chưa lưu gì.",
            "This round is published and takes no more results; nothing was stored.",
        )


def _require_points(points: Decimal, most: Decimal) -> None:
    if not 0 <= points <= most:
        raise DeedError(
            f"Điểm phải từ 0 đến {said_points(most, 'vi')}; chưa lưu gì.",
            f"The points must be 0 to {said_points(most, 'en')}; nothing was stored.",
        )


def _sourced(document: str) -> str:
    if not document.strip():
        raise DeedError(
            "Phải ghi văn bản công bố kết quả; chưa lưu gì.",
            "Name the document that announces the result; nothing was stored.",
        )
    return document.strip()


def _store(unit: RoundUnit, kind: FactKind, fact: Fact, actor: Actor) -> None:
    """A fact that stands for every earlier one of its code; those are kept."""
    row = fact_row(unit, fact, kind)
    row.replaces, row.entered_by_id = True, actor.user_id
    row.save()
    record(
        actor=actor,
        deed="enter_result",
        subject=str(unit),
        about=[f"unit:{unit.pk}", f"round:{unit.round_id}"],
        fact=fact.code,
        value=row.value,
        document=row.document,
    )


def _announced(code: str, value: FactValue, document: str) -> Fact:
    reference = LegalReference(document=document)
    return Fact(code=code, value=value, reference=reference, certainty=Certainty.OFFICIAL)
