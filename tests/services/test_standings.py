"""Standings of the sample rounds: sums, the province as its documents tell it, and the time that 137 communes take."""

from time import perf_counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from parindex.domain.points import ZERO
from parindex.records.models import AssessmentRound, SheetRow
from parindex.services.actor import SYSTEM
from parindex.services.results.rankings import ranking
from parindex.services.results.standings import Basis, round_standings

pytestmark = pytest.mark.usefixtures("sample_years")


def test_a_year_that_documents_tell_has_the_points_of_its_facts_and_the_announced_rank():
    round_ = AssessmentRound.objects.get(year=2017, level="province")

    seen = ranking(round_, actor=SYSTEM)

    (line,) = seen.lines
    assert (str(line.points), line.rank, line.standing.basis) == ("80.29", None, Basis.COMPUTED)
    assert seen.announced
    assert (seen.announced.rank, seen.announced.points) == (20, line.points)


def test_137_communes_are_ranked_in_a_few_questions_and_at_once():
    round_ = AssessmentRound.objects.get(year=2018, level="commune")
    with CaptureQueriesContext(connection) as first:
        ranking(round_, actor=SYSTEM)
    start = perf_counter()
    with CaptureQueriesContext(connection) as again:
        seen = ranking(round_, actor=SYSTEM)

    assert (len(seen.lines), len(first) <= 15, len(again) <= 5) == (137, True, True)
    assert perf_counter() - start < 2


def test_the_points_of_a_unit_are_the_sum_of_its_rows_and_its_survey():
    round_ = AssessmentRound.objects.get(year=2017, level="department")

    for one in round_standings(round_):
        awarded = sum(
            row.current.awarded or ZERO
            for row in SheetRow.objects.filter(sheet__unit=one.unit).select_related("current")
            if row.current
        )
        surveyed = sum(s.points or ZERO for s in one.score.criteria if s.criterion.code not in one.rows)
        assert one.total.earned == awarded + surveyed
        total = one.total
        assert total.maximum == total.earned + total.lost + total.open + total.inapplicable
