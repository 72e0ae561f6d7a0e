"""Tables as other provinces head them and as page breaks leave them."""

import pytest

from parindex.documents.reading import UnreadableDocument, read_plan
from parindex.domain.plans import Plan, Task
from tests.documents import sample
from tests.documents.sample import LOSS_HEADER, LOSSES, TASK_HEADER, TASKS, pipe_table


def read(**parts: str) -> Plan:
    return read_plan(sample.markdown(**parts).encode(), name="kế hoạch.md")


def kinds(plan: Plan) -> list[str]:
    return [remark.kind for remark in plan.remarks]


def one_task(
    text: str, *, lead: str = "Sở Nội vụ", cooperating: str = "", deadline: str = "Hàng năm"
) -> Task:
    plan = read(tasks=pipe_table(TASK_HEADER, [("1", text, lead, cooperating, deadline)]))
    return plan.tasks[0]


@pytest.mark.parametrize(
    "header",
    [
        ("TT", "Nội dung", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn hoàn thành"),
        ("Số TT", "Nội dung nhiệm vụ", "Chủ trì", "Phối hợp", "Tiến độ"),
        ("ST\nT", "NHIỆM VỤ", "CƠ QUAN, ĐƠN VỊ CHỦ TRÌ", "Cơ quan\nphối hợp", "Thời gian thực hiện"),
    ],
)
def test_task_columns_are_known_by_meaning(header: tuple[str, ...]):
    assert read(tasks=pipe_table(header, TASKS)).tasks == read().tasks


@pytest.mark.parametrize(
    "header",
    [
        ("Mã", "Tên tiêu chí", "Điểm tối đa", "Nguyên nhân", "Điểm đạt", "Điểm trừ"),
        ("STT", "Tiêu chí, tiêu chí thành phần", "Điểm tối đa", "Lý do", "Điểm thẩm định", "Số điểm mất"),
    ],
)
def test_loss_columns_are_known_by_meaning(header: tuple[str, ...]):
    assert read(losses=pipe_table(header, LOSSES)).losses == read().losses


@pytest.mark.parametrize(
    ("earned", "lost"), [("Điểm năm 2018", "Mất"), ("Điểm thực tế", "Điểm chưa đạt"), ("Đạt được", "Bị trừ")]
)
def test_points_are_headed_in_many_words(earned: str, lost: str):
    header = ("STT", "Tiêu chí", "Điểm tối đa", "Lý do", earned, lost)

    assert read(losses=pipe_table(header, LOSSES)).losses == read().losses


@pytest.mark.parametrize("lead", ["Đơn vị đầu mối", "Đơn vị chịu trách nhiệm chính", "Trách nhiệm thực hiện"])
def test_the_lead_is_headed_in_many_words(lead: str):
    header = ("STT", "Nhiệm vụ", lead, "Phối hợp", "Hoàn thành")

    assert read(tasks=pipe_table(header, TASKS)).tasks == read().tasks


def test_points_under_one_heading_of_two_rows_are_read():
    rows = [["", "", "Tối đa", "Đạt được", "Bị trừ", ""], *((*r[:3], r[4], r[5], r[3]) for r in LOSSES)]

    plan = read(losses=pipe_table(("STT", "Tiêu chí", "Điểm", "", "", "Giải trình"), rows))

    assert plan.losses == read().losses


def test_a_register_with_solutions_gives_tasks_too():
    header = (
        "STT",
        "Tiêu chí",
        "Điểm tối đa",
        "Đạt",
        "Trừ",
        "Nguyên nhân",
        "Giải pháp",
        "Cơ quan chủ trì",
        "Thời hạn",
    )
    rows = [
        (
            "1.2",
            "Báo cáo",
            "1,00",
            "0,50",
            "0,50",
            "Chậm (trừ 0,5 điểm)",
            "Gửi sớm",
            "Sở Nội vụ",
            "Quý I/2019",
        )
    ]

    plan = read(tasks="", losses=pipe_table(header, rows))

    assert [(loss.criterion, loss.responsible) for loss in plan.losses] == [("1.2", ("Sở Nội vụ",))]
    assert [(t.text, t.criteria, t.lead, t.deadline and t.deadline.text) for t in plan.tasks] == [
        ("Gửi sớm", ("1.2",), ("Sở Nội vụ",), "Quý I/2019")
    ]
    assert {"tasks_from_losses", "responsible_from_lead"} <= set(kinds(plan))


def test_the_agency_that_heads_a_group_leads_its_tasks_where_no_column_says_who_leads():
    rows = [
        ("I", "Sở Nội vụ", ""),
        ("1", "Gửi báo cáo", "2019"),
        ("II", "Chuyển đổi số", ""),
        ("2", "Họp", "2019"),
    ]

    plan = read(tasks=pipe_table(("TT", "Nội dung", "Thời hạn"), rows))

    assert [(task.text, task.lead) for task in plan.tasks] == [("Gửi báo cáo", ("Sở Nội vụ",)), ("Họp", ())]
    assert kinds(plan).count("lead_from_group") == 1


def test_cells_that_say_as_above_repeat_the_row_above():
    rows = [
        ("1", "Gửi báo cáo", "Sở Nội vụ", "Sở Y tế", "Quý I/2019"),
        ("2", "Họp dân", "nt", "-nt-", "Như trên"),
    ]

    first, second = read(tasks=pipe_table(TASK_HEADER, rows)).tasks

    assert (second.lead, second.cooperating, second.deadline) == (
        first.lead,
        first.cooperating,
        first.deadline,
    )


def test_a_loss_that_says_as_above_has_the_agency_above_it():
    header = ("Mã", "Tiêu chí", "Điểm tối đa", "Điểm đạt", "Điểm trừ", "Lý do", "Trách nhiệm")
    rows = [
        ("1.2", "A", "1,00", "0,50", "0,50", "x", "Sở Y tế"),
        ("1.3", "B", "1,00", "0,50", "0,50", "x", "nt"),
    ]

    plan = read(losses=pipe_table(header, rows))

    assert [loss.responsible for loss in plan.losses] == [("Sở Y tế",), ("Sở Y tế",)]
    assert kinds(plan).count("cell_repeats_above") == 1


def test_a_deadline_without_a_year_is_remarked_in_a_plan_of_several_years():
    rows = [("1", "Gửi báo cáo", "Sở Nội vụ", "", "Quý IV"), ("2", "Họp dân", "Sở Nội vụ", "", "15/12")]

    assert kinds(read(tasks=pipe_table(TASK_HEADER, rows))).count("deadline_without_year") == 2


def test_an_agenda_in_a_report_on_reform_is_no_plan():
    report = [
        "BÁO CÁO Kết quả cải cách hành chính",
        pipe_table(("Nội dung", "Thời gian"), [("Khai mạc", "8h00")]),
    ]

    with pytest.raises(UnreadableDocument, match="không phải kế hoạch"):
        read_plan("\n\n".join(report).encode(), name="báo cáo.md")


def test_columns_may_stand_in_any_order():
    turned = [tuple(reversed(row)) for row in (TASK_HEADER, *TASKS)]

    assert read(tasks=pipe_table(turned[0], turned[1:])).tasks == read().tasks


def test_a_two_row_header_names_its_columns_together():
    rows = [["", "", "Chủ trì", "Phối hợp", ""], *TASKS]

    plan = read(tasks=pipe_table(("STT", "Nhiệm vụ", "Cơ quan thực hiện", "", "Thời hạn"), rows))

    assert plan.tasks == read().tasks


def test_a_header_printed_again_after_a_page_break_is_no_task():
    pages = "\n\n".join(pipe_table(TASK_HEADER, rows) for rows in (TASKS[:1], TASKS[1:]))

    plan = read(tasks=pages)

    assert plan.tasks == read().tasks
    assert kinds(plan).count("header_repeated") == 1


def test_a_table_goes_on_without_a_header_under_an_empty_first_row():
    pages = pipe_table(LOSS_HEADER, LOSSES[:1]) + "\n\n" + pipe_table([""] * 6, LOSSES[1:])

    plan = read(losses=pages)

    assert plan.losses == read().losses
    assert kinds(plan).count("continued_without_header") == 1


def test_a_task_cut_by_a_page_break_is_put_together_again():
    first, rest = ("2", "Mở dịch vụ trực tuyến cho hồ sơ", *TASKS[1][2:]), ("", TASKS[1][1][32:], "", "", "")
    pages = [[TASKS[0], first], [rest, TASKS[2]]]

    plan = read(tasks="\n\n".join(pipe_table(TASK_HEADER, rows) for rows in pages))

    assert plan.tasks == read().tasks
    assert [(r.place, r.text) for r in plan.remarks if r.kind == "row_continued"] == [
        ("dòng 36", "Dòng không có số thứ tự nối tiếp dòng 2 ở trước; đã ghép lại.")
    ]


@pytest.mark.parametrize(
    "group",
    [
        ("I", "LĨNH VỰC CHỈ ĐẠO, ĐIỀU HÀNH", "", "", ""),
        ("I. Lĩnh vực chỉ đạo, điều hành", "", "", "", ""),
        ("", "II. Lĩnh vực thủ tục hành chính", "", "", ""),
    ],
)
def test_a_group_row_is_no_task(group: tuple[str, ...]):
    plan = read(tasks=pipe_table(TASK_HEADER, [group, *TASKS]))

    assert plan.tasks == read().tasks
    assert kinds(plan).count("group_row") == 1


def test_numbers_that_skip_or_repeat_are_remarked():
    rows = [("1", "a b", "x", "", ""), ("3", "c d", "x", "", ""), ("3", "e f", "x", "", "")]

    plan = read(tasks=pipe_table(TASK_HEADER, rows))

    assert [kind for kind in kinds(plan) if kind.startswith("number_")] == [
        "number_skipped",
        "number_repeated",
    ]


def test_a_sum_row_is_no_loss():
    total = ("", "Tổng cộng", "3,00", "", "1,25", "1,75")

    plan = read(losses=pipe_table(LOSS_HEADER, [*LOSSES, total]))

    assert plan.losses == read().losses
    assert "total_differs" not in kinds(plan)


@pytest.mark.parametrize(
    "title", ["Tổng cộng", "TỔNG ĐIỂM BỊ TRỪ", "Tổng cộng (2 tiêu chí)", "Tổng số điểm bị trừ", "Cộng:"]
)
def test_a_sum_row_with_only_the_lost_points_is_not_joined_to_the_row_above(title: str):
    plan = read(losses=pipe_table(LOSS_HEADER, [*LOSSES, ("", title, "", "", "", "1,75")]))

    assert plan.losses == read().losses
    assert kinds(plan).count("subtotal_row") == 1


@pytest.mark.parametrize(
    ("number", "name"), [("1", "CHỈ ĐẠO ĐIỀU HÀNH"), ("Lĩnh vực 1", "Chỉ đạo"), ("1.", "Lĩnh vực 1: Chỉ đạo")]
)
def test_the_sum_row_of_an_area_is_no_loss(number: str, name: str):
    area = (number, name, "2,00", "", "1,25", "0,75")

    plan = read(losses=pipe_table(LOSS_HEADER, [area, *LOSSES]))

    assert plan.losses == read().losses
    assert kinds(plan).count("subtotal_row") == 1
    assert "total_differs" not in kinds(plan)


def test_the_sum_row_of_a_criterion_is_no_loss_and_a_sum_that_differs_is_remarked():
    parent = ("7.2", "Dịch vụ công", "2,00", "", "0,50", "1,50")

    plan = read(losses=pipe_table(LOSS_HEADER, [LOSSES[0], parent, LOSSES[1]]))

    assert plan.losses == read().losses
    assert [r.text for r in plan.remarks if r.kind == "total_differs"] == [
        "Dòng cộng ghi 1,50, các dòng của bảng cộng lại là 1,00."
    ]


def test_a_row_number_beside_codes_in_the_names_is_no_area():
    rows = [("1", "Báo cáo", "1,00", "", "0,00", "1,00"), ("2", "1.2. Kế hoạch", "1,00", "", "0,00", "1,00")]

    plan = read(losses=pipe_table(LOSS_HEADER, rows))

    assert [loss.name for loss in plan.losses] == ["Báo cáo", "Kế hoạch"]


def test_remarks_name_the_criterion_by_its_code_though_a_row_number_stands_beside_it():
    rows = [("1", "1.2. Kế hoạch", "1,00", "", "", "1,00"), ("2", "Báo cáo", "1,00", "", "", "1,00")]

    plan = read(losses=pipe_table(LOSS_HEADER, rows))

    assert [r.text for r in plan.remarks if r.kind == "figure_missing"] == [
        "Tiêu chí 1.2: ô điểm đạt được để trống.",
        "Tiêu chí “Báo cáo”: ô điểm đạt được để trống.",
    ]


def test_figures_of_one_decimal_are_remarked_once_and_only_beside_cells_with_two():
    short = [("1.2", "Báo cáo", "2,0", "", "1,5", "0,5"), ("1.3", "Kế hoạch", "1,0", "", "0", "1,0")]

    assert "figure_not_two_decimals" not in kinds(read(losses=pipe_table(LOSS_HEADER, short)))
    assert [
        r.text
        for r in read(losses=pipe_table(LOSS_HEADER, [*short, *LOSSES])).remarks
        if r.kind == "figure_not_two_decimals"
    ] == [
        "Tiêu chí 1.2: điểm chuẩn ghi “2,0”, không đủ hai chữ số thập phân như các ô khác."
        " Trong bảng còn 5 ô như vậy."
    ]


def test_an_event_without_words_bears_the_name_of_its_criterion():
    rows = [("1.2", "Báo cáo", "1,00", "(Trừ 0,5 điểm)", "0,50", "0,50")]

    assert [e.text for e in read(losses=pipe_table(LOSS_HEADER, rows)).losses[0].events] == ["Báo cáo"]


def test_a_criterion_whose_name_starts_as_the_word_for_sum_does_is_a_loss():
    row = ("3.2.1", "Công bố danh mục thủ tục", "0,50", "Chậm (Trừ 0,5 điểm)", "0,00", "0,50")

    assert [loss.criterion for loss in read(losses=pipe_table(LOSS_HEADER, [row])).losses] == ["3.2.1"]


def test_a_table_of_another_kind_is_remarked_as_skipped():
    budget = pipe_table(("Khoản", "Dự toán", "Nguồn"), [("In ấn", "5", "Tỉnh")])

    plan = read(tasks=budget + "\n\n" + pipe_table(TASK_HEADER, TASKS))

    assert plan.tasks == read().tasks
    assert kinds(plan).count("table_skipped") == 1


def test_cells_beyond_the_header_are_remarked_and_never_dropped_in_silence():
    table = pipe_table(TASK_HEADER, TASKS) + "\n| 4 | Việc mới | Sở Nội vụ | | Hàng năm | ghi thêm |"

    plan = read(tasks=table)

    assert [r.text for r in plan.remarks if r.kind == "row_too_wide"] == [
        "Dòng có nội dung ngoài các cột có tiêu đề, không được đọc: “ghi thêm”."
    ]


def test_a_table_without_the_rule_under_its_header_is_a_table():
    table = "\n".join(line for line in pipe_table(TASK_HEADER, TASKS).splitlines() if "---" not in line)

    assert read(tasks=table).tasks == read().tasks


def test_a_separate_column_of_criteria_is_read():
    rows = [("1", "Gửi báo cáo", "1.2; 1.3", "Sở Nội vụ"), ("2", "Họp dân", "Sự hài lòng", "Sở Nội vụ")]

    plan = read(tasks=pipe_table(("TT", "Nội dung", "Tiêu chí", "Chủ trì"), rows))

    assert [(task.criteria, task.aims) for task in plan.tasks] == [
        (("1.2", "1.3"), ()),
        ((), ("Sự hài lòng",)),
    ]


def test_one_column_may_name_who_leads_and_who_cooperates():
    rows = [("1", "Gửi báo cáo", "Sở Nội vụ chủ trì, phối hợp với Sở Tài chính", "Hàng năm")]

    plan = read(tasks=pipe_table(("TT", "Nội dung", "Cơ quan thực hiện", "Thời hạn"), rows))

    assert (plan.tasks[0].lead, plan.tasks[0].cooperating) == (("Sở Nội vụ",), ("Sở Tài chính",))


def test_a_separate_column_of_responsible_agencies_is_read():
    rows = [("1.2", "Báo cáo", "1,00", "0,50", "0,50", "Chậm", "Sở Nội vụ; Sở Y tế")]
    header = ("Mã", "Tiêu chí", "Điểm tối đa", "Điểm đạt", "Điểm trừ", "Lý do", "Trách nhiệm")

    assert read(losses=pipe_table(header, rows)).losses[0].responsible == ("Sở Nội vụ", "Sở Y tế")


def test_deadlines_that_are_not_understood_are_remarked():
    plan = read(tasks=pipe_table(TASK_HEADER, [("1", "Gửi báo cáo", "Sở Nội vụ", "", "Sớm nhất")]))

    assert kinds(plan).count("deadline_not_understood") == 1
    assert one_task("Gửi báo cáo", deadline="Sớm nhất").deadline.text == "Sớm nhất"  # type: ignore[union-attr]


def without_leads(**parts: str) -> Plan:
    body = [line for line in sample.BODY if "chủ trì: Lĩnh vực" not in line]
    return read_plan(sample.markdown(body=body, **parts).encode(), name="kế hoạch.md")


def test_a_table_of_area_leads_is_read():
    header = ("TT", "Lĩnh vực", "Cơ quan chủ trì", "Thời gian báo cáo")
    rows = [
        ("1", "Chỉ đạo", "Sở Nội vụ", "Trước ngày 10/12 hàng năm"),
        ("2", "Thể chế", "Sở Tư pháp", ""),
        ("", "Khác", "Sở Y tế", ""),
    ]

    plan = without_leads(tasks=pipe_table(header, rows) + "\n\n" + pipe_table(TASK_HEADER, TASKS))

    assert [(lead.area, lead.area_name, lead.agency) for lead in plan.area_leads] == [
        ("1", "Chỉ đạo", "Sở Nội vụ"),
        ("2", "Thể chế", "Sở Tư pháp"),
    ]
    assert plan.tasks == read().tasks
    assert [kind for kind in kinds(plan) if kind.startswith("area_")] == [
        "area_from_row_number",
        "area_lead_unread",
    ]


def test_a_plan_without_area_leads_says_that_none_was_read():
    assert [r.text for r in without_leads().remarks if r.kind == "area_leads_missing"] == [
        "Không đọc thấy cơ quan nào được giao chủ trì từng lĩnh vực."
    ]


def test_a_document_whose_tables_are_of_another_kind_is_no_plan():
    with pytest.raises(UnreadableDocument, match="không phải kế hoạch"):
        read(tasks="", losses="")
