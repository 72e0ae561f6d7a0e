"""Importing an appraisal: differences first, then all of it or nothing; parts by figures with a source."""

import json
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from hashlib import sha256

import pytest

from parindex.domain.rights import Role
from parindex.domain.workflow import Stage
from parindex.records.models import LogEntry, RoundFact, RowVersion
from parindex.records.queries.appraisals import awards_of
from parindex.services.actor import RefusedError
from parindex.services.appraisal.import_lines import Standing
from parindex.services.appraisal.import_reading import (
    Reading,
    read_result,
    reading_as_data,
    reading_from_data,
)
from parindex.services.appraisal.importing import Applied, ResultPreview, apply, preview, preview_as_data
from parindex.services.errors import DeedError
from parindex.services.results.parts import declare_complete, enter_part, parts_page
from tests.appraised_year import LATER, claim, give, hand_in, leave_out, sent_2018
from tests.documents.annex_sample import Cell, docx, xlsx
from tests.scoring_year import Year, acting, open_2018

pytestmark = pytest.mark.django_db

HEADER = ("STT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm", "Điểm thẩm định", "Lý do", "Cơ quan thẩm định")
DOCUMENT, BODY = "Công văn 12/BNV-MAU", "Bộ Nội vụ"
Row = Sequence[Cell]

AREA: Row = ("1", "CHỈ ĐẠO, ĐIỀU HÀNH", "10", "", "", "", "")
LATE: Row = ("1.2", "Báo cáo định kỳ", "3,00", "3,00", "1,75", "Chậm hai báo cáo năm", "")
RAISED: Row = (
    "5.5.2",
    "Kỷ luật",
    "0,50",
    "0,25",
    "0,50",
    "Vụ việc thuộc năm trước",
    "Vụ Công chức - Viên chức",
)
SILENT: Row = ("5.7.1", "Công chức cấp xã", "0,50", "0,50", "0,25", "", "")
KEPT: Row = ("7.2.2", "Hồ sơ trực tuyến", "1,00", "0,75", "1,00", "", "")
STRANGE: Row = ("3.2.9", "Tiêu chí lạ", "1,00", "1,00", "1,00", "", "")
TABLE = (AREA, LATE, RAISED, SILENT, KEPT, STRANGE)


@pytest.fixture
def year() -> Year:
    return sent_2018()


def read(*rows: Row, announced: str = "", as_document: bool = False) -> Reading:
    total = Decimal(announced) if announced else None
    return read_result(
        content=content_of(rows or TABLE, as_document=as_document),
        name="ket-qua",
        document=DOCUMENT,
        body=BODY,
        announced=total,
    )


@cache
def content_of(rows: tuple[Row, ...], *, as_document: bool = False) -> bytes:
    """The same bytes for the same rows, though a workbook holds the time at which it was made."""
    write = docx if as_document else xlsx
    return write([HEADER, *rows], above=["KẾT QUẢ THẨM ĐỊNH (MẪU)"])


def looked_at(year: Year, reading: Reading) -> ResultPreview:
    seen = preview(year.unit.pk, actor=acting(Role.COORDINATOR), reading=reading)
    assert seen
    return seen


def confirmed(year: Year, reading: Reading, *, keep_rest: bool = False) -> Applied:
    return done(year, preview_as_data(looked_at(year, reading)), keep_rest=keep_rest)


def done(year: Year, data: dict[str, object], *, keep_rest: bool = False) -> Applied:
    travelled = json.loads(json.dumps(data))
    return apply(
        travelled, actor=acting(Role.COORDINATOR), unit_pk=year.unit.pk, keep_rest=keep_rest, today=LATER
    )


def state(year: Year, criterion: str) -> tuple[str, Decimal | None, str, str]:
    row = year.row(criterion)
    assert row.current
    return row.stage, row.current.awarded, row.current.reason, row.current.body


@pytest.mark.parametrize("as_document", [False, True], ids=["xlsx", "docx"])
def test_a_preview_says_of_every_line_what_it_would_change_and_stores_nothing(year: Year, as_document: bool):
    versions = RowVersion.objects.count()

    seen = looked_at(year, read(as_document=as_document))

    lines = [(line.read.code, line.standing, line.claimed, line.change) for line in seen.lines]
    assert lines == [
        ("1", Standing.SUM, None, None),
        ("1.2", Standing.NEW, Decimal("3.00"), Decimal("-1.25")),
        ("5.5.2", Standing.NEW, Decimal("0.25"), Decimal("0.25")),
        ("5.7.1", Standing.NEW, Decimal("0.50"), Decimal("-0.25")),
        ("7.2.2", Standing.NEW, Decimal("1.00"), Decimal("0.00")),
        ("3.2.9", Standing.UNKNOWN, None, None),
    ]
    assert (len(seen.missing), seen.awarded, RowVersion.objects.count()) == (13, Decimal("3.50"), versions)


def test_a_row_without_a_reason_says_that_the_document_gives_none(year: Year):
    seen = looked_at(year, read())

    reasons = {line.read.code: (line.reason, line.body) for line in seen.giving}
    assert reasons == {
        "1.2": ("Chậm hai báo cáo năm", BODY),
        "5.5.2": ("Vụ việc thuộc năm trước", "Vụ Công chức - Viên chức"),
        "5.7.1": (f"Theo {DOCUMENT}; văn bản không nêu lý do.", BODY),
        "7.2.2": ("", BODY),
    }


def test_a_reason_of_one_word_is_kept_with_its_source(year: Year):
    (line,) = looked_at(year, read(("5.7.1", "Công chức", "0,50", "0,50", "0,25", "Thiếu", ""))).giving

    assert line.reason == f"Thiếu (theo {DOCUMENT})"


def test_another_claim_than_the_rows_is_pointed_out(year: Year):
    seen = looked_at(year, read())

    assert [line.read.code for line in seen.lines if line.claims_otherwise] == ["7.2.2"]


@pytest.mark.parametrize(("announced", "difference"), [("3.50", "0"), ("80.29", "76.79"), ("", None)])
def test_the_sum_is_set_beside_the_announced_total(year: Year, announced: str, difference: str | None):
    seen = looked_at(year, read(announced=announced))

    assert seen.difference == (None if difference is None else Decimal(difference))


def test_what_was_confirmed_is_done_and_logged_with_the_files_digest(year: Year):
    reading = read()

    result = confirmed(year, reading)

    assert result == Applied(awarded=4, kept=0, same=0)
    assert state(year, "5.7.1") == (
        Stage.APPRAISED,
        Decimal("0.25"),
        f"Theo {DOCUMENT}; văn bản không nêu lý do.",
        BODY,
    )
    entry = LogEntry.objects.filter(deed="import_result").get()
    assert (entry.detail["source"], entry.detail["sha256"], entry.detail["document"]) == (
        "ket-qua",
        sha256(content_of(TABLE, as_document=False)).hexdigest(),
        DOCUMENT,
    )
    assert entry.detail["rows"] == {
        "1.2": [None, "1.75"],
        "5.5.2": [None, "0.5"],
        "5.7.1": [None, "0.25"],
        "7.2.2": [None, "1"],
    }


def test_the_same_file_again_changes_nothing(year: Year):
    confirmed(year, read())

    seen = looked_at(year, read())

    assert (seen.giving, len(seen.of(Standing.SAME))) == ((), 4)


def test_a_row_appraised_otherwise_before_is_judged_for_good(year: Year):
    give(year, "5.7.1", "0.00")

    seen = looked_at(year, read(SILENT))
    confirmed(year, read(SILENT))

    assert (seen.lines[0].standing, seen.lines[0].before) == (Standing.CHANGED, Decimal("0.00"))
    assert state(year, "5.7.1")[:2] == (Stage.FINAL, Decimal("0.25"))


def test_rows_that_the_table_does_not_list_keep_their_claims_when_that_was_asked_for(year: Year):
    seen = looked_at(year, read())
    keepable = [row.criterion for row in seen.keepable]

    result = confirmed(year, read(), keep_rest=True)

    assert keepable == ["3.2.1"]
    assert (result.kept, state(year, "3.2.1")[:2]) == (1, (Stage.APPRAISED, Decimal("0.50")))
    assert year.row("5.4").stage == Stage.SENT


def test_rows_said_not_to_apply_are_kept_as_left_out_and_stop_no_publication():
    year = open_2018()
    leave_out(year, "5.5.2", justification="Năm nay không có vụ việc nào")
    claim(year, "3.2.1", "0.50")
    hand_in(year)
    seen = looked_at(year, read(LATE))

    result = confirmed(year, read(LATE), keep_rest=True)

    assert ([row.criterion for row in seen.keepable], [row.criterion for row in seen.left_out]) == (
        ["5.5.2", "3.2.1"],
        ["5.5.2"],
    )
    assert (result.kept, state(year, "5.5.2")) == (2, (Stage.APPRAISED, None, "", BODY))
    assert awards_of(year.unit)["5.5.2"] is None


def test_rows_that_nobody_scored_are_named_as_still_to_judge(year: Year):
    seen = looked_at(year, read())

    assert {row.criterion for row in seen.waiting} == {
        "3.2.1",
        *(row.criterion for row in seen.unclaimed),
    }
    assert (len(seen.unclaimed), "5.4" in {row.criterion for row in seen.unclaimed}) == (12, True)


@pytest.mark.parametrize(
    ("wrong", "standing"),
    [
        (("5.7.1", "Công chức", "0,50", "0,50", "0,75", "Cho thêm một chút", ""), Standing.WRONG),
        (LATE, Standing.TWICE),
    ],
    ids=["above the maximum", "twice"],
)
def test_one_line_that_cannot_be_stops_all(year: Year, wrong: Row, standing: Standing):
    seen = looked_at(year, read(LATE, RAISED, wrong))

    with pytest.raises(DeedError):
        confirmed(year, read(LATE, RAISED, wrong))

    assert {line.standing for line in seen.blocking} == {standing}
    assert year.row("5.5.2").stage == Stage.SENT


def test_a_row_changed_after_the_preview_stops_all(year: Year):
    data = preview_as_data(looked_at(year, read()))
    give(year, "1.2", "2.00", "Chậm một báo cáo năm")

    with pytest.raises(DeedError):
        done(year, data)

    assert state(year, "1.2")[:2] == (Stage.APPRAISED, Decimal("2.00"))


def test_a_preview_of_another_unit_is_refused(year: Year):
    data = {**preview_as_data(looked_at(year, read())), "unit": year.unit.pk + 1}

    with pytest.raises(DeedError):
        done(year, data)


@pytest.mark.parametrize("as_document", [False, True], ids=["xlsx", "docx"])
def test_a_reading_travels_unchanged(as_document: bool):
    reading = read(announced="80.29", as_document=as_document)

    assert reading_from_data(json.loads(json.dumps(reading_as_data(reading)))) == reading


@pytest.mark.parametrize(("document", "body"), [("", BODY), (DOCUMENT, " ")])
def test_a_result_needs_its_document_and_its_body(document: str, body: str):
    with pytest.raises(DeedError):
        read_result(content=b"", name="x", document=document, body=body)


def test_what_is_no_appraisal_is_refused_in_words():
    with pytest.raises(DeedError) as refused:
        read_result(content=b"Xin ch\xc3\xa0o", name="thu.txt", document=DOCUMENT, body=BODY)

    assert refused.value.vi.endswith("Chưa lưu gì.")


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.COORDINATOR])
def test_only_the_coordinator_imports(year: Year, role: Role):
    with pytest.raises(RefusedError):
        preview(year.unit.pk, actor=acting(role), reading=read())


# ── Parts that no sheet scores ───────────────────────────────────────────────────────────────────────────────────────


def entered(year: Year, points: str, *, part: str = "sipas", document: str = DOCUMENT) -> None:
    enter_part(
        actor=acting(Role.COORDINATOR),
        unit_pk=year.unit.pk,
        part=part,
        points=Decimal(points),
        document=document,
        body=BODY,
    )


def test_an_announced_part_stands_for_the_earlier_figure_which_is_kept(year: Year):
    entered(year, "10.64")

    page = parts_page(year.unit.pk, actor=acting(Role.LEADER))
    assert page
    sipas = next(line for line in page.parts if line.part.key == "sipas")
    assert (sipas.score.tally.earned, sipas.score.tally.lost, str(sipas.known and sipas.known.reference)) == (
        Decimal("10.64"),
        Decimal("1.36"),
        DOCUMENT,
    )
    assert RoundFact.objects.filter(unit=year.unit, code="sipas_award").count() == 2
    assert LogEntry.objects.order_by("-number")[0].detail["value"]["points"] == "10.64"


@pytest.mark.parametrize(
    ("points", "part", "document"),
    [
        ("12.01", "sipas", DOCUMENT),
        ("-1", "sipas", DOCUMENT),
        ("5", "sipas", " "),
        ("5", "appraised", DOCUMENT),
        ("5", "x", DOCUMENT),
    ],
)
def test_an_impossible_unsourced_or_unknown_figure_is_refused(
    year: Year, points: str, part: str, document: str
):
    facts = RoundFact.objects.count()

    with pytest.raises(DeedError):
        entered(year, points, part=part, document=document)

    assert RoundFact.objects.count() == facts


def test_a_complete_register_is_stated_with_its_document(year: Year):
    declare_complete(actor=acting(Role.COORDINATOR), unit_pk=year.unit.pk, part="impact", document=DOCUMENT)

    fact = RoundFact.objects.order_by("-pk")[0]
    assert (fact.code, fact.value, fact.document, fact.certainty) == (
        "register_complete_impact",
        True,
        DOCUMENT,
        "official",
    )


def test_a_part_without_a_register_cannot_be_complete(year: Year):
    with pytest.raises(DeedError):
        declare_complete(
            actor=acting(Role.COORDINATOR), unit_pk=year.unit.pk, part="sipas", document=DOCUMENT
        )
