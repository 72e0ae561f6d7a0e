"""Facts of any kind go out as rows and come back exactly; the unit and its facts are those of the real plan."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parindex.documents.tables import Change, UnreadableTable, cells, fact_values, read_workbook
from parindex.documents.tables.changes import ROW
from parindex.documents.tables.facts import FactTable, UnitFacts, accepted, differences, read, write
from parindex.domain.facts import Award, Deed, Event, Fact, FactKind, Interval, NamedCount
from parindex.domain.framework import FactDefinition
from parindex.domain.sources import Certainty, LegalReference
from parindex.domain.titles import Title
from parindex.frameworks.facts_file import load_facts
from parindex.frameworks.loader import framework_for
from tests.documents.resaved import Cells, cells_of, put, resaved, row_of, saved

SHEET, DETAILS = "Số liệu", "Chi tiết"
REFERENCE = LegalReference(document="Kế hoạch 5264/KH-UBND", place="bảng trừ điểm")
CODES = {kind: str(kind) for kind in FactKind}
DEFINITIONS = tuple(
    FactDefinition(code=code, title=Title(vi=f"Số liệu {code}", en=f"Fact {code}"), kind=kind, unit="người")
    for kind, code in CODES.items()
)
VALUES = {
    FactKind.SHARE: Fraction(249, 250),
    FactKind.NUMBER: Decimal("1394695.5"),
    FactKind.COUNT: 5,
    FactKind.YES_NO: False,
    FactKind.LEVEL: "commune",
    FactKind.EVENTS: (Event(kind="annual_report", text="Báo cáo năm", document="778/STTTT-CNTT"),),
    FactKind.DEEDS: (
        Deed(name="Công bố", due_date=date(2017, 12, 1), done_date=date(2018, 1, 19)),
        Deed(name="Công khai", due_date=date(2017, 12, 1)),
    ),
    FactKind.NAMED_COUNTS: (NamedCount(name="Sở Nội vụ", count=4), NamedCount(name="Sở Tư pháp", count=3)),
    FactKind.OPTIONS: (),
    FactKind.AWARD: Award(points=Decimal("15.24"), reason="Khảo sát", awarded_by="Bộ Nội vụ"),
}


def fact(kind: FactKind, value, **more) -> Fact:
    given = {"reference": REFERENCE, "certainty": Certainty.PLAN, **more}
    return Fact(code=CODES[kind], value=value, **given)


def table(*facts: Fact) -> FactTable:
    unit = UnitFacts(code="26", name="Tỉnh Vĩnh Phúc", facts=facts)
    empty = UnitFacts(code="00001", name="Phường mẫu", facts=())
    return FactTable(year=2017, level="province", units=(unit, empty), definitions=DEFINITIONS)


FULL = table(*(fact(kind, value) for kind, value in VALUES.items()))


def came_back(written: FactTable) -> FactTable:
    return read(read_workbook(write(written)))


def returned(*edits, stored: FactTable = FULL) -> FactTable:
    def edit(rows: Cells) -> None:
        for one in edits:
            one(rows)

    return read(read_workbook(resaved(write(stored), edit)))


def refusal(*edits, stored: FactTable = FULL) -> str:
    with pytest.raises(UnreadableTable) as caught:
        returned(*edits, stored=stored)
    assert caught.value.en
    return caught.value.vi


def row_for(kind: FactKind) -> int:
    return row_of(cells_of(write(FULL)), SHEET, "Mã số liệu", CODES[kind])


def typed(kind: FactKind, heading: str, value):
    return put(SHEET, row_for(kind), heading, value)


def value_typed(kind: FactKind, value):
    unit = returned(typed(kind, "Giá trị", value)).units[0]
    return next((fact.value for fact in unit.facts if fact.code == CODES[kind]), None)


def real() -> FactTable:
    facts = load_facts()
    definitions = framework_for(facts.framework_id).fact_definitions
    unit = UnitFacts(code=facts.unit_code, name=facts.unit_name.vi, facts=facts.book.facts)
    return FactTable(year=facts.year, level="province", units=(unit,), definitions=definitions)


def test_the_real_facts_come_back_without_differences_and_as_the_same_bytes():
    content = write(real())

    back = read(read_workbook(content))

    assert sorted(back.units[0].facts, key=str) == sorted(real().units[0].facts, key=str)
    assert back.definitions == real().definitions
    assert differences(real(), back) == ()
    assert write(back) == content


def test_every_kind_of_fact_comes_back_equal_also_from_another_program():
    assert came_back(FULL) == FULL
    assert returned() == FULL


def test_every_unit_and_fact_has_a_row_that_may_be_filled_in():
    rows = cells_of(write(FULL))

    assert len(rows[SHEET]) - 1 == 2 * len(DEFINITIONS)
    assert rows[SHEET][1][:10] == [
        "26", "Tỉnh Vĩnh Phúc", "share", "Số liệu share", "tỷ lệ từ 0% đến 100%", "người", 1.0, "99,6%", "Có",
        "Kế hoạch 5264/KH-UBND",
    ]  # fmt: skip
    assert rows[SHEET][len(DEFINITIONS) + 1][:2] == ["00001", "Phường mẫu"]
    assert rows[SHEET][len(DEFINITIONS) + 1][7:] == [""] * 7


def test_an_empty_row_that_is_filled_in_is_a_new_fact():
    row = len(DEFINITIONS) + 2
    edits = [
        put(SHEET, row, heading, value)
        for heading, value in {
            "Giá trị": 0.8,
            "Văn bản nguồn": "Báo cáo mẫu",
            "Độ chắc": "Mẫu",
        }.items()
    ]

    back = returned(*edits)

    assert back.units[1].facts == (
        fact(
            FactKind.SHARE,
            Fraction(4, 5),
            reference=LegalReference(document="Báo cáo mẫu"),
            certainty=Certainty.SAMPLE,
        ),
    )
    assert differences(FULL, back) == (Change(place="00001, share", what=ROW, before="", after="80%"),)
    assert accepted(FULL, back) == back


@pytest.mark.parametrize("heading", ["Văn bản nguồn", "Độ chắc"])
def test_a_value_without_source_or_certainty_is_refused(heading):
    said = {
        "Văn bản nguồn": "số liệu phải có văn bản nguồn",
        "Độ chắc": "“” không phải là một độ chắc; chọn trong danh sách",
    }

    assert refusal(typed(FactKind.COUNT, heading, "")) == (
        f"Số liệu, dòng {row_for(FactKind.COUNT)}, cột {heading}: {said[heading]}"
    )


def test_an_emptied_value_takes_the_fact_away():
    assert differences(FULL, returned(typed(FactKind.COUNT, "Giá trị", ""))) == (
        Change(place="26, count", what=ROW, before="5", after=""),
    )


@pytest.mark.parametrize(
    "edit", [typed(FactKind.COUNT, "Giá trị", "Không áp dụng"), typed(FactKind.COUNT, "Áp dụng", "không")]
)
def test_what_does_not_apply_says_so(edit):
    found = {item.code: item for item in returned(edit).units[0].facts}

    assert found["count"].applicable is False


def test_a_list_that_does_not_apply_has_no_rows():
    assert refusal(typed(FactKind.EVENTS, "Giá trị", "không áp dụng")) == (
        "Chi tiết, dòng 2, cột Mã số liệu: số liệu không áp dụng thì không có dòng nào"
    )


def test_a_fact_that_applies_no_longer_says_so_among_the_differences():
    changes = differences(FULL, returned(typed(FactKind.COUNT, "Giá trị", "không áp dụng")))

    assert [change.said("vi") for change in changes] == [
        "26, count, Giá trị: “5” → “không áp dụng”",
        "26, count, Áp dụng: “Có” → “Không”",
    ]


def test_a_fact_that_does_not_apply_comes_back():
    stored = table(fact(FactKind.COUNT, None, applicable=False, note="không giao nhiệm vụ"))

    assert came_back(stored) == stored


def test_several_facts_of_one_code_stay_side_by_side():
    stored = table(
        fact(FactKind.COUNT, 5),
        fact(FactKind.COUNT, 6, certainty=Certainty.PRESS),
        fact(FactKind.NAMED_COUNTS, VALUES[FactKind.NAMED_COUNTS]),
        fact(FactKind.NAMED_COUNTS, (NamedCount(name="Sở Tài chính", count=1),)),
    )

    back = came_back(stored)

    assert back == stored
    assert (
        differences(stored, returned(put(SHEET, 5, "Giá trị", 7), stored=stored))[0].place == "26, count (2)"
    )


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(1, 3), "1/3"),
        (Fraction(1), "100%"),
        (Fraction(1, 10**12), "0,0000000001%"),
        (Interval(low=Fraction(4, 5), high=Fraction(1), high_included=False), "từ 80% đến dưới 100%"),
        (Interval(low=Fraction(4, 5), high=Fraction(1), low_included=False), "trên 80% đến 100%"),
        (Interval(low=Fraction(1, 3)), "từ 1/3 trở lên"),
        (Interval(low=Fraction(4, 5), low_included=False), "trên 80%"),
        (Interval(high=Fraction(4, 5)), "không quá 80%"),
        (Interval(high=Fraction(4, 5), high_included=False), "dưới 80%"),
        (Interval.at(Fraction(1)), "từ 100% đến 100%"),
        (Interval(), "mọi giá trị"),
    ],
)
def test_shares_known_only_between_bounds_are_written_in_words_and_come_back(value, shown):
    stored = table(fact(FactKind.SHARE, value))

    assert cells_of(write(stored))[SHEET][1][7] == shown
    assert came_back(stored) == stored


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        (FactKind.SHARE, "99.6 %", Fraction(249, 250)),
        (FactKind.SHARE, 0.996, Fraction(249, 250)),
        (
            FactKind.SHARE,
            "Từ  80 % đến dưới 100 %",
            Interval(low=Fraction(4, 5), high=Fraction(1), high_included=False),
        ),
        (FactKind.NUMBER, "1.394.695,5", Decimal("1394695.5")),
        (FactKind.NUMBER, "trên 5,5", Interval(low=Fraction(11, 2), low_included=False)),
        (FactKind.COUNT, "5,0", 5),
        (FactKind.YES_NO, "co", True),
        (FactKind.YES_NO, True, True),
        (FactKind.LEVEL, " commune ", "commune"),
    ],
)
def test_values_are_read_however_they_are_typed(kind, written, value):
    assert value_typed(kind, written) == value


@pytest.mark.parametrize(
    ("kind", "written", "said"),
    [
        (FactKind.SHARE, 99.6, "“99,6” không phải là tỷ lệ từ 0% đến 100%; hãy ghi như 99,6%"),
        (FactKind.SHARE, "1/0", "“1/0” không phải là số"),
        (FactKind.SHARE, "từ 80% đến 120%", "“từ 80% đến 120%” không phải là tỷ lệ từ 0% đến 100%"),
        (FactKind.SHARE, "từ 90% đến 80%", "không giá trị nào nằm trong khoảng này"),
        (FactKind.SHARE, "nhiều", "“nhiều” không phải là số"),
        (FactKind.COUNT, "-1", "“-1” không phải là số nguyên từ 0 trở lên"),
        (FactKind.COUNT, 1.5, "“1,5” không phải là số nguyên từ 0 trở lên"),
        (FactKind.YES_NO, "chưa rõ", "“chưa rõ” không phải là Có hoặc Không"),
        (
            FactKind.EVENTS,
            "3 việc",
            "ghi các dòng ở trang Chi tiết; ở đây chỉ ghi “xem trang Chi tiết” hoặc “không có”",
        ),
        (FactKind.EVENTS, "không có", "ghi là không có, nhưng trang Chi tiết có dòng"),
        (
            FactKind.OPTIONS,
            "xem trang Chi tiết",
            "trang Chi tiết không có dòng nào; nếu danh sách trống thì ghi “không có”",
        ),
        (
            FactKind.LEVEL,
            2.1,
            "mã phải ở dạng chữ, nhưng Excel đã đổi thành “2,1”; hãy đặt định dạng ô là Văn bản (Text) rồi gõ lại mã",
        ),
    ],
)  # fmt: skip
def test_what_no_fact_of_the_kind_can_hold_is_refused_with_its_place(kind, written, said):
    assert refusal(typed(kind, "Giá trị", written)) == f"Số liệu, dòng {row_for(kind)}, cột Giá trị: {said}"


def test_a_change_in_the_rows_of_a_list_shows_the_list_before_and_after():
    back = returned(put(DETAILS, 3, "Ngày thực hiện", "30/11/2017"))

    assert [change.said("vi") for change in differences(FULL, back)] == [
        "26, deeds, Giá trị: “Công bố · 1/12/2017 · 19/1/2018\nCông khai · 1/12/2017” → "
        "“Công bố · 1/12/2017 · 30/11/2017\nCông khai · 1/12/2017”"
    ]


@pytest.mark.parametrize(
    ("row", "heading", "value", "said"),
    [
        (3, "Hạn", "", "ô không được để trống"),
        (3, "Hạn", "31/2/2018", "“31/2/2018” không phải là ngày như 18/7/2018"),
        (3, "Hạn", 43000, "“43000” không phải là ngày như 18/7/2018"),
        (3, "Số lượng", 3, "số liệu loại này không dùng cột này"),
        (5, "Số lượng", "bốn", "“bốn” không phải là số"),
        (5, "Mã số liệu", "named", "trang Danh mục không có mã “named”"),
        (5, "Mã số liệu", "count", "số liệu này không có dòng ở trang Chi tiết"),
        (5, "Mã đơn vị", "27", "trang Đơn vị không có mã “27”"),
        (5, "Mã đơn vị", "", "ô không được để trống"),
    ],
)
def test_a_detail_that_cannot_be_is_refused_with_its_place(row, heading, value, said):
    assert refusal(put(DETAILS, row, heading, value)) == f"Chi tiết, dòng {row}, cột {heading}: {said}"


def test_a_detail_of_a_row_that_is_gone_is_refused():
    def edit(rows: Cells) -> None:
        del rows[SHEET][row_of(rows, SHEET, "Mã số liệu", "award") - 1]

    assert refusal(edit) == "Chi tiết, dòng 7, cột Mã số liệu: trang Số liệu không có dòng này"


def test_an_award_has_one_row():
    assert refusal(lambda rows: rows[DETAILS].append(rows[DETAILS][6])) == (
        f"Số liệu, dòng {row_for(FactKind.AWARD)}, cột Giá trị: điểm được cho chỉ có một dòng"
    )


def test_a_deleted_row_takes_the_fact_away_and_a_double_one_is_refused():
    removed = returned(lambda rows: rows[SHEET].pop(row_for(FactKind.COUNT) - 1))

    assert [change.said("vi") for change in differences(FULL, removed)] == ["26, count, bỏ dòng “5”"]
    assert refusal(lambda rows: rows[SHEET].append(rows[SHEET][1])) == (
        "Số liệu, dòng 22: “26, share, 1” đã có ở dòng trên"
    )


def test_rows_may_be_sorted_in_any_way():
    def edit(rows: Cells) -> None:
        rows[SHEET] = [rows[SHEET][0], *reversed(rows[SHEET][1:])]

    assert returned(edit) == FULL


def test_other_names_of_units_and_facts_are_refused_changes():
    back = returned(put("Đơn vị", 2, "Tên đơn vị", "Tỉnh Phú Thọ"), put("Danh mục", 2, "Số liệu", "Tên khác"))

    assert [(change.said("vi"), change.refused) for change in differences(FULL, back)] == [
        ("26, Tên đơn vị: “Tỉnh Vĩnh Phúc” → “Tỉnh Phú Thọ” (không được sửa, giữ nguyên)", True),
        ("share, Số liệu: “Số liệu share” → “Tên khác” (không được sửa, giữ nguyên)", True),
    ]
    assert accepted(FULL, back) == FULL


@pytest.mark.parametrize(
    ("edit", "sheet"),
    [
        (lambda rows: rows["Đơn vị"].append(["27", "Đơn vị lạ"]), "Đơn vị"),
        (put("Danh mục", 4, "Mã loại", "number"), "Danh mục"),
    ],
)
def test_other_units_or_kinds_of_facts_than_those_stored_are_refused_whole(edit, sheet):
    back = returned(edit)

    with pytest.raises(UnreadableTable) as caught:
        differences(FULL, back)

    assert caught.value.vi == (f"Trang “{sheet}” không còn khớp với phần mềm; hãy xuất lại tệp rồi điền.")


@pytest.mark.parametrize(
    "wrong",
    [
        Fact(code="other", value=1, reference=REFERENCE, certainty=Certainty.PLAN),
        fact(FactKind.COUNT, "năm"),
        fact(FactKind.LEVEL, ""),
        fact(FactKind.LEVEL, "Không áp dụng"),
    ],
)
def test_facts_that_no_row_can_show_are_no_table(wrong):
    with pytest.raises(ValueError, match="fact"):
        table(wrong)


def test_units_and_codes_are_there_once():
    with pytest.raises(ValueError, match="twice"):
        replace(FULL, units=FULL.units * 2)


bounds = st.fractions(min_value=0, max_value=1)
numbers = st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**20), max_value=10**20)
words = st.text(min_size=1, max_size=12).map(cells.clean)
days = st.dates(min_value=date(1800, 1, 1))


@st.composite
def intervals(draw, values):
    low, high = sorted((draw(values), draw(values)))
    if low == high or draw(st.booleans()):
        return draw(
            st.sampled_from([Interval(low=low), Interval(high=high, high_included=False), Interval.at(low)])
        )
    return Interval(low=low, high=high, low_included=draw(st.booleans()), high_included=draw(st.booleans()))


values = st.one_of(
    st.tuples(st.just(FactKind.SHARE), bounds | intervals(bounds)),
    st.tuples(st.just(FactKind.NUMBER), numbers | intervals(st.fractions())),
    st.tuples(st.just(FactKind.COUNT), st.integers(min_value=0, max_value=10**90)),
    st.tuples(st.just(FactKind.YES_NO), st.booleans()),
    st.tuples(st.just(FactKind.EVENTS), st.lists(st.builds(Event, kind=words, text=words, document=words)).map(tuple)),
    st.tuples(
        st.just(FactKind.DEEDS),
        st.lists(st.builds(Deed, name=words, due_date=days, done_date=days | st.none())).map(tuple),
    ),
    st.tuples(
        st.just(FactKind.OPTIONS),
        st.lists(st.builds(NamedCount, name=words, count=st.integers(min_value=0, max_value=10**30))).map(tuple),
    ),
    st.tuples(st.just(FactKind.AWARD), st.builds(Award, points=numbers, reason=words, awarded_by=words)),
)  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(found=st.lists(values, max_size=4), note=st.text(max_size=10))
def test_any_values_come_back_without_differences_and_as_the_same_bytes(found, note):
    order = list(FactKind)
    stored = table(
        *(
            fact(kind, value, note=note)
            for kind, value in sorted(found, key=lambda pair: order.index(pair[0]))
        )
    )

    content = write(stored)
    back = read(read_workbook(content))

    assert [fact.value for fact in back.units[0].facts] == [fact.value for fact in stored.units[0].facts]
    assert differences(stored, back) == ()
    assert write(back) == content


@given(value=st.fractions())
def test_any_fraction_is_written_so_that_it_is_read_exactly(value):
    assert cells.exact(fact_values.exact(value)) == value
    assert cells.exact(fact_values.percent(value)) == value


def test_a_workbook_of_two_hundred_units_is_read():
    units = tuple(
        UnitFacts(code=f"{n:05}", name=f"Xã mẫu {n}", facts=FULL.units[0].facts) for n in range(200)
    )

    assert came_back(replace(FULL, units=units)).units == units


def test_a_file_without_its_catalogue_is_refused():
    rows = cells_of(write(FULL))
    del rows["Danh mục"]

    with pytest.raises(UnreadableTable) as caught:
        read(read_workbook(saved(rows)))

    assert caught.value.vi == "Tệp thiếu trang “Danh mục”."
