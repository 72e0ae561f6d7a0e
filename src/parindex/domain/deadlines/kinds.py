"""The shapes of a deadline, and what each of them fills in."""

from dataclasses import dataclass
from enum import StrEnum


class DeadlineKind(StrEnum):
    YEARLY = "yearly"  # Hàng năm: 31 December of each year
    YEARLY_MONTH = "yearly_month"  # Tháng 12 hàng năm: the month's last day
    YEARLY_QUARTER = "yearly_quarter"  # Quý II hàng năm: 30 June
    YEARLY_DAY = "yearly_day"  # Trước ngày 15/12 hàng năm
    HALF_YEARLY = "half_yearly"  # 6 tháng, hàng năm: 30 June and 31 December
    QUARTERLY = "quarterly"  # Hàng quý; with `day`, that day of the quarter's last month
    MONTHLY = "monthly"  # Hàng tháng; with `day`, that day of each month
    YEAR = "year"  # Trong năm 2018
    YEARS = "years"  # Giai đoạn 2018-2020: from `first_year` to `year`
    PART_YEAR = "part_year"  # 6 tháng đầu năm 2018: up to the end of `month`
    QUARTER = "quarter"  # Quý III năm 2018
    MONTH = "month"  # Tháng 8/2018
    DAY = "day"  # 18/7/2018
    AFTER_EVENT = (
        "after_event"  # Trong vòng 05 ngày (làm việc) kể từ ngày …: no date until the start is known
    )
    CONTINUOUS = "continuous"  # Thường xuyên: never finished, so no date
    ON_INSTRUCTION = "on_instruction"  # Theo chỉ đạo của Chính phủ: no date
    UNKNOWN = "unknown"  # text kept, no date


RECURRING = frozenset(
    {
        DeadlineKind.YEARLY,
        DeadlineKind.YEARLY_MONTH,
        DeadlineKind.YEARLY_QUARTER,
        DeadlineKind.YEARLY_DAY,
        DeadlineKind.HALF_YEARLY,
        DeadlineKind.QUARTERLY,
        DeadlineKind.MONTHLY,
    }
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Deadline:
    """A deadline as written (`text`) and as understood. Unused fields are None.

    A single deadline may lack its year ("Quý II"): it then has a date only in a plan of one year.
    A recurring one may be bounded by `first_year` and `year` ("Hàng năm, giai đoạn 2018-2020").
    `unread` holds the words that were not understood, folded, so that a reader can remark them.
    """

    kind: DeadlineKind
    text: str
    year: int | None = None
    first_year: int | None = None
    quarter: int | None = None
    month: int | None = None
    day: int | None = None
    before: bool = False  # "trước ngày 15/12": the last day is the one before
    days: int | None = None  # calendar days after an event; year, month, day are its date where it is written
    working_days: int | None = None  # working days after an event
    unread: str = ""

    @property
    def recurs(self) -> bool:
        return self.kind in RECURRING
