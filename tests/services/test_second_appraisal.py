"""After a second appraisal: why points are still missing, what was granted beside it, no loss where all came back."""

from decimal import Decimal

import pytest

from parindex.domain.explanation import explain as explained
from parindex.domain.facts import Award, AwardedAgain
from parindex.domain.rights import Role
from parindex.records.queries.appraisals import awards_of
from parindex.services.appraisal.owners import owners_page
from parindex.services.improvement.criteria import criterion_page
from parindex.services.improvement.losses import LossLine, register
from parindex.services.results.over_scoring import over_scoring
from parindex.services.results.units import CriterionLine, unit_result
from parindex.services.sheets.moves import agree, explain, finalise, publish
from tests.appraised_year import BODY, LATER, appraised_2018, give, sent_2018
from tests.scoring_year import Year, acting

pytestmark = pytest.mark.django_db

COUNCIL = "Hội đồng thẩm định"
MISSING = "Sở Tài chính báo cáo chậm hai lần"
GRANTED = "Đã bổ sung một báo cáo"
FIRST = Award(points=Decimal("1.75"), reason=MISSING, awarded_by=BODY)


def given(points: str, reason: str = GRANTED) -> Award:
    return Award(points=Decimal(points), reason=reason, awarded_by=COUNCIL)


def lowered_2018(first: str = "1.75") -> Year:
    """1.2 of at most 3,00 points claims 3,00 and was given less."""
    year = sent_2018()
    give(year, "1.2", first, MISSING)
    return year


def judged_again(year: Year, award: Award) -> None:
    """Explained by the agency that scores 1.2, then judged for good."""
    pk = year.row("1.2").pk
    explain(actor=acting(Role.HEAD), pk=pk, text="Đã gửi bổ sung báo cáo", today=LATER)
    finalise(actor=acting(Role.APPRAISER), pk=pk, award=award, today=LATER)


def published_again(points: str = "2.50", reason: str = GRANTED) -> Year:
    year = appraised_2018({"1.2": "1.75"}, reason=MISSING)
    judged_again(year, given(points, reason))
    publish(actor=acting(Role.COORDINATOR), round_=year.round, today=LATER)
    return year


def loss_of(criterion: str) -> LossLine | None:
    seen = register()
    assert seen
    return next((line for line in seen.lines if line.code == criterion), None)


def result_of(year: Year, criterion: str) -> CriterionLine:
    seen = unit_result(round_pk=year.round.pk, unit_pk=year.unit.pk, actor=acting(Role.COORDINATOR))
    assert seen
    return next(line for area in seen.areas for line in area.lines if line.criterion.code == criterion)


def test_the_reason_of_the_lowering_stands_beside_what_was_granted_after_it():
    year = lowered_2018()
    judged_again(year, given("2.50"))

    award = awards_of(year.unit)["1.2"]

    assert award == AwardedAgain(points=Decimal("2.50"), reason=GRANTED, awarded_by=COUNCIL, first=FIRST)
    assert (award.why_lost, award.why_lost_by) == (MISSING, BODY)


def test_a_lowering_that_was_corrected_before_it_was_explained_counts_as_it_was_corrected():
    year = lowered_2018("0.50")
    give(year, "1.2", "1.75", "Chậm đúng một báo cáo")
    judged_again(year, given("2.50"))

    award = awards_of(year.unit)["1.2"]

    assert award
    assert award.why_lost == "Chậm đúng một báo cáo"


@pytest.mark.parametrize(
    ("first", "last", "why"),
    [
        ("1.75", "1.00", MISSING),  # lowered further
        ("1.75", "1.75", MISSING),  # nothing granted
        ("1.75", "3.00", GRANTED),  # all of it taken back
        ("3.00", "1.00", GRANTED),  # the claim had stood at first
    ],
)
def test_whose_reason_stands_depends_on_who_lowered_what_is_still_missing(first: str, last: str, why: str):
    year = lowered_2018(first)
    judged_again(year, given(last))

    award = awards_of(year.unit)["1.2"]

    assert award
    assert (award.points, award.why_lost) == (Decimal(last), why)


def test_a_claim_that_is_kept_after_all_leaves_no_reason_of_an_appraiser():
    year = sent_2018({"1.2": "2.00"})
    give(year, "1.2", "1.75", MISSING)
    explain(actor=acting(Role.HEAD), pk=year.row("1.2").pk, text="Đã gửi bổ sung báo cáo", today=LATER)
    rows = [year.row("1.2").pk]
    agree(actor=acting(Role.APPRAISER), unit=year.unit, rows=rows, body=COUNCIL, today=LATER)

    assert awards_of(year.unit) == {"1.2": given("2.00", "")}


def test_a_row_without_a_claim_lost_its_points_for_the_first_reason():
    year = sent_2018({})
    give(year, "1.2", "0.00", MISSING)
    judged_again(year, given("1.00"))

    award = awards_of(year.unit)["1.2"]

    assert award
    assert (award.points, award.why_lost) == (Decimal("1.00"), MISSING)


def test_the_register_of_losses_says_why_points_are_missing_and_what_was_granted():
    published_again()

    loss = loss_of("1.2")

    assert loss
    assert (loss.lost, loss.reason) == (Decimal("0.50"), MISSING)
    assert (loss.again and loss.again.points, loss.again and loss.again.reason) == (Decimal("2.50"), GRANTED)


def test_points_that_all_came_back_are_no_loss():
    published_again("3.00", "Báo cáo gửi đúng hạn")

    assert loss_of("1.2") is None


def test_the_page_of_a_criterion_tells_both_appraisals_in_their_order():
    published_again()

    seen = criterion_page("1.2")

    assert seen
    assert seen.score
    assert explained(seen.score, seen.picture.framework, "vi")[-2:] == (
        f"{BODY} thẩm định: 1,75 điểm. Lý do: {MISSING}.",
        f"{COUNCIL} thẩm định lại: 2,50 điểm. Lý do: {GRANTED}.",
    )
    assert explained(seen.score, seen.picture.framework, "en")[-1] == (
        f"{COUNCIL} appraised it again at 2.50 points. Reason: {GRANTED}."
    )


def test_a_units_result_gives_the_reason_of_what_is_missing_with_its_body():
    year = published_again()

    line = result_of(year, "1.2")

    assert (line.awarded, line.reason, line.reason_by) == (Decimal("2.50"), MISSING, BODY)
    assert line.again
    assert (line.again.reason, line.again.awarded_by) == (GRANTED, COUNCIL)


def test_claims_beside_awards_give_the_reason_of_the_difference():
    published_again()

    seen = over_scoring(actor=acting(Role.COORDINATOR), criterion="1.2")

    assert seen
    assert [(row.difference, row.reason) for row in seen.rows] == [(Decimal("0.50"), MISSING)]


def test_who_is_named_by_the_reason_of_the_loss_is_proposed_to_answer_for_it():
    year = published_again()

    seen = owners_page(year.unit.pk, actor=acting(Role.COORDINATOR), today=LATER)

    assert seen
    loss = next(loss for loss in seen.losses if loss.row.criterion == "1.2")
    assert loss.proposals[0].agency.name == "Sở Tài chính"
