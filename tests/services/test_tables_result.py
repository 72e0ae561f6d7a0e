"""A unit's result goes out, and an appraisal that others made comes in: points, reasons, bodies, and who answers."""

from decimal import Decimal

import pytest

from parindex.domain.rights import Role
from parindex.domain.workflow import Stage
from parindex.records.models import LossOwner, RoundUnit, RowVersion
from parindex.services.actor import Actor, RefusedError
from parindex.services.tables import result
from tests.appraised_year import LATER, appraised_2018, sent_2018
from tests.documents.resaved import cells_of
from tests.returned_tables import Edit, cell, edited, refused, said, seen, store
from tests.scoring_year import Year, acting

pytestmark = pytest.mark.django_db

BODY = "Vụ Công chức - Viên chức"


@pytest.fixture
def year() -> Year:
    return sent_2018()


def exported(year: Year, actor: Actor) -> bytes:
    content = result.export(actor=actor, unit=year.unit)
    assert content is not None
    return content


def judged(criterion: str, *, points: object, reason: str = "", body: str = BODY) -> list[Edit]:
    named = ("Mã tiêu chí", criterion)
    said = {"Điểm thẩm định": points, "Lý do": reason, "Cơ quan thẩm định": body}
    return [cell("Kết quả", named, heading, value) for heading, value in said.items()]


def owned(criterion: str, names: str) -> Edit:
    return cell("Kết quả", ("Mã tiêu chí", criterion), "Trách nhiệm", names)


def test_an_unchanged_result_has_no_differences_and_is_the_same_bytes_again(year: Year):
    coordinator = acting(Role.COORDINATOR)
    content = exported(year, coordinator)

    applied = store(coordinator, content, LATER)

    assert (applied.changes, applied.refused) == ((), ())
    assert exported(year, coordinator) == content


def test_points_with_a_reason_are_an_appraisal_of_the_body_that_gave_them(year: Year):
    coordinator = acting(Role.COORDINATOR)
    edits = judged("5.7.1", points="0,25", reason="Còn công chức chưa đạt chuẩn")

    applied = store(coordinator, edited(exported(year, coordinator), *edits), LATER)

    assert said(applied) == [
        "5.7.1, Điểm thẩm định: “trống” → “0,25”",
        "5.7.1, Lý do: “trống” → “Còn công chức chưa đạt chuẩn”",
        "5.7.1, Cơ quan thẩm định: “trống” → “Vụ Công chức - Viên chức”",
    ]
    row = year.row("5.7.1")
    assert row.current is not None
    assert (row.stage, row.current.awarded, row.current.body, row.current.by_id) == (
        Stage.APPRAISED,
        Decimal("0.25"),
        BODY,
        coordinator.user_id,
    )


def test_points_that_were_given_already_are_given_again_as_final_ones(year: Year):
    coordinator = acting(Role.COORDINATOR)
    store(coordinator, edited(exported(year, coordinator), *judged("5.7.1", points="0,5")), LATER)

    again = judged("5.7.1", points="0,25", reason="Sau khi đối chiếu hồ sơ")
    store(coordinator, edited(exported(year, coordinator), *again), LATER)

    row = year.row("5.7.1")
    assert (row.stage, row.current.awarded if row.current else None) == (Stage.FINAL, Decimal("0.25"))
    assert exported(year, coordinator) == exported(year, coordinator)


@pytest.mark.parametrize(
    ("edits", "reason"),
    [
        (
            judged("5.7.1", points="0,25"),
            "Phải nêu lý do (ít nhất 3 từ); chưa thay đổi gì.",
        ),
        (
            judged("5.7.1", points="0,5", body=""),
            "Phải ghi cơ quan thẩm định; chưa lưu gì.",
        ),
        (
            judged("5.7.1", points="9", reason="Vượt điểm tối đa rồi"),
            "Tiêu chí 5.7.1: điểm thẩm định phải từ 0 đến 0,50; chưa lưu gì.",
        ),
        (
            judged("5.7.1", points="", reason="Không có điểm nào"),
            "Điểm thẩm định không xóa được; hãy ghi một số điểm.",
        ),
    ],
    ids=["no reason", "no body", "above the maximum", "no points"],
)
def test_what_no_appraisal_may_say_is_refused_and_other_rows_are_stored(
    year: Year, edits: list[Edit], reason: str
):
    coordinator = acting(Role.COORDINATOR)
    content = edited(exported(year, coordinator), *edits, *judged("5.5.2", points="0,25"))

    applied = store(coordinator, content, LATER)

    assert {why for _, why in refused(applied)} == {reason}
    assert year.row("5.7.1").stage == Stage.SENT
    assert year.row("5.5.2").stage == Stage.APPRAISED


def test_who_answers_is_decided_by_the_names_of_the_file_and_comes_back_as_them():
    year, coordinator = appraised_2018({"5.7.1": "0.25"}), acting(Role.COORDINATOR)
    content = edited(exported(year, coordinator), owned("5.7.1", "Sở Nội vụ"))

    applied = store(coordinator, content, LATER)

    assert said(applied) == ["5.7.1, Trách nhiệm: “trống” → “Sở Nội vụ”"]
    assert LossOwner.objects.get().agencies == ["26-so-noi-vu"]
    assert seen(coordinator, content, LATER).changes == ()
    assert seen(coordinator, exported(year, coordinator), LATER).refused == ()


def test_an_agency_that_nobody_knows_is_refused():
    year, coordinator = appraised_2018({"5.7.1": "0.25"}), acting(Role.COORDINATOR)

    preview = seen(coordinator, edited(exported(year, coordinator), owned("5.7.1", "Sở Viễn tưởng")), LATER)

    assert refused(preview) == [
        ("5.7.1, Trách nhiệm: “trống” → “Sở Viễn tưởng”", "Danh mục không có cơ quan “Sở Viễn tưởng”.")
    ]


def test_a_criterion_without_a_row_has_points_and_takes_none():
    from parindex.services.demonstration.loading import load_demonstration
    from parindex.services.tables.units import code_of

    load_demonstration()
    unit = RoundUnit.objects.select_related("round__framework", "agency").get()
    coordinator = acting(Role.COORDINATOR)
    content = result.export(actor=coordinator, unit=unit)
    assert content is not None

    rows = cells_of(content)["Kết quả"]
    preview = seen(coordinator, edited(content, *judged("5.7.1", points="0,5")), LATER)

    awarded = rows[0].index("Điểm thẩm định")
    assert code_of(unit) == "26"
    assert next(row[awarded] for row in rows if row[0] == "5.7.1") == 0.25
    assert {why for _, why in refused(preview)} == {"Tiêu chí này không có dòng phiếu nào để ghi điểm."}


def test_an_agency_sees_its_own_rows_alone_and_strangers_nothing(year: Year):
    own = exported(year, acting(Role.SCORER, "26-so-thong-tin-va-truyen-thong"))

    codes = {row[0].partition(".")[0] for row in cells_of(own)["Kết quả"][1:]}

    assert codes == {"7"}
    assert result.export(actor=acting(Role.ADMINISTRATOR), unit=year.unit) is None


@pytest.mark.parametrize("role", [Role.APPRAISER, Role.SCORER, Role.LEADER, Role.ADMINISTRATOR])
def test_only_the_coordinator_takes_a_result_in(year: Year, role: Role):
    content = edited(exported(year, acting(Role.COORDINATOR)), *judged("5.7.1", points="0,5"))

    with pytest.raises(RefusedError):
        store(acting(role), content, LATER)

    assert not RowVersion.objects.filter(awarded__isnull=False).exists()
