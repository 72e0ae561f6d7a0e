"""Rounds: a year is opened once a level, its version stays with it, and its facts come back as they were given."""

from datetime import date

import pytest

from parindex.domain.rights import Role
from parindex.domain.workflow import Milestone
from parindex.frameworks.facts_file import load_facts
from parindex.records.models import AssessmentRound, FrameworkVersion, LogEntry, RoundFact
from parindex.records.queries.rounds import fact_book
from parindex.services.actor import SYSTEM, RefusedError
from parindex.services.errors import DeedError
from parindex.services.frameworks.storing import built_in_version, framework_of
from parindex.services.improvement.picture import picture
from parindex.services.rounds.facts import store_facts
from parindex.services.rounds.years import open_round, set_milestones
from tests.scoring_year import acting, agency

pytestmark = pytest.mark.django_db

FACTS = load_facts()


def opened(year: int = 2017) -> AssessmentRound:
    version = built_in_version(FACTS.framework_id, actor=SYSTEM)
    province = agency("26", "Tỉnh Vĩnh Phúc", "province")
    row = open_round(actor=SYSTEM, year=year, framework=version, units=[province])
    store_facts(actor=SYSTEM, unit=row.units.get(), framework=framework_of(version), facts=FACTS.book)
    return row


def published(year: int = 2017) -> AssessmentRound:
    row = opened(year)
    row.published_at = row.opened_at
    row.save()
    return row


def test_the_facts_of_2017_come_back_from_the_tables_as_they_were_read():
    row = opened()

    assert fact_book(row.units.get()) == FACTS.book


def test_a_year_is_opened_once_a_level():
    opened()

    with pytest.raises(DeedError) as refused:
        opened()

    assert (refused.value.vi, refused.value.en) == (
        "Kỳ đánh giá năm 2017 của cấp này đã mở từ trước; dữ liệu đã có được giữ nguyên.",
        "The round of 2017 is open already at this level; what is there is kept as it is.",
    )
    assert (AssessmentRound.objects.count(), RoundFact.objects.count(), LogEntry.objects.count()) == (
        1,
        22,
        3,
    )


def test_the_version_of_a_round_cannot_be_changed():
    version = opened().framework
    version.title = "Bộ tiêu chí khác"

    with pytest.raises(RuntimeError):
        version.save()
    with pytest.raises(RuntimeError):
        FrameworkVersion.objects.all().delete()


def test_without_a_published_round_there_is_no_picture():
    opened(2018)

    assert picture() is None


def test_the_newest_published_year_is_shown_unless_another_is_asked_for():
    published()
    published(2018)
    opened(2019)

    years = [seen.round.year for seen in (picture(), picture(2017)) if seen]
    assert (years, picture(2016)) == ([2018, 2017], None)


def test_a_round_without_a_plan_has_its_score_all_the_same():
    published()

    seen = picture()

    assert seen
    assert (seen.plan, str(seen.score.total.earned)) == (None, "80.29")


def test_changed_milestones_are_in_the_log_as_they_were_and_as_they_are():
    row = opened(2018)
    coordinator = acting(Role.COORDINATOR)
    for last in (date(2018, 12, 15), date(2018, 12, 20)):
        set_milestones(actor=coordinator, round_=row, milestones={Milestone.SELF_SCORE: last})

    details = list(LogEntry.objects.filter(deed="set_milestones").values_list("detail", flat=True))
    assert details == [
        {"before": {}, "after": {"self_score": "2018-12-15"}},
        {"before": {"self_score": "2018-12-15"}, "after": {"self_score": "2018-12-20"}},
    ]


def test_only_the_coordinator_opens_a_year():
    version = built_in_version(FACTS.framework_id, actor=SYSTEM)

    with pytest.raises(RefusedError):
        open_round(
            actor=acting(Role.SCORER), year=2018, framework=version, units=[agency("26", "Tỉnh", "province")]
        )
