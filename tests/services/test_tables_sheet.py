"""A sheet goes out, is filled in elsewhere and comes back: each row is saved as its agency would save it."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as DatabaseTestCase

from parindex.documents.tables.sheet import write
from parindex.domain.rights import Role
from parindex.domain.sources import Certainty
from parindex.records.models import LogEntry, RoundFact, RowVersion, SheetRow
from parindex.records.queries.rounds import fact_book
from parindex.services import tables
from parindex.services.actor import SYSTEM, Actor
from parindex.services.errors import DeedError
from parindex.services.frameworks.storing import built_in_version
from parindex.services.rounds.sheets import open_sheets
from parindex.services.rounds.years import open_round
from parindex.services.sheets.moves import submit
from parindex.services.sheets.pictures import opened_sheet
from parindex.services.sheets.rows import FactEntry, RowEntry, save_row
from parindex.services.tables import SupersededPreviewError, sheet
from parindex.services.tables.sheet_tables import sheet_table
from tests.returned_tables import Edit, cell, edited, fact, refused, said, seen, store, why
from tests.scoring_year import DAY, Year, acting, agency, open_2018

pytestmark = pytest.mark.django_db

SHEET = "Phiếu chấm điểm"
SHARE = "qualified_commune_officials"


@pytest.fixture
def year() -> Year:
    return open_2018()


def exported(year: Year, actor: Actor, agency: str = "26-so-noi-vu") -> bytes:
    content = sheet.export(actor=actor, pk=year.sheet(agency).pk, today=DAY)
    assert content is not None
    return content


def claim(criterion: str, heading: str, value: object) -> Edit:
    """An edit of one criterion's row."""
    return cell(SHEET, ("Mã tiêu chí", criterion), heading, value)


REPORT = (
    fact(SHARE, "Giá trị", "99,6%"),
    fact(SHARE, "Văn bản nguồn", "Báo cáo 12/BC-SNV"),
    fact(SHARE, "Độ chắc", "cơ quan báo cáo"),
)


def test_an_unchanged_sheet_has_no_differences_and_storing_it_leaves_no_trace(year: Year):
    scorer = acting(Role.SCORER)
    content, before = exported(year, scorer), LogEntry.objects.count()

    preview, applied = seen(scorer, content), store(scorer, content)

    assert (preview.changes, preview.refused, preview.is_possible) == ((), (), False)
    assert (applied, LogEntry.objects.count()) == (preview, before)
    assert exported(year, scorer) == content


def test_a_preview_says_what_would_change_and_stores_nothing(year: Year):
    scorer = acting(Role.SCORER)
    content = edited(exported(year, scorer), claim("5.7.1", "Điểm tự chấm", "0,25"), *REPORT)
    before = LogEntry.objects.count()

    preview = seen(scorer, content)

    assert said(preview) == [
        "5.7.1, Điểm tự chấm: “trống” → “0,25”",
        f"26, {SHARE}, thêm dòng “99,6%”",
    ]
    assert (preview.refused, preview.is_possible) == ((), True)
    assert (RowVersion.objects.count(), RoundFact.objects.count()) == (0, 0)
    assert LogEntry.objects.count() == before


def test_a_row_that_is_applied_holds_claim_and_fact_in_one_version_of_its_sender(year: Year):
    scorer = acting(Role.SCORER)
    content = edited(exported(year, scorer), claim("5.7.1", "Điểm tự chấm", "0,25"), *REPORT)

    store(scorer, content)

    version = RowVersion.objects.get()
    assert (version.row.criterion, version.claimed, version.computed) == (
        "5.7.1",
        Decimal("0.25"),
        Decimal("0.25"),
    )
    assert version.by_id == scorer.user_id
    (stored,) = fact_book(year.unit).find(SHARE)
    assert (stored.value, stored.certainty, stored.reference.document) == (
        Fraction(249, 250),
        Certainty.REPORTED,
        "Báo cáo 12/BC-SNV",
    )
    assert [entry.deed for entry in LogEntry.objects.order_by("-number")[:2]] == ["import_table", "row_save"]


def test_what_was_applied_is_no_difference_any_more(year: Year):
    scorer = acting(Role.SCORER)
    content = edited(exported(year, scorer), claim("5.7.1", "Điểm tự chấm", "0,25"), *REPORT)

    store(scorer, content)

    assert (seen(scorer, content).changes, seen(scorer, content).refused) == ((), ())
    again = exported(year, scorer)
    assert seen(scorer, again) == seen(scorer, content)


def test_a_row_that_somebody_changed_meanwhile_is_a_conflict_and_keeps_the_newer_words(year: Year):
    scorer, head = acting(Role.SCORER), acting(Role.HEAD)
    edits = [claim("5.7.1", "Điểm tự chấm", "0,50"), claim("5.4", "Ghi chú", "Đã rà soát")]
    content = edited(exported(year, scorer), *edits)
    entry = RowEntry(base=0, said={"claimed": Decimal("0.25")})
    save_row(actor=head, pk=year.row("5.7.1").pk, entry=entry, today=DAY)

    preview = store(scorer, content)

    assert said(preview) == ["5.4, Ghi chú: “trống” → “Đã rà soát”"]
    assert refused(preview) == [
        (
            "5.7.1, Điểm tự chấm: “0,25” → “0,50”",
            "Người khác đã sửa dòng này sau khi tệp được tải về; giữ nguyên bản mới hơn.",
        )
    ]
    now = year.row("5.7.1")
    assert (now.current.claimed if now.current else None) == Decimal("0.25")
    assert now.versions.count() == 1


def test_another_column_of_a_changed_row_is_stored_beside_what_the_other_person_wrote(year: Year):
    scorer, head = acting(Role.SCORER), acting(Role.HEAD)
    content = edited(exported(year, scorer), claim("5.7.1", "Ghi chú", "Chờ báo cáo quý IV"))
    entry = RowEntry(base=0, said={"claimed": Decimal("0.25")})
    save_row(actor=head, pk=year.row("5.7.1").pk, entry=entry, today=DAY)

    store(scorer, content)

    now = year.row("5.7.1").current
    assert now is not None
    assert (now.number, now.claimed, now.remark) == (2, Decimal("0.25"), "Chờ báo cáo quý IV")


def test_an_unchanged_file_takes_nothing_back_that_others_wrote_meanwhile(year: Year):
    scorer, head = acting(Role.SCORER), acting(Role.HEAD)
    content = exported(year, scorer)
    newer = {SHARE: FactEntry(value=Fraction(1), document="Báo cáo 15/BC-SNV")}
    entry = RowEntry(base=0, said={"claimed": Decimal("0.50")}, facts=newer)
    save_row(actor=head, pk=year.row("5.7.1").pk, entry=entry, today=DAY)

    preview = seen(scorer, content)

    assert (preview.changes, preview.refused) == ((), ())


def test_a_fact_that_was_entered_meanwhile_is_not_overwritten(year: Year):
    scorer, head = acting(Role.SCORER), acting(Role.HEAD)
    content = edited(exported(year, scorer), *REPORT)
    newer = FactEntry(value=Fraction(1), document="Báo cáo 15/BC-SNV")
    save_row(actor=head, pk=year.row("5.7.1").pk, entry=RowEntry(base=0, facts={SHARE: newer}), today=DAY)

    preview = store(scorer, content)

    assert preview.changes == ()
    assert set(why(preview)) == {
        "Người khác đã sửa dòng này sau khi tệp được tải về; giữ nguyên bản mới hơn."
    }
    assert [one.value for one in fact_book(year.unit).find(SHARE)] == [Fraction(1)]


def test_points_above_the_maximum_are_refused_with_their_row_and_the_others_are_stored(year: Year):
    scorer = acting(Role.SCORER)
    edits = [claim("5.7.1", "Điểm tự chấm", "0,75"), claim("5.4", "Điểm tự chấm", "0,5")]

    preview = store(scorer, edited(exported(year, scorer), *edits))

    assert said(preview) == ["5.4, Điểm tự chấm: “trống” → “0,50”"]
    assert why(preview) == ["Điểm tự chấm phải từ 0 đến 0,50; chưa lưu gì."]


def test_a_row_that_was_sent_is_refused_and_its_stage_is_no_difference(year: Year):
    scorer, head = acting(Role.SCORER), acting(Role.HEAD)
    content = edited(exported(year, scorer), claim("5.7.1", "Ghi chú", "Muộn"))
    submit(actor=head, sheet=year.sheet(), today=DAY)

    preview = seen(scorer, content)

    assert refused(preview) == [
        (
            "5.7.1, Ghi chú: “trống” → “Muộn”",
            "Dòng này đang ở trạng thái “đã gửi” nên không làm được việc này. Chưa lưu gì.",
        )
    ]


def test_what_the_software_writes_is_refused(year: Year):
    scorer = acting(Role.SCORER)

    preview = seen(scorer, edited(exported(year, scorer), claim("5.7.1", "Trạng thái", "đã nhận")))

    assert preview.changes == ()
    assert why(preview) == ["Phần mềm tự ghi phần này, sửa trong tệp không có tác dụng."]


def test_the_points_that_an_appraiser_gives_may_only_be_read(db: None):
    unit = agency("26-so-tu-phap", "Sở Tư pháp")
    version = built_in_version("mau-so-nganh", actor=SYSTEM)
    round_ = open_round(actor=SYSTEM, year=2019, framework=version, units=[unit])
    (own,) = open_sheets(actor=SYSTEM, round_=round_)
    scorer = acting(Role.SCORER, unit.code)

    content = sheet.export(actor=scorer, pk=own.pk, today=DAY)

    picture = opened_sheet(own.pk, actor=scorer, today=DAY)
    assert picture is not None
    assert content == write(sheet_table(picture), fixed={"website_award"})


def test_a_file_cannot_make_a_fact_surer(year: Year):
    scorer = acting(Role.SCORER)
    store(scorer, edited(exported(year, scorer), *REPORT))

    preview = seen(scorer, edited(exported(year, scorer), fact(SHARE, "Độ chắc", "chính thức")))

    assert preview.changes == ()
    assert why(preview) == ["Số liệu nhập từ tệp luôn là “cơ quan báo cáo”; độ chắc khác thì giữ nguyên."]


def test_the_place_in_a_source_is_said_to_be_lost(year: Year):
    scorer = acting(Role.SCORER)
    content = edited(exported(year, scorer), *REPORT, fact(SHARE, "Vị trí trong văn bản", "trang 3"))

    preview = seen(scorer, content)

    assert said(preview) == [f"26, {SHARE}, thêm dòng “99,6%”"]
    assert refused(preview) == [
        (
            f"26, {SHARE}, Vị trí trong văn bản: “trống” → “trang 3”",
            "Phiếu chỉ giữ tên văn bản nguồn; vị trí và địa chỉ thì nhập ở bảng số liệu.",
        )
    ]


@pytest.mark.parametrize(
    "actor",
    [
        lambda: acting(Role.SCORER, "26-so-tu-phap"),
        lambda: acting(Role.ADMINISTRATOR),
    ],
    ids=["another agency", "an administrator"],
)
def test_who_may_not_read_a_sheet_learns_nothing_of_it(year: Year, actor: Callable[[], Actor]):
    content = edited(exported(year, SYSTEM), claim("5.7.1", "Ghi chú", "x"))
    stranger = actor()

    with pytest.raises(DeedError) as caught:
        seen(stranger, content)

    assert sheet.export(actor=stranger, pk=year.sheet().pk, today=DAY) is None
    assert caught.value.vi == "Không có phiếu này trong những phiếu anh/chị được xem; chưa lưu gì."


def test_a_contributor_fills_in_given_rows_and_no_points(year: Year):
    contributor = acting(Role.CONTRIBUTOR, criteria=("5.7.1",))
    content = exported(year, contributor)
    edits = [*REPORT, claim("5.7.1", "Ghi chú", "Số liệu đến 30/11")]

    store(contributor, edited(content, *edits))
    claimed = seen(contributor, edited(exported(year, contributor), claim("5.7.1", "Điểm tự chấm", 0.5)))

    assert SheetRow.objects.filter(current__isnull=False).values_list("criterion", flat=True).get() == "5.7.1"
    assert why(claimed) == [
        "Vai trò của anh/chị không được làm việc này; chưa thay đổi gì. Hãy hỏi Sở Nội vụ hoặc quản trị viên."
    ]


def test_the_coordinator_may_take_a_sheet_out_and_change_nothing_in_it(year: Year):
    coordinator = acting(Role.COORDINATOR)

    preview = seen(coordinator, edited(exported(year, coordinator), claim("5.7.1", "Ghi chú", "x")))

    assert (preview.changes, len(preview.refused)) == ((), 1)


def test_what_is_confirmed_must_be_what_was_shown(year: Year):
    scorer, head = acting(Role.SCORER), acting(Role.HEAD)
    content = edited(exported(year, scorer), claim("5.7.1", "Điểm tự chấm", "0,50"))
    shown = seen(scorer, content).digest
    save_row(
        actor=head,
        pk=year.row("5.7.1").pk,
        entry=RowEntry(base=0, said={"claimed": Decimal("0.25")}),
        today=DAY,
    )

    with pytest.raises(SupersededPreviewError):
        tables.apply(actor=scorer, content=content, name="bang.xlsx", today=DAY, shown=shown)

    assert RowVersion.objects.count() == 1


def test_a_file_that_is_no_workbook_is_refused_in_a_sentence(year: Year):
    with pytest.raises(DeedError) as caught:
        seen(acting(Role.SCORER), b"khong phai bang tinh")

    assert caught.value.vi == (
        "Tệp không phải bảng tính Excel (.xlsx); hãy tải lại tệp mẫu rồi điền vào đó. Chưa lưu gì."
    )


POINTS = {"5.4": "1.00", "5.5.2": "0.50", "5.7.1": "0.50", "1.2": "3.00", "4.1.2": "1.50"}
CELLS = st.tuples(st.sampled_from(sorted(POINTS)), st.sampled_from(["Giải trình", "Ghi chú"]))
WORDS = st.text(alphabet="aăđơ 0,1\n", min_size=1, max_size=12).map(str.strip).filter(bool)


class TestAnyEdits(DatabaseTestCase):
    """Whatever cells are edited, exactly these are the differences, and applying them leaves none."""

    @settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(edits=st.dictionaries(CELLS, WORDS, max_size=6))
    def test_any_edits_are_exactly_the_differences(self, edits: dict[tuple[str, str], str]) -> None:
        year, scorer = open_2018(), acting(Role.SCORER)
        content = edited(
            exported(year, scorer),
            *(claim(criterion, heading, text) for (criterion, heading), text in edits.items()),
        )

        preview = store(scorer, content)

        changed = {(change.place, change.what.vi): change.after for change in preview.changes}
        assert (changed, preview.refused) == (edits, ())
        assert seen(scorer, content).changes == ()
