"""Nhập kết quả thẩm định: what a table would change, and doing it: all of it or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from parindex.domain.facts import Award
from parindex.domain.framework import Framework
from parindex.domain.points import ZERO
from parindex.domain.rights import Right
from parindex.domain.workflow import Stage
from parindex.records.models import RoundUnit, SheetRow
from parindex.records.queries.results import unit_of
from parindex.services.actor import Actor
from parindex.services.appraisal.import_lines import BLOCKS, GIVES, ResultLine, Standing, result_lines
from parindex.services.appraisal.import_reading import Reading, reading_as_data, reading_from_data
from parindex.services.errors import DeedError
from parindex.services.frameworks.storing import framework_of
from parindex.services.log import record
from parindex.services.sheets.awards import claim_of, maximum_of
from parindex.services.sheets.moves import agree, award_rows


@dataclass(frozen=True, kw_only=True)
class ResultPreview:
    """A reading beside a unit's rows; `missing` are rows of the unit that the table does not list."""

    unit: RoundUnit
    framework: Framework
    reading: Reading
    lines: tuple[ResultLine, ...]
    missing: tuple[SheetRow, ...]
    rows: tuple[SheetRow, ...]

    def of(self, *standings: Standing) -> tuple[ResultLine, ...]:
        return tuple(line for line in self.lines if line.standing in standings)

    @property
    def giving(self) -> tuple[ResultLine, ...]:
        """The lines that give a row other points or words than it has."""
        return self.of(*GIVES)

    @property
    def blocking(self) -> tuple[ResultLine, ...]:
        """The lines that cannot be: as long as there is one, nothing is stored."""
        return self.of(*BLOCKS)

    @property
    def waiting(self) -> tuple[SheetRow, ...]:
        """The rows that are not listed and wait for an appraisal."""
        return tuple(row for row in self.missing if row.stage == Stage.SENT)

    @property
    def keepable(self) -> tuple[SheetRow, ...]:
        """Those of them that have something to stand: a claim, or that they do not apply or cannot have points."""
        return tuple(row for row in self.waiting if _can_stand(row))

    @property
    def left_out(self) -> tuple[SheetRow, ...]:
        """Those that are said not to apply: where they are kept, the appraiser agrees that they do not count."""
        return tuple(row for row in self.keepable if _does_not_apply(row))

    @property
    def unclaimed(self) -> tuple[SheetRow, ...]:
        """Those that nobody scored: there is nothing to keep, so they take points one by one."""
        return tuple(row for row in self.waiting if not _can_stand(row))

    @property
    def awarded(self) -> Decimal:
        """What the table's lines with a row of the unit give together."""
        return sum((line.read.awarded or ZERO for line in self.lines if line.row), ZERO)

    @property
    def difference(self) -> Decimal | None:
        """The announced total beyond the sum of these lines; None where none was given."""
        announced = self.reading.source.announced
        return None if announced is None else announced - self.awarded


@dataclass(frozen=True, kw_only=True, slots=True)
class Applied:
    """What an import did: rows that got points, rows whose claim was kept, rows that said so already."""

    awarded: int
    kept: int
    same: int


def preview(unit_pk: int, *, actor: Actor, reading: Reading) -> ResultPreview | None:
    """What a reading would change; None where there is no such unit. Stores nothing."""
    unit = unit_of(unit_pk)
    if unit is None:
        return None
    actor.require(Right.IMPORT_RESULT)
    framework = framework_of(unit.round.framework)
    known = SheetRow.objects.filter(sheet__unit=unit).select_related(
        "current", "sheet__unit__round__framework"
    )
    rows = tuple(known.defer("sheet__unit__round__framework__data").order_by("sheet", "position"))
    own = {row.criterion: row for row in rows}
    listed = {read.code for read in reading.read.rows}
    return ResultPreview(
        unit=unit,
        framework=framework,
        reading=reading,
        lines=result_lines(reading.read.rows, own, framework, reading.source),
        missing=tuple(row for row in rows if row.criterion not in listed),
        rows=rows,
    )


def preview_as_data(seen: ResultPreview) -> dict[str, Any]:
    """A preview as plain data: the reading, and which version of each row stood beside it."""
    return {
        "unit": seen.unit.pk,
        "reading": reading_as_data(seen.reading),
        "seen": {str(row.pk): row.current_id for row in seen.rows},
    }


@transaction.atomic
def apply(data: Mapping[str, Any], *, actor: Actor, unit_pk: int, keep_rest: bool, today: date) -> Applied:
    """Do what was previewed, and with `keep_rest` let rows that the table does not list stand as they are.

    Raises `DeedError` where rows have changed since the preview or a line cannot be; `KeyError`, `TypeError` or
    `ValueError` for data of another shape.
    """
    actor = actor.require(Right.IMPORT_RESULT)
    seen = preview(unit_pk, actor=actor, reading=reading_from_data(data["reading"]))
    if seen is None or data["unit"] != unit_pk or preview_as_data(seen)["seen"] != data["seen"]:
        raise DeedError(
            "Các dòng đã thay đổi từ khi xem trước; chưa lưu gì. Hãy tải tệp lên và xem lại chênh lệch.",
            "Rows have changed since the preview; nothing was stored. Upload the file and look again.",
        )
    _require_possible(seen)
    given = {line.row.pk: _award(line) for line in seen.giving if line.row}
    right = Right.IMPORT_RESULT
    if given:
        award_rows(actor=actor, unit=seen.unit, awards=given, today=today, right=right)
    rest = [row.pk for row in seen.keepable] if keep_rest else []
    if rest:
        agree(actor=actor, unit=seen.unit, rows=rest, body=seen.reading.source.body, today=today, right=right)
    _record(seen, actor, rest)
    return Applied(awarded=len(given), kept=len(rest), same=len(seen.of(Standing.SAME)))


def _can_stand(row: SheetRow) -> bool:
    return claim_of(row) is not None or maximum_of(row) is None or _does_not_apply(row)


def _does_not_apply(row: SheetRow) -> bool:
    return row.current is not None and not row.current.applicable


def _require_possible(seen: ResultPreview) -> None:
    if not seen.blocking:
        return
    codes = ", ".join(line.read.code for line in seen.blocking)
    raise DeedError(
        f"Không nhập được các dòng {codes}: chưa trình, đã chốt, lặp, hoặc vượt điểm tối đa; chưa lưu gì.",
        f"These lines cannot be imported: {codes} (not sent, settled, stated twice, or above the maximum); "
        "nothing was stored.",
    )


def _award(line: ResultLine) -> Award:
    return Award(points=line.read.awarded or ZERO, reason=line.reason, awarded_by=line.body)


def _record(seen: ResultPreview, actor: Actor, rest: list[int]) -> None:
    source = seen.reading.source
    record(
        actor=actor,
        deed="import_result",
        subject=str(seen.unit),
        about=[f"unit:{seen.unit.pk}", f"round:{seen.unit.round_id}"],
        source=source.name,
        sha256=source.sha256,
        document=source.document,
        rows={
            line.read.code: [_said(line.before), _said(line.read.awarded)] for line in seen.giving if line.row
        },
        kept=[row.criterion for row in seen.missing if row.pk in set(rest)],
    )


def _said(points: Decimal | None) -> str | None:
    return None if points is None else f"{points.normalize():f}"
