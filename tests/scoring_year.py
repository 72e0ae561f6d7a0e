"""The province's year 2018 in the tests: a round with five lead agencies, and the people who work in it."""

from dataclasses import dataclass
from datetime import date

from parindex.domain.rights import Role
from parindex.domain.workflow import Milestone
from parindex.records.models import Agency, AssessmentRound, RoundUnit, Sheet, SheetRow, User
from parindex.services.actor import SYSTEM, Actor
from parindex.services.frameworks.storing import built_in_version
from parindex.services.people.posts import actor_of
from parindex.services.rounds.sheets import open_sheets
from parindex.services.rounds.years import open_round
from tests.people import person

DAY = date(2018, 12, 3)
MILESTONES = {
    Milestone.SELF_SCORE: date(2018, 12, 15),
    Milestone.REVIEW: date(2018, 12, 20),
    Milestone.CONSOLIDATION: date(2018, 12, 25),
    Milestone.SENDING: date(2018, 12, 31),
    Milestone.EXPLANATION: date(2019, 3, 15),
    Milestone.SECOND_APPRAISAL: date(2019, 4, 15),
}
LEADS = {
    "1": ("26-so-noi-vu", "Sở Nội vụ"),
    "2": ("26-so-tu-phap", "Sở Tư pháp"),
    "3": ("26-van-phong-ubnd-tinh", "Văn phòng UBND tỉnh"),
    "4": ("26-so-noi-vu", "Sở Nội vụ"),
    "5": ("26-so-noi-vu", "Sở Nội vụ"),
    "6": ("26-so-tai-chinh", "Sở Tài chính"),
    "7": ("26-so-thong-tin-va-truyen-thong", "Sở Thông tin và Truyền thông"),
    "8": ("26-van-phong-ubnd-tinh", "Văn phòng UBND tỉnh"),
}


@dataclass(frozen=True)
class Year:
    """The round of 2018 with its one unit, and who works in it."""

    round: AssessmentRound
    unit: RoundUnit

    def sheet(self, agency: str = "26-so-noi-vu") -> Sheet:
        return Sheet.objects.get(unit=self.unit, agency__code=agency)

    def row(self, criterion: str) -> SheetRow:
        return SheetRow.objects.get(sheet__unit=self.unit, criterion=criterion)


def agency(code: str, name: str, level: str = "department") -> Agency:
    defaults = {"name": name, "level": level, "certainty": "sample"}
    return Agency.objects.get_or_create(code=code, defaults=defaults)[0]


def open_2018(framework_id: str = "2948-2017") -> Year:
    """Open the province's year 2018 and the sheets of its lead agencies."""
    version = built_in_version(framework_id, actor=SYSTEM)
    province = agency("26", "Tỉnh Vĩnh Phúc", "province")
    leads = {area: agency(code, name) for area, (code, name) in LEADS.items()}
    row = open_round(actor=SYSTEM, year=2018, framework=version, units=[province], milestones=MILESTONES)
    open_sheets(actor=SYSTEM, round_=row, leads=leads)
    return Year(round=row, unit=row.units.get())


def acting(role: Role, agency_code: str = "26-so-noi-vu", **options: object) -> Actor:
    """Somebody with a role, as deeds know them."""
    return as_actor(person(role, agency_code, **options))  # type: ignore[arg-type]


def as_actor(user: User) -> Actor:
    return actor_of(user, address="10.0.0.7", today=DAY)
