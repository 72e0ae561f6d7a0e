"""Anh/chị còn quên gì? What a sheet still lacks, who may send it, and sending it once nothing is in the way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from parindex.domain.facts import Deed, Event, Fact
from parindex.domain.framework import Framework
from parindex.domain.points import ZERO
from parindex.domain.rights import Right, Role, RowPlace
from parindex.domain.sheet_checks import (
    CheckedEvidence,
    CheckedOverride,
    CheckedRow,
    Forgotten,
    forgotten,
)
from parindex.domain.titles import Title
from parindex.domain.workflow import STEPS, Move
from parindex.records.models import Evidence, Sheet, SheetRow
from parindex.records.queries.evidence import last_submission, unexplained_overrides
from parindex.records.queries.people import posts_on
from parindex.records.queries.sheets import locked_rows, sheets
from parindex.services.actor import Actor
from parindex.services.errors import DeedError
from parindex.services.sheets.moves import rows_to_send, submit
from parindex.services.sheets.pictures import RowLine, SheetPicture, sheet_picture

_UNSENT = STEPS[Move.SUBMIT].starts
_DOCUMENT_FAULTS = frozenset({"expired_evidence", "evidence_outside_year"})
_LATE = ("chậm", "trễ hạn", "quá hạn")  # how titles of facts speak of lateness


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckedLine:
    """A row that lacks something, with what it lacks."""

    line: RowLine
    found: Sequence[Forgotten]

    @property
    def blocks(self) -> bool:
        return any(each.severity == "blocks" for each in self.found)

    @property
    def at_stake(self) -> Decimal:
        """The points that hang on what the row lacks: its largest finding's, for all speak of the same points."""
        return max((each.points or ZERO for each in self.found), default=ZERO)


@dataclass(frozen=True, kw_only=True, slots=True)
class SheetCheck:
    """A sheet before it is sent: the rows that would go, what they lack, and who may send them.

    `left_out` says how many unsent rows stay behind, since the deadline has passed and only others were reopened.
    `is_whole` says that the reader sees every row of it; `locked` why it cannot be sent by anybody now.
    """

    sheet: SheetPicture
    unsent: Sequence[RowLine]
    left_out: int
    lacking: Sequence[CheckedLine]
    is_whole: bool
    may_submit: bool
    locked: Title | None
    heads: Sequence[str]

    @property
    def blocking(self) -> list[CheckedLine]:
        return [each for each in self.lacking if each.blocks]

    @property
    def warning(self) -> list[CheckedLine]:
        return [each for each in self.lacking if not each.blocks]

    @property
    def claimed(self) -> Decimal:
        return sum((line.claimed or ZERO for line in self.unsent), ZERO)

    @property
    def maximum(self) -> Decimal:
        return sum((line.score.maximum or ZERO for line in self.unsent), ZERO)


@dataclass(frozen=True, kw_only=True, slots=True)
class Submission:
    """A sheet that was sent: its rows that are under way, when the last of them went, and who sent them."""

    sheet: SheetPicture
    rows: Sequence[RowLine]
    at: datetime
    by: str

    @property
    def claimed(self) -> Decimal:
        return sum((line.claimed or ZERO for line in self.rows), ZERO)

    @property
    def maximum(self) -> Decimal:
        return sum((line.score.maximum or ZERO for line in self.rows), ZERO)

    @property
    def documents(self) -> int:
        """How many documents prove its rows; one that proves several counts once."""
        return len({link.evidence_id for line in self.rows for link in line.proofs})


def forgotten_of(picture: SheetPicture) -> tuple[Forgotten, ...]:
    """What the rows of a sheet that are not sent yet still lack, by criterion."""
    overrides = unexplained_overrides(picture.sheet.unit)
    lines = unsent_rows(picture)
    rows = [checked_row(line, picture.framework, overrides, picture.today) for line in lines]
    return forgotten(rows, year=picture.sheet.unit.round.year, today=picture.today)


def unsent_rows(picture: SheetPicture) -> list[RowLine]:
    """The rows that sending the sheet is about, as `services.sheets.moves.rows_to_send` has it."""
    rows = [line.row for line in picture.rows]
    going = {row.pk for row in rows_to_send(rows, milestones=picture.milestones, today=picture.today)}
    return [line for line in picture.rows if line.row.pk in going]


def sheet_check(picture: SheetPicture, *, actor: Actor) -> SheetCheck:
    """The check of a sheet as its reader sees it."""
    found: dict[str, list[Forgotten]] = {}
    for each in forgotten_of(picture):
        found.setdefault(each.criterion, []).append(each)
    unsent = unsent_rows(picture)
    unsent_in_all = sum(line.stage in _UNSENT for line in picture.rows)
    place = _place(picture.sheet)
    return SheetCheck(
        sheet=picture,
        unsent=unsent,
        left_out=unsent_in_all - len(unsent),
        lacking=[
            CheckedLine(line=line, found=found[line.row.criterion])
            for line in unsent
            if line.row.criterion in found
        ],
        is_whole=actor.may(Right.READ_ROWS, place),
        may_submit=actor.may(Right.SUBMIT, place),
        locked=next((line.refused[Move.SUBMIT] for line in unsent if Move.SUBMIT in line.refused), None),
        heads=heads_of(picture.sheet, on=picture.today),
    )


@transaction.atomic
def submit_sheet(*, actor: Actor, pk: int, today: date) -> int:
    """Gửi phiếu: send every row that is not sent yet, unless one of them lacks what it must have; returns how many.

    Raises `RefusedError` where the person may not, `DeedError` naming the rows that keep it back: nothing was sent.
    """
    sheet = sheets().filter(pk=pk).first()
    if sheet is None:
        raise DeedError("Không có phiếu này; chưa gửi gì.", "There is no such sheet; nothing was sent.")
    actor.require(Right.SUBMIT, _place(sheet))
    locked_rows(SheetRow.objects.filter(sheet=sheet))
    picture = sheet_picture(sheet, actor=actor, today=today)
    blocking = list(
        dict.fromkeys(each.criterion for each in forgotten_of(picture) if each.severity == "blocks")
    )
    if blocking:
        codes = ", ".join(blocking)
        raise DeedError(
            f"Còn {len(blocking)} dòng chưa đủ: {codes}. Hãy bổ sung rồi gửi lại; chưa gửi gì.",
            f"{len(blocking)} rows lack something: {codes}. Complete them and send again; nothing was sent.",
        )
    return submit(actor=actor, sheet=sheet, today=today)


def submission_of(picture: SheetPicture) -> Submission | None:
    """What was sent of a sheet; None where nothing was, or all of it came back."""
    last = last_submission(picture.sheet)
    rows = [line for line in picture.rows if line.stage not in _UNSENT]
    if last is None or not rows:
        return None
    return Submission(sheet=picture, rows=rows, at=last.at, by=str(last.by) if last.by else "")


def heads_of(sheet: Sheet, *, on: date) -> list[str]:
    """The names of those who may send a sheet on a day."""
    posts = posts_on(on).filter(role=Role.HEAD, agency=sheet.agency_id, user__is_active=True)
    return list(dict.fromkeys(posts.values_list("user__full_name", flat=True)))


def checked_row(line: RowLine, framework: Framework, overrides: frozenset[str], today: date) -> CheckedRow:
    """A row as the checks read it; `overrides` are the codes of facts that were replaced without a reason."""
    titles = {definition.code: definition.title.vi for definition in framework.fact_definitions}
    version = line.version
    return CheckedRow(
        criterion=line.row.criterion,
        title=line.criterion.title.vi,
        maximum=line.score.maximum,
        claimed=line.claimed,
        computed=line.score.points,
        applicable=version is None or version.applicable,
        justification=version.justification if version else "",
        evidence=tuple(_checked_evidence(link.evidence) for link in line.proofs),
        overrides=tuple(
            CheckedOverride(fact_title=titles.get(code, code))
            for code in dict.fromkeys(fact.code for fact in line.score.facts)
            if code in overrides
        ),
        late_events=_late_events(line.score.facts, titles, today),
        open_questions=line.open_questions,
    )


def faults_of(document: Evidence, *, year: int, today: date) -> frozenset[str]:
    """What a document by itself makes doubtful for a year: the kinds of `_DOCUMENT_FAULTS` that a check would find."""
    alone = CheckedRow(
        criterion="", title="", maximum=None, claimed=None, evidence=(_checked_evidence(document),)
    )
    found = (each.kind for each in forgotten([alone], year=year, today=today))
    return _DOCUMENT_FAULTS.intersection(found)


def _checked_evidence(document: Evidence) -> CheckedEvidence:
    return CheckedEvidence(
        title=document.title,
        number=document.number,
        issued_date=document.issued_date,
        valid_to=document.valid_to,
    )


def _late_events(facts: Sequence[Fact], titles: Mapping[str, str], today: date) -> int:
    """How many late things the facts of a criterion hold: deeds past their day, and events of facts on lateness."""
    count = 0
    for fact in facts:
        about_lateness = any(word in titles.get(fact.code, "").lower() for word in _LATE)
        for each in fact.value if isinstance(fact.value, tuple) else ():
            is_late_event = isinstance(each, Event) and about_lateness
            count += is_late_event or (isinstance(each, Deed) and (each.done_date or today) > each.due_date)
    return count


def _place(sheet: Sheet) -> RowPlace:
    """A sheet as a whole, for rights that reach an agency."""
    return RowPlace(agency=sheet.agency.code, criterion="")
