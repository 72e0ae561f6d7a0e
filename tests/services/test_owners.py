"""Who answers for lost points: what is proposed, what a person decides, and what the published year then says."""

from decimal import Decimal

import pytest

from parindex.domain.rights import Role
from parindex.frameworks.agencies import load_agencies
from parindex.records.models import LogEntry, LossOwner
from parindex.services.actor import SYSTEM, RefusedError
from parindex.services.appraisal.owners import OwnersPage, decide, decide_as_proposed, owners_page
from parindex.services.errors import DeedError
from parindex.services.improvement.losses import register
from parindex.services.improvement.storing_agencies import store_agencies
from parindex.services.log import verify
from parindex.services.sheets.moves import publish
from tests.appraised_year import LATER, appraised_2018, give, sent_2018
from tests.scoring_year import Year, acting

pytestmark = pytest.mark.django_db

SNV, STTTT, STP = "26-so-noi-vu", "26-so-thong-tin-va-truyen-thong", "26-so-tu-phap"


@pytest.fixture
def year() -> Year:
    store_agencies(actor=SYSTEM, agencies=load_agencies(), source="agencies.csv")
    year = sent_2018()
    give(year, "1.2", "1.75", "Chậm hai báo cáo năm")
    give(year, "5.7.1", "0.25")
    return year


def looked_at(year: Year) -> OwnersPage:
    page = owners_page(year.unit.pk, actor=acting(Role.COORDINATOR), today=LATER)
    assert page
    return page


def decided(year: Year, criterion: str, *agencies: str, reason: str = "") -> LossOwner:
    return decide(
        actor=acting(Role.COORDINATOR),
        unit_pk=year.unit.pk,
        pk=year.row(criterion).pk,
        agencies=agencies,
        reason=reason,
        today=LATER,
    )


def all_decided(year: Year, *criteria: str, role: Role = Role.COORDINATOR) -> int:
    rows = [year.row(criterion).pk for criterion in criteria]
    return decide_as_proposed(actor=acting(role), unit_pk=year.unit.pk, rows=rows, today=LATER)


def test_losses_stand_largest_first_with_who_may_answer_for_them(year: Year):
    page = looked_at(year)

    losses = [
        (loss.row.criterion, str(loss.lost), [found.agency.code for found in loss.proposals])
        for loss in page.losses
    ]
    assert losses == [("1.2", "1.2500", [STTTT, SNV]), ("5.7.1", "0.2500", [SNV])]
    assert (page.total, page.undecided, len(page.open)) == (Decimal("1.50"), Decimal("1.50"), 2)
    assert [(share.name, share.total) for share in page.shares] == [("", Decimal("1.50"))]


def test_points_are_counted_alone_and_shared_by_agency_once_they_are_decided(year: Year):
    decided(year, "1.2", STTTT, SNV)
    decided(year, "5.7.1", SNV)

    page = looked_at(year)

    shares = [(share.code, share.alone, share.shared) for share in page.shares]
    assert shares == [
        (SNV, Decimal("0.25"), Decimal("1.25")),
        (STTTT, Decimal("0.00"), Decimal("1.25")),
    ]
    assert (page.open, page.undecided) == ((), Decimal(0))


def test_the_newest_decision_stands_and_the_earlier_ones_are_kept(year: Year):
    decided(year, "1.2", STTTT)
    decided(year, "1.2", STTTT, SNV)

    (first, _) = looked_at(year).losses

    assert [agency.code for agency in first.owners] == [STTTT, SNV]
    assert list(LossOwner.objects.values_list("agencies", flat=True)) == [[STTTT], [STTTT, SNV]]


def test_every_decision_is_in_the_log_with_what_stood_before(year: Year):
    decided(year, "1.2", STTTT)
    decided(year, "1.2", SNV, reason="Sở Nội vụ nhận trách nhiệm")

    entry = LogEntry.objects.order_by("-number")[0]
    assert (entry.deed, entry.detail["before"], entry.detail["after"], entry.detail["reason"]) == (
        "decide_owners",
        [STTTT],
        [SNV],
        "Sở Nội vụ nhận trách nhiệm",
    )
    assert list(verify()) == []


def test_an_agency_that_nothing_proposes_takes_a_reason(year: Year):
    with pytest.raises(DeedError):
        decided(year, "5.7.1", STP)

    decided(year, "5.7.1", STP, reason="Sở Tư pháp chậm thẩm tra văn bằng")

    loss = looked_at(year).losses[1]
    assert [agency.code for agency in loss.others] == [STP]


@pytest.mark.parametrize("agencies", [(), ("nobody",), (SNV, "nobody")])
def test_nobody_or_somebody_unknown_answers_for_nothing(year: Year, agencies: tuple[str, ...]):
    with pytest.raises(DeedError):
        decided(year, "5.7.1", *agencies, reason="Vì một lý do khác")

    assert LossOwner.objects.count() == 0


@pytest.mark.parametrize("criterion", ["5.5.2", "1.6"])
def test_a_row_that_lost_nothing_or_waits_for_its_appraisal_has_no_owner(year: Year, criterion: str):
    with pytest.raises(DeedError):
        decided(year, criterion, SNV)


def test_one_deed_lets_the_first_proposal_answer_for_every_loss_that_was_shown(year: Year):
    assert all_decided(year, "1.2", "5.7.1") == 2

    page = looked_at(year)
    assert [[agency.code for agency in loss.owners] for loss in page.losses] == [[STTTT], [SNV]]
    assert LogEntry.objects.filter(deed="decide_owners").count() == 2
    assert list(verify()) == []


def test_losses_that_were_not_shown_or_are_decided_already_stay_as_they_are(year: Year):
    decided(year, "1.2", SNV)
    give(year, "3.2.1", "0.00")

    assert all_decided(year, "1.2", "5.7.1") == 1

    owners = {loss.row.criterion: [agency.code for agency in loss.owners] for loss in looked_at(year).losses}
    assert owners == {"1.2": [SNV], "3.2.1": [], "5.7.1": [SNV]}


def test_nothing_is_decided_at_once_where_nothing_is_open(year: Year):
    all_decided(year, "1.2", "5.7.1")

    with pytest.raises(DeedError):
        all_decided(year, "1.2", "5.7.1")

    assert LossOwner.objects.count() == 2


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.COORDINATOR])
def test_only_the_coordinator_decides(year: Year, role: Role):
    with pytest.raises(RefusedError):
        all_decided(year, "5.7.1", role=role)
    with pytest.raises(RefusedError):
        decide(
            actor=acting(role),
            unit_pk=year.unit.pk,
            pk=year.row("5.7.1").pk,
            agencies=[SNV],
            reason="",
            today=LATER,
        )


def test_a_published_year_without_a_plan_names_those_who_were_decided_on():
    store_agencies(actor=SYSTEM, agencies=load_agencies(), source="agencies.csv")
    year = appraised_2018({"1.2": "1.75"})
    decided(year, "1.2", STTTT, SNV)
    publish(actor=acting(Role.COORDINATOR), round_=year.round, today=LATER)

    seen = register()

    assert seen
    line = next(line for line in seen.lines if line.code == "1.2")
    assert (line.responsible, line.reason, line.row) == (
        ("Sở Thông tin và Truyền thông", "Sở Nội vụ"),
        "Tài liệu chưa đủ căn cứ",
        None,
    )
    assert (seen.picture.lead_of("1"), seen.picture.plan) == ("Sở Nội vụ", None)
