"""The province's year 2018 in the tests, further on: handed in, sent, and appraised."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from parindex.domain.facts import Award
from parindex.domain.rights import Role
from parindex.domain.workflow import Milestone, Stage
from parindex.frameworks.facts_file import load_facts
from parindex.records.models import Evidence, RoundMilestone, RowEvidence, SheetRow
from parindex.services.actor import SYSTEM
from parindex.services.frameworks.storing import framework_of
from parindex.services.rounds.facts import store_facts
from parindex.services.sheets.moves import accept, agree, appraise, consolidate, send, submit
from parindex.services.sheets.rows import FactEntry, RowEntry, save_row
from tests.scoring_year import DAY, Year, acting, open_2018

LATER = date(2019, 2, 1)
INSUFFICIENT = "Tài liệu chưa đủ căn cứ"
BODY = "Vụ Công chức - Viên chức"
SHARE = "qualified_commune_officials"
CLAIMS = {"5.7.1": "0.50", "5.5.2": "0.25", "7.2.2": "1.00", "1.2": "3.00", "3.2.1": "0.50"}


def sent_2018(claims: Mapping[str, str] = CLAIMS) -> Year:
    """The year with these claims, handed in by every agency and sent; the facts are those of 2017."""
    year = open_2018()
    framework = framework_of(year.round.framework)
    store_facts(actor=SYSTEM, unit=year.unit, framework=framework, facts=load_facts().book)
    for criterion, points in claims.items():
        claim(year, criterion, points)
    hand_in(year)
    return year


def entered_2018(document: str) -> Year:
    """5.7.1 claims what follows from a share that its own agency entered, with this source."""
    year = open_2018()
    entry = RowEntry(
        base=0,
        said={"claimed": Decimal("0.50")},
        facts={SHARE: FactEntry(value=Fraction(1), document=document)},
    )
    save_row(actor=acting(Role.SCORER), pk=year.row("5.7.1").pk, entry=entry, today=DAY)
    hand_in(year)
    return year


def hand_in(year: Year) -> None:
    """Every agency submits its sheet, the coordinator accepts, consolidates and sends."""
    sheets = [sheet for sheet in year.unit.sheets.select_related("agency") if sheet.rows.exists()]
    for sheet in sheets:
        submit(actor=acting(Role.HEAD, sheet.agency.code), sheet=sheet, today=DAY)
        accept(actor=acting(Role.COORDINATOR), rows=sheet.rows.all(), today=DAY)
    consolidate(actor=acting(Role.COORDINATOR), unit=year.unit, today=DAY)
    send(actor=acting(Role.COORDINATOR), unit=year.unit, today=DAY)


def appraised_2018(
    awards: Mapping[str, str], claims: Mapping[str, str] = CLAIMS, *, reason: str = INSUFFICIENT
) -> Year:
    """The year appraised: these rows get these points, every other one keeps its claim, or has none."""
    year = sent_2018(claims)
    for criterion, points in awards.items():
        give(year, criterion, points, reason)
    waiting = SheetRow.objects.filter(sheet__unit=year.unit, stage=Stage.SENT)
    unclaimed = [row for row in waiting if row.criterion not in claims]
    for row in unclaimed:
        give(year, row.criterion, "0.00", "Không có tài liệu nào")
    kept = [row.pk for row in waiting if row not in unclaimed]
    if kept:
        agree(actor=acting(Role.APPRAISER), unit=year.unit, rows=kept, body=BODY, today=LATER)
    return year


def claim(year: Year, criterion: str, points: str) -> None:
    row = year.row(criterion)
    entry = RowEntry(base=0, said={"claimed": Decimal(points)})
    scorer = acting(Role.SCORER, row.sheet.agency.code)
    save_row(actor=scorer, pk=row.pk, entry=entry, today=DAY)


def leave_out(year: Year, criterion: str, *, justification: str) -> None:
    """The agency says that a criterion does not apply."""
    row = year.row(criterion)
    entry = RowEntry(base=0, said={"applicable": False, "justification": justification})
    save_row(actor=acting(Role.SCORER, row.sheet.agency.code), pk=row.pk, entry=entry, today=DAY)


def give(year: Year, criterion: str, points: str, reason: str = INSUFFICIENT) -> None:
    award = Award(points=Decimal(points), reason=reason, awarded_by=BODY)
    appraise(actor=acting(Role.APPRAISER), pk=year.row(criterion).pk, award=award, today=LATER)


def prove(year: Year, criterion: str, title: str = "Báo cáo kết quả (mẫu)") -> None:
    """Attach a document to a row."""
    row = year.row(criterion)
    document = Evidence.objects.create(agency=row.sheet.agency, title=title)
    RowEvidence.objects.create(row=row, evidence=document)


def still_open(year: Year) -> None:
    """Explaining and appraising again stay possible on the day the tests run."""
    late = (Milestone.EXPLANATION, Milestone.SECOND_APPRAISAL)
    RoundMilestone.objects.filter(round=year.round, milestone__in=late).update(last_date=date(2099, 12, 31))
