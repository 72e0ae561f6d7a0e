"""Báo cáo tự chấm điểm: a unit's whole year as data: what is claimed, what the rules give, and what proves it.

Rows that were sent say what they said then. maximum = self-scored + surveyed + unlisted, in every area and in all.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from parindex.documents.writing.tables import Cell, Column, write_table
from parindex.domain.framework import Area, Criterion, Framework
from parindex.domain.points import ZERO
from parindex.domain.text import code_key
from parindex.domain.workflow import STAGE_TITLES, Move, Stage
from parindex.records.models import RoundUnit, RowVersion
from parindex.records.queries.rounds import versions_after
from parindex.services.actor import Actor
from parindex.services.evidence.packages import numbered_proofs
from parindex.services.review.consolidation import consolidation
from parindex.services.review.lines import ReviewLine
from parindex.services.rounds.sheets import self_scored

FORMAT = 1
"""The version of the report as JSON."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportRow:
    """One criterion. Points that are not known are None; `stage` is "" where no sheet scores it (a survey does)."""

    code: str
    title: str
    maximum: Decimal | None
    scored_by: str = ""
    stage: str = ""
    applicable: bool = True
    claimed: Decimal | None = None
    computed: Decimal | None = None
    justification: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportSums:
    """Sums of an area, or of all: maximum = self_scored + surveyed + unlisted.

    `unclaimed` and `uncomputed` are the maxima of self-scored rows where nothing is claimed, or no fact makes points.
    """

    maximum: Decimal = ZERO
    self_scored: Decimal = ZERO
    surveyed: Decimal = ZERO
    unlisted: Decimal = ZERO
    claimed: Decimal = ZERO
    computed: Decimal = ZERO
    unclaimed: Decimal = ZERO
    uncomputed: Decimal = ZERO

    def __add__(self, other: "ReportSums") -> "ReportSums":
        pairs = {name: getattr(self, name) + getattr(other, name) for name in self.__slots__}
        return ReportSums(**pairs)


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportArea:
    """One area with its criteria, in the order of their codes."""

    code: str
    title: str
    sums: ReportSums
    rows: tuple[ReportRow, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ScoringReport:
    """The report of one unit as of a day; `is_sample` where the round or its framework was made for demonstration."""

    unit: str
    unit_code: str
    level: str
    year: int
    as_of: date
    framework: str
    framework_title: str
    decision: str
    is_sample: bool
    areas: tuple[ReportArea, ...]

    @property
    def sums(self) -> ReportSums:
        return sum((area.sums for area in self.areas), ReportSums())


def scoring_report(unit: RoundUnit, *, actor: Actor, today: date) -> ScoringReport:
    """The report of a unit, for those who may read results before publication."""
    seen = consolidation(unit, actor=actor, today=today)
    numbers: dict[str, list[str]] = defaultdict(list)
    for proof in numbered_proofs(unit, (line.line.row for line in seen.lines)):
        numbers[proof.criterion.code].append(proof.number)
    sent = versions_after(Move.SEND, unit)
    rows = {row.code: row for row in (_row(line, sent, numbers) for line in seen.lines)}
    framework = seen.framework
    return ScoringReport(
        unit=unit.name,
        unit_code=unit.agency.code if unit.agency else "",
        level=unit.round.level,
        year=unit.round.year,
        as_of=today,
        framework=framework.id,
        framework_title=framework.title.vi,
        decision=str(framework.decision),
        is_sample=unit.round.is_sample or framework.is_sample,
        areas=tuple(_area(area, framework, rows) for area in framework.areas),
    )


def as_json(report: ScoringReport) -> bytes:
    """The report for programs: points are text with their decimals, None where they are not known."""
    data = {"format": FORMAT, **asdict(report), "sums": asdict(report.sums)}
    return (json.dumps(data, ensure_ascii=False, indent=2, default=_plain) + "\n").encode()


def as_xlsx(report: ScoringReport) -> bytes:
    """The report as a spreadsheet: areas with their sums, their criteria, what is not listed, and the total."""
    rows = [*(row for area in report.areas for row in _table_rows(area)), *_foot(report)]
    return write_table(title="Báo cáo tự chấm điểm", columns=_COLUMNS, rows=rows)


def _row(line: ReviewLine, sent: Mapping[int, RowVersion], numbers: Mapping[str, Sequence[str]]) -> ReportRow:
    criterion, row = line.line.criterion, line.line.row
    version = sent.get(row.pk) or line.line.version
    applicable = version.applicable if version else True
    return ReportRow(
        code=criterion.code,
        title=criterion.title.vi,
        maximum=criterion.maximum.points if criterion.maximum else None,
        scored_by=line.agency.name,
        stage=line.line.stage.value,
        applicable=applicable,
        claimed=version.claimed if version and applicable else None,
        computed=sent[row.pk].computed if row.pk in sent else line.line.score.points,
        justification=version.justification if version else "",
        evidence=tuple(numbers.get(criterion.code, ())),
    )


def _area(area: Area, framework: Framework, rows: Mapping[str, ReportRow]) -> ReportArea:
    leaves = sorted(
        (leaf for leaf in framework.leaves() if leaf.area == area.code), key=lambda leaf: code_key(leaf.code)
    )
    own = {leaf.code for leaf in self_scored(framework)}
    found = tuple(rows.get(leaf.code) or _unscored(leaf) for leaf in leaves)
    mine = [row for row in found if row.code in own]
    sums = ReportSums(
        maximum=area.maximum.points,
        self_scored=_sum(row.maximum for row in mine),
        surveyed=_sum(row.maximum for row in found if row.code not in own),
        unlisted=framework.unlisted_in_area(area),
        claimed=_sum(row.claimed for row in mine),
        computed=_sum(row.computed for row in mine),
        unclaimed=_sum(row.maximum for row in mine if row.claimed is None and row.applicable),
        uncomputed=_sum(row.maximum for row in mine if row.computed is None),
    )
    return ReportArea(code=area.code, title=area.title.vi, sums=sums, rows=found)


def _unscored(leaf: Criterion) -> ReportRow:
    maximum = leaf.maximum.points if leaf.maximum else None
    return ReportRow(code=leaf.code, title=leaf.title.vi, maximum=maximum)


def _sum(points: Iterable[Decimal | None]) -> Decimal:
    return sum((point or ZERO for point in points), ZERO)


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    cents = value.quantize(ZERO)
    return str(cents if cents == value else value.normalize())


_COLUMNS = (
    Column(heading="Mã", width=9),
    Column(heading="Tiêu chí", width=48),
    Column(heading="Điểm tối đa", width=12),
    Column(heading="Điểm tự chấm", width=12),
    Column(heading="Điểm tính theo số liệu", width=14),
    Column(heading="Cơ quan chấm điểm", width=28),
    Column(heading="Trạng thái", width=14),
    Column(heading="Giải trình", width=56),
    Column(heading="Tài liệu kiểm chứng", width=24),
)


def _table_rows(area: ReportArea) -> Iterator[Sequence[Cell]]:
    sums = area.sums
    yield (area.code, area.title, sums.maximum, sums.claimed, sums.computed, "", "", "", "")
    for row in area.rows:
        yield (
            row.code,
            row.title,
            row.maximum,
            row.claimed,
            row.computed,
            row.scored_by,
            _state(row),
            row.justification,
            ", ".join(row.evidence),
        )
    if sums.unlisted:
        yield ("", f"Chưa liệt kê trong lĩnh vực {area.code}", sums.unlisted, None, None, "", "", "", "")


def _state(row: ReportRow) -> str:
    if not row.stage:
        return "điều tra xã hội học"
    stage = STAGE_TITLES[Stage(row.stage)].vi
    return stage if row.applicable else f"{stage}; không áp dụng"


def _foot(report: ScoringReport) -> Iterator[Sequence[Cell]]:
    sums = report.sums
    yield ("", "Tổng cộng", sums.maximum, sums.claimed, sums.computed, "", "", "", "")
    for words, points in (("Chưa tự chấm", sums.unclaimed), ("Chưa tính được theo số liệu", sums.uncomputed)):
        if points:
            yield ("", words, points, None, None, "", "", "", "")
    said = f"{report.unit}, năm {report.year}; {report.framework_title} ({report.decision})"
    if report.is_sample:
        said = f"{said}; dữ liệu mẫu"
    yield ("", said, None, None, None, "", "", "", "")
