"""on_time: a day decides."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from parindex.domain.facts import Deed
from parindex.domain.rules.on_time import OnTime
from parindex.domain.sources import Certainty

RULE = OnTime(deeds="published", on_time_certainty=Certainty.IMPLIED, late_certainty=Certainty.PLAN)
DUE = date(2017, 12, 1)


@given(delays=st.lists(st.integers(min_value=-400, max_value=400) | st.none(), min_size=1, max_size=8))
def test_everything_on_time_earns_the_maximum_and_one_late_deed_nothing(delays: list[int | None]):
    done = [None if delay is None else DUE + timedelta(days=delay) for delay in delays]
    deeds = tuple(Deed(name=str(n), due_date=DUE, done_date=day) for n, day in enumerate(done))

    verdict = RULE.evaluate({"deeds": deeds}, Decimal("0.50"))

    late = [delay for delay in delays if delay is None or delay > 0]
    assert verdict.points == (0 if late else Fraction(1, 2))
    assert len(verdict.steps) == len(late) + 1
