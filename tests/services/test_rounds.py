"""Rounds: a year is opened once, and its facts come back as they were given."""

import pytest

from parindex.frameworks.facts_file import load_facts
from parindex.frameworks.loader import framework_for
from parindex.records.models import AssessmentRound, LogEntry, RoundFact
from parindex.records.queries.rounds import fact_book
from parindex.services.errors import DeedError
from parindex.services.rounds import open_round, picture

pytestmark = pytest.mark.django_db

FACTS = load_facts()


def opened(year: int = 2017) -> AssessmentRound:
    framework = framework_for(FACTS.framework_id)
    return open_round(year=year, unit_name="Tỉnh Vĩnh Phúc", framework=framework, facts=FACTS.book)


def test_the_facts_of_2017_come_back_from_the_tables_as_they_were_read():
    row = opened()

    assert fact_book(row) == FACTS.book


def test_a_year_is_opened_once():
    opened()

    with pytest.raises(DeedError) as refused:
        opened()

    assert (refused.value.vi, refused.value.en) == (
        "Kỳ đánh giá năm 2017 đã mở từ trước; số liệu đã có được giữ nguyên.",
        "The round of 2017 is open already; its facts are kept as they are.",
    )
    assert (AssessmentRound.objects.count(), RoundFact.objects.count(), LogEntry.objects.count()) == (
        1,
        22,
        1,
    )


def test_without_a_round_there_is_no_picture():
    assert picture() is None


def test_the_newest_round_is_shown_unless_a_year_is_asked_for():
    opened()
    opened(2018)

    years = [seen.round.year for seen in (picture(), picture(2017)) if seen]
    assert (years, picture(2016)) == ([2018, 2017], None)


def test_a_round_without_a_plan_has_its_score_all_the_same():
    opened()

    seen = picture()

    assert seen
    assert (seen.plan, str(seen.score.total.earned)) == (None, "80.29")
