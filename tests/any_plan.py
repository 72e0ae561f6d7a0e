"""Any plan that a document may hold, as a hypothesis strategy: words missing, numbers repeated, figures that differ."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from parindex.domain.deadlines import Deadline, parse_deadline
from parindex.domain.plans import (
    AreaLead,
    BaseResults,
    Loss,
    LossEvent,
    PartResult,
    Period,
    Plan,
    PlanDocument,
    Remark,
    Target,
    Task,
)

WORDS = st.text(alphabet="aâăđêôơưhòaHOÀ0123 ./-–“”|", max_size=40)
SOME_WORDS = WORDS.filter(bool)
YEARS = st.integers(2012, 2035)
POINTS = st.none() | st.decimals(0, 100, places=2) | st.decimals(0, 9, places=4)
CODES = st.sampled_from(["1", "1.2", "3.2.1", "7.10", "7.1.10"])
AGENCIES = st.sampled_from(["Sở Nội vụ", "UBND cấp huyện", "Các cơ quan, đơn vị liên quan", "Sở Lạ"])
DEADLINES: st.SearchStrategy[Deadline | None] = st.none() | st.sampled_from(
    [
        "Hàng năm",
        "Quý II năm 2018",
        "Trước ngày 15/12 hàng năm",
        "Trong năm 2018",
        "khi có thể",
        "Theo chỉ đạo",
    ]
).map(parse_deadline)


def tuples(elements: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(elements, max_size=most).map(tuple)


RANKS = st.none() | st.integers(1, 63)
PERIODS = st.builds(
    lambda year, more: Period(first_year=year, last_year=year + more), YEARS, st.integers(0, 5)
)
DOCUMENTS = st.builds(
    PlanDocument,
    number=WORDS,
    issued_date=st.none() | st.dates(date(2012, 1, 1), date(2035, 12, 31)),
    issuer=WORDS,
    title=WORDS,
    period=st.none() | PERIODS,
)
RESULTS = st.builds(
    BaseResults,
    year=st.none() | YEARS,
    rank_change=st.none() | st.integers(-62, 62),
    parts=tuples(
        st.builds(
            PartResult, part=st.sampled_from(["total", "direct"]), points=POINTS, rank=RANKS, out_of=RANKS
        )
    ),
)
TASKS = st.builds(
    Task,
    number=WORDS,
    text=WORDS,
    criteria=tuples(CODES),
    aims=tuples(WORDS),
    lead=tuples(AGENCIES),
    cooperating=tuples(AGENCIES),
    deadline=DEADLINES,
)
LOSSES = st.builds(
    Loss,
    criterion=CODES,
    name=WORDS,
    maximum=POINTS,
    earned=POINTS,
    lost=POINTS,
    justification=WORDS,
    responsible=tuples(AGENCIES),
    events=tuples(st.builds(LossEvent, text=SOME_WORDS, points=POINTS, document=WORDS)),
)
PLANS = st.builds(
    Plan,
    document=DOCUMENTS,
    results=RESULTS,
    targets=tuples(st.builds(Target, year=YEARS, top=st.integers(1, 63), text=WORDS)),
    area_leads=tuples(st.builds(AreaLead, area=CODES, agency=AGENCIES, area_name=WORDS, deadline=DEADLINES)),
    duties=tuples(SOME_WORDS),
    tasks=tuples(TASKS, most=6),
    losses=tuples(LOSSES, most=6),
    remarks=tuples(st.builds(Remark, kind=WORDS, place=WORDS, text=WORDS)),
)
