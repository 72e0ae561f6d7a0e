"""Kết quả qua bảng tính: what was claimed and awarded goes out; an appraisal of others comes in row by row."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from parindex.documents.tables import Change
from parindex.documents.tables.changes import heading
from parindex.documents.tables.result import KIND as KIND
from parindex.documents.tables.result import SHAPE, ResultLine, ResultTable, differences, read, write
from parindex.domain.agencies import AgencyDirectory
from parindex.domain.facts import Award
from parindex.domain.rights import Right
from parindex.domain.rules.base import Sentence
from parindex.records.models import RoundUnit
from parindex.records.queries.agencies import directory
from parindex.records.queries.results import owners_of
from parindex.services.actor import Actor
from parindex.services.appraisal.owners import decide
from parindex.services.errors import DeedError
from parindex.services.results.units import CriterionLine, UnitResult, unit_result
from parindex.services.sheets.moves import award_rows
from parindex.services.tables.model import Incoming, Preview, Refusal, because, identity_of, refusals
from parindex.services.tables.units import code_of

_RESPONSIBLE = heading(SHAPE.columns["responsible"])


def export(*, actor: Actor, unit: RoundUnit) -> bytes | None:
    """The result of a unit as its reader may see it; None where they may see nothing of it."""
    seen = unit_result(round_pk=unit.round_id, unit_pk=unit.pk, actor=actor)
    return write(_table(seen, directory())) if seen else None


def take(incoming: Incoming) -> Preview:
    """Give rows the points that a workbook says: a first time, or again where a body has judged already."""
    incoming.actor.require(Right.IMPORT_RESULT)
    found = read(incoming.workbook)
    judging = _Judging(seen=_seen(found, incoming.actor), known=directory(), incoming=incoming)
    changes = differences(_table(judging.seen, judging.known), found)
    kept: list[Change] = []
    refused: list[Refusal] = []
    for line in found.rows:
        own = [change for change in changes if change.place == line.criterion and not change.refused]
        why = _why_refused(line, own, judging) if own else None
        kept.extend(() if why else own)
        refused.extend(Refusal(change=change, why=why) for change in own if why)
    return Preview(
        kind=KIND,
        identity=identity_of(incoming.workbook),
        changes=tuple(kept),
        refused=(*refusals(changes), *refused),
        names={line.criterion: line.title for line in found.rows},
    )


def _seen(table: ResultTable, actor: Actor) -> UnitResult:
    units = RoundUnit.objects.filter(round__year=table.year, round__level=table.level).select_related(
        "agency"
    )
    unit = next((unit for unit in units if code_of(unit) == table.unit_code), None)
    seen = unit_result(round_pk=unit.round_id, unit_pk=unit.pk, actor=actor) if unit else None
    if seen is None:
        raise DeedError(
            f"Năm {table.year} không có đơn vị mã “{table.unit_code}” ở cấp này; chưa lưu gì.",
            f"There is no unit “{table.unit_code}” in {table.year} at this level; nothing was stored.",
        )
    return seen


def _table(seen: UnitResult, known: AgencyDirectory) -> ResultTable:
    decided = owners_of(seen.unit)
    codes = {criterion: decision.agencies for criterion, decision in decided.items()}
    return ResultTable(
        year=seen.round.year,
        level=seen.round.level,
        unit_code=code_of(seen.unit),
        unit_name=seen.unit.name,
        rows=tuple(
            _line(line, _names(codes.get(line.criterion.code, ()), known))
            for area in seen.areas
            for line in area.lines
        ),
    )


def _line(line: CriterionLine, responsible: tuple[str, ...]) -> ResultLine:
    """A leaf without a row (a survey's, or of a year without sheets) has what its rule gives."""
    judged = line.version if line.is_judged else None
    return ResultLine(
        criterion=line.criterion.code,
        title=line.criterion.title.vi,
        maximum=line.criterion.maximum.points if line.criterion.maximum else None,
        claimed=line.claimed,
        awarded=line.awarded if line.row else line.computed,
        reason=judged.reason if judged else "",
        body=judged.body if judged else "",
        responsible=responsible,
    )


def _names(codes: Sequence[str], known: AgencyDirectory) -> tuple[str, ...]:
    return tuple(agency.name if (agency := known.get(code)) else code for code in codes)


@dataclass(frozen=True, kw_only=True)
class _Judging:
    """The unit that a result is of, with whom it came from and the agencies that it may name."""

    seen: UnitResult
    known: AgencyDirectory
    incoming: Incoming

    def key(self, criterion: str) -> int:
        """The key of a criterion's row."""
        lines = (line for area in self.seen.areas for line in area.lines)
        row = next((line.row for line in lines if line.criterion.code == criterion), None)
        if row is None:
            raise DeedError(
                "Tiêu chí này không có dòng phiếu nào để ghi điểm.",
                "No sheet has a row for this criterion.",
            )
        return row.pk


def _why_refused(line: ResultLine, changes: Sequence[Change], judging: _Judging) -> Sentence | None:
    """Why a row's differences could not be kept, and none of them was; None when they were."""
    try:
        with transaction.atomic():
            if any(change.what != _RESPONSIBLE for change in changes):
                _give(line, judging)
            if any(change.what == _RESPONSIBLE for change in changes):
                _decide(line, judging)
    except DeedError as error:
        return because(error)
    return None


def _give(line: ResultLine, judging: _Judging) -> None:
    award_rows(
        actor=judging.incoming.actor,
        unit=judging.seen.unit,
        awards={judging.key(line.criterion): _award(line)},
        today=judging.incoming.today,
        right=Right.IMPORT_RESULT,
    )


def _decide(line: ResultLine, judging: _Judging) -> None:
    decide(
        actor=judging.incoming.actor,
        unit_pk=judging.seen.unit.pk,
        pk=judging.key(line.criterion),
        agencies=_codes(line.responsible, judging.known),
        reason=judging.incoming.source.reason,
        today=judging.incoming.today,
    )


def _award(line: ResultLine) -> Award:
    if line.awarded is None:
        raise DeedError(
            "Điểm thẩm định không xóa được; hãy ghi một số điểm.",
            "Points that were awarded cannot be taken away; write a number of points.",
        )
    return Award(points=line.awarded, reason=line.reason, awarded_by=line.body)


def _codes(names: Sequence[str], known: AgencyDirectory) -> list[str]:
    codes: list[str] = []
    for name in names:
        agency = known.match(name).agency
        if agency is None:
            raise DeedError(f"Danh mục không có cơ quan “{name}”.", f"No stored agency is called “{name}”.")
        codes.append(agency.code)
    return codes
