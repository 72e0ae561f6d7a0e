"""Publication: what is missing before it, what is confirmed, and what the pages of the year then say."""

from decimal import Decimal

import pytest

from parindex.domain.rights import Role
from parindex.records.models import LogEntry, PublishedResult, RoundUnit
from parindex.services.actor import RefusedError
from parindex.services.errors import DeedError
from parindex.services.improvement.overview import overview
from parindex.services.results.publication import Announcement, Lack, Publication, publication, publish_round
from tests.appraised_year import LATER, appraised_2018, give, sent_2018
from tests.scoring_year import Year, acting

pytestmark = pytest.mark.django_db

SOURCE = "Quyết định mẫu 1/QĐ-BNV"


def ready(year: Year) -> Publication:
    seen = publication(year.round.pk, actor=acting(Role.COORDINATOR))
    assert seen
    return seen


def published(year: Year, *, confirmed: str = "2018", announcement: Announcement | None = None) -> int:
    return publish_round(
        actor=acting(Role.COORDINATOR),
        round_pk=year.round.pk,
        confirmed=confirmed,
        announcement=announcement,
        today=LATER,
    )


def is_published(year: Year) -> bool:
    year.round.refresh_from_db()
    return year.round.published_at is not None


def test_rows_that_wait_and_losses_nobody_answers_for_are_told_before():
    year = sent_2018()
    give(year, "5.7.1", "0.25")

    seen = ready(year)

    (unit,) = seen.units
    assert (unit.rows, unit.waiting, unit.awarded) == (17, 16, Decimal("0.25"))
    assert (unit.unowned, unit.unowned_points, seen.is_ready) == (1, Decimal("0.25"), False)


def test_a_year_is_published_once_it_was_typed_and_every_row_is_appraised():
    year = appraised_2018({"5.7.1": "0.25"})

    rows = published(year)

    assert (rows, is_published(year)) == (17, True)
    with pytest.raises(DeedError):
        published(year)


@pytest.mark.parametrize("typed", ["", "2017", "có"])
def test_a_year_mistyped_publishes_nothing(typed: str):
    year = appraised_2018({"5.7.1": "0.25"})

    with pytest.raises(DeedError):
        published(year, confirmed=typed)

    assert not is_published(year)


def test_a_unit_without_a_row_is_missing_and_stops_the_publication():
    year = appraised_2018({})
    RoundUnit.objects.create(round=year.round, name="Tỉnh khác (mẫu)", position=1)

    with pytest.raises(DeedError) as refused:
        published(year)

    assert {lack: len(units) for lack, units in ready(year).missing.items()} == {Lack.NO_ROWS: 1}
    assert refused.value.vi == "Chưa công bố: có đơn vị chưa có dòng nào trong phiếu."


def test_while_a_row_waits_nothing_is_published():
    year = sent_2018()
    give(year, "5.7.1", "0.25")

    with pytest.raises(DeedError) as refused:
        published(year)

    assert (refused.value.vi, is_published(year)) == (
        "Chưa công bố: còn 16 dòng chưa thẩm định xong.",
        False,
    )


def test_what_was_announced_of_the_province_is_stored_with_its_source():
    year = appraised_2018({"5.7.1": "0.25"})

    published(year, announcement=Announcement(points=Decimal("79.05"), rank=14, source=SOURCE))

    row = PublishedResult.objects.get()
    assert (row.subject, row.year, row.measure, row.points, row.rank, row.source) == (
        "Vĩnh Phúc",
        2018,
        "total",
        Decimal("79.05"),
        14,
        SOURCE,
    )
    assert "store_announced" in LogEntry.objects.values_list("deed", flat=True)


def test_an_announcement_without_a_source_publishes_nothing():
    year = appraised_2018({"5.7.1": "0.25"})

    with pytest.raises(DeedError):
        published(year, announcement=Announcement(points=None, rank=14, source=" "))

    assert (is_published(year), PublishedResult.objects.count()) == (False, 0)


def test_a_published_year_that_came_from_sheets_has_an_overview_that_says_what_is_open():
    year = appraised_2018({"5.7.1": "0.25", "1.2": "1.75"})
    announcement = Announcement(points=Decimal("79.05"), rank=14, source=SOURCE)
    published(year, announcement=announcement)

    seen = overview(today=LATER)

    assert seen
    assert (seen.picture.round.year, seen.published and seen.published.rank, seen.out_of) == (2018, 14, None)
    assert (seen.reconciles, seen.picture.years) == (False, (2018,))
    lost = {line.code: (line.lost, line.reason) for line in seen.losses}
    assert lost["1.2"] == (Decimal("1.25"), "Tài liệu chưa đủ căn cứ")
    assert {line.score.area.code: line.lead for line in seen.areas}["6"] == "Sở Tài chính"


def test_an_earlier_year_can_still_be_looked_at(demonstration: None):
    year = appraised_2018({"5.7.1": "0.25"})
    published(year)

    newest, earlier = overview(today=LATER), overview(today=LATER, year=2017)

    assert newest
    assert earlier
    assert (newest.picture.round.year, newest.picture.other_year) == (2018, None)
    assert (earlier.picture.round.year, earlier.picture.other_year, earlier.picture.years) == (
        2017,
        2017,
        (2018, 2017),
    )
    assert (earlier.total.earned, newest.published and newest.published.points) == (
        Decimal("80.29"),
        Decimal("79.05"),
    )


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.COORDINATOR])
def test_only_the_coordinator_publishes(role: Role):
    year = appraised_2018({"5.7.1": "0.25"})

    with pytest.raises(RefusedError):
        publish_round(actor=acting(role), round_pk=year.round.pk, confirmed="2018", today=LATER)

    assert not is_published(year)
