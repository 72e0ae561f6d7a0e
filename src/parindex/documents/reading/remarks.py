"""Lưu ý: what the reader noticed, one function for each kind; the place says where, the sentence says what."""

from parindex.domain.plans import Remark

_LONGEST_NAME = 80


def criterion_named(code: str, name: str) -> str:
    """How a remark names a row of the register: "Tiêu chí 1.2", or by its name where it has no code."""
    return f"Tiêu chí {code}" if code else f"Tiêu chí “{name[:_LONGEST_NAME]}”" if name else "Dòng này"


def number_from_annex(place: str, number: str) -> Remark:
    text = f"Không đọc thấy số, ký hiệu ở phần đầu văn bản; lấy số {number} ở dòng ghi kèm theo phụ lục."
    return Remark(kind="number_from_annex", place=place, text=text)


def date_from_annex(place: str, printed: str) -> Remark:
    text = f"Không đọc thấy ngày ban hành ở phần đầu văn bản; lấy ngày {printed} ở dòng ghi kèm theo phụ lục."
    return Remark(kind="date_from_annex", place=place, text=text)


def issuer_from_annex(place: str, printed: str, issuer: str) -> Remark:
    text = (
        "Không đọc thấy cơ quan ban hành ở phần đầu văn bản; "
        f"dòng kèm theo phụ lục ghi “{printed}”, đọc là “{issuer}”."
    )
    return Remark(kind="issuer_from_annex", place=place, text=text)


def annex_differs(place: str, annex: str, head: str) -> Remark:
    text = f"Dòng kèm theo phụ lục ghi {annex}, phần đầu văn bản ghi {head}; lấy theo phần đầu."
    return Remark(kind="annex_differs", place=place, text=text)


def heading_incomplete(missing: str) -> Remark:
    return Remark(kind="heading_incomplete", place="phần đầu", text=f"Không đọc thấy {missing} của văn bản.")


def impossible_date(place: str, printed: str) -> Remark:
    return Remark(
        kind="impossible_date", place=place, text=f"“{printed}” không phải một ngày có thật; để trống."
    )


def impossible_period(place: str, printed: str) -> Remark:
    text = f"Giai đoạn “{printed}” kết thúc trước khi bắt đầu; để trống."
    return Remark(kind="impossible_period", place=place, text=text)


def period_chosen(place: str, named: list[int], chosen: tuple[int, int] | None) -> Remark:
    years = ", ".join(map(str, named))
    if chosen is None:
        text = f"Tên văn bản nêu năm {years}, không phải năm của kế hoạch; giai đoạn để trống."
    else:
        first, last = chosen
        taken = f"năm {first}" if first == last else f"{first}–{last}"
        text = f"Tên văn bản nêu các năm {years}; lấy {taken} làm giai đoạn của kế hoạch."
    return Remark(kind="period_chosen", place=place, text=text)


def results_year_missing(place: str) -> Remark:
    text = "Không đọc thấy năm của kết quả Chỉ số; để trống."
    return Remark(kind="results_year_missing", place=place, text=text)


def results_missing() -> Remark:
    text = "Không đọc thấy kết quả Chỉ số của năm làm căn cứ (tổng điểm, xếp hạng)."
    return Remark(kind="results_missing", place="phần đầu", text=text)


def result_repeated(place: str, part: str, first: str, other: str) -> Remark:
    text = f"Kết quả “{part}” được ghi hai giá trị khác nhau, {first} và {other}; lấy giá trị đầu."
    return Remark(kind="result_repeated", place=place, text=text)


def target_without_year(place: str, printed: str) -> Remark:
    text = f"Mục tiêu “{printed}” không nói của năm nào; không đọc thành mục tiêu."
    return Remark(kind="target_without_year", place=place, text=text)


def area_lead_repeated(place: str, area: str) -> Remark:
    return Remark(kind="area_lead_repeated", place=place, text=f"Lĩnh vực {area} được giao chủ trì hai lần.")


def area_leads_missing() -> Remark:
    text = "Không đọc thấy cơ quan nào được giao chủ trì từng lĩnh vực."
    return Remark(kind="area_leads_missing", place="toàn văn bản", text=text)


def area_lead_unread(place: str, printed: str) -> Remark:
    text = f"Bảng cơ quan chủ trì lĩnh vực: không đọc được lĩnh vực hay cơ quan ở dòng “{printed[:200]}”."
    return Remark(kind="area_lead_unread", place=place, text=text)


def area_from_row_number(place: str) -> Remark:
    text = "Bảng cơ quan chủ trì lĩnh vực không ghi số lĩnh vực; lấy theo số thứ tự của dòng."
    return Remark(kind="area_from_row_number", place=place, text=text)


def paragraph_joined(place: str, first_words: str) -> Remark:
    text = f"Đoạn bắt đầu bằng “{first_words}” nối tiếp câu bị ngắt ở đoạn trước; đã ghép lại."
    return Remark(kind="paragraph_joined", place=place, text=text)


def header_repeated(place: str) -> Remark:
    return Remark(
        kind="header_repeated",
        place=place,
        text="Dòng tiêu đề của bảng được lặp lại; bảng được đọc nối tiếp.",
    )


def continued_without_header(place: str) -> Remark:
    text = "Bảng không có dòng tiêu đề; đọc tiếp theo các cột của bảng trước."
    return Remark(kind="continued_without_header", place=place, text=text)


def row_continued(place: str, number: str) -> Remark:
    text = f"Dòng không có số thứ tự nối tiếp dòng {number} ở trước; đã ghép lại."
    return Remark(kind="row_continued", place=place, text=text)


def row_without_number(place: str) -> Remark:
    text = "Dòng không có số thứ tự nhưng có nội dung đầy đủ; đọc là một dòng riêng."
    return Remark(kind="row_without_number", place=place, text=text)


def row_too_wide(place: str, extra: str) -> Remark:
    text = f"Dòng có nội dung ngoài các cột có tiêu đề, không được đọc: “{extra}”."
    return Remark(kind="row_too_wide", place=place, text=text)


def group_row(place: str, title: str) -> Remark:
    return Remark(
        kind="group_row", place=place, text=f"“{title}” là dòng tên nhóm, không đọc thành một mục của bảng."
    )


def table_skipped(place: str, header: str) -> Remark:
    text = f"Bảng không phải bảng nhiệm vụ hay bảng bị trừ điểm, không đọc (dòng đầu: “{header}”)."
    return Remark(kind="table_skipped", place=place, text=text)


def column_missing(place: str, column: str) -> Remark:
    return Remark(kind="column_missing", place=place, text=f"Không đọc thấy cột {column}.")


def column_unknown(place: str, header: str) -> Remark:
    text = f"Không hiểu cột “{header}”; nội dung cột này không được đọc."
    return Remark(kind="column_unknown", place=place, text=text)


def table_missing(which: str) -> Remark:
    return Remark(kind="table_missing", place="toàn văn bản", text=f"Không đọc thấy {which} trong văn bản.")


def ocr_slip(place: str, printed: str, meaning: str) -> Remark:
    text = f"Ghi “{printed}”, có lẽ là “{meaning}” (lỗi nhận dạng); giữ nguyên như bản in."
    return Remark(kind="ocr_slip", place=place, text=text)


def area_as_criterion(place: str, owner: str, code: str) -> Remark:
    text = f"{owner} ghi lĩnh vực {code} thay cho một tiêu chí."
    return Remark(kind="area_as_criterion", place=place, text=text)


def criteria_range(place: str, owner: str, printed: str, codes: list[str]) -> Remark:
    if codes:
        text = f"{owner} ghi “{printed}”, đọc là các tiêu chí {', '.join(codes)}."
        return Remark(kind="criteria_range", place=place, text=text)
    text = f"{owner} ghi “{printed}”; chỉ đọc hai mã này, không rõ các tiêu chí ở giữa."
    return Remark(kind="criteria_range_unclear", place=place, text=text)


def unknown_criterion(place: str, owner: str, code: str) -> Remark:
    text = f"{owner} ghi tiêu chí {code}; mã này chưa có trong bộ tiêu chí đã nạp (bộ này mới biết một phần)."
    return Remark(kind="unknown_criterion", place=place, text=text)


def criterion_name_differs(place: str, code: str, printed: str, known: str) -> Remark:
    text = f"Tiêu chí {code} ở đây tên là “{printed}”, trong bộ tiêu chí là “{known}”."
    return Remark(kind="criterion_name_differs", place=place, text=text)


def task_without_criterion(place: str, number: str) -> Remark:
    text = f"Nhiệm vụ {number}: không đọc thấy tiêu chí nào."
    return Remark(kind="task_without_criterion", place=place, text=text)


def task_with_aim_only(place: str, number: str, aim: str) -> Remark:
    text = f"Nhiệm vụ {number} nêu mục đích “{aim}”; không đọc thấy tiêu chí."
    return Remark(kind="task_with_aim_only", place=place, text=text)


def task_without_lead(place: str, number: str) -> Remark:
    return Remark(
        kind="task_without_lead", place=place, text=f"Nhiệm vụ {number}: không đọc thấy cơ quan chủ trì."
    )


def lead_from_group(place: str, number: str, title: str) -> Remark:
    text = f"Nhiệm vụ {number} không có cột cơ quan chủ trì; lấy tên nhóm “{title}” làm cơ quan chủ trì."
    return Remark(kind="lead_from_group", place=place, text=text)


def tasks_from_losses(place: str) -> Remark:
    text = (
        "Bảng trừ điểm có cột giải pháp; mỗi giải pháp được đọc thành một nhiệm vụ của tiêu chí ở cùng dòng."
    )
    return Remark(kind="tasks_from_losses", place=place, text=text)


def responsible_from_lead(place: str) -> Remark:
    text = "Không đọc thấy cột cơ quan chịu trách nhiệm; lấy theo cột cơ quan chủ trì, thực hiện."
    return Remark(kind="responsible_from_lead", place=place, text=text)


def cell_repeats_above(place: str, column: str, printed: str, above: str) -> Remark:
    text = f"Ô {column} ghi “{printed}”, đọc như dòng trên: “{in_short(above)}”."
    return Remark(kind="cell_repeats_above", place=place, text=text)


def in_short(text: str) -> str:
    return " ".join(text.split())[:_LONGEST_NAME]


def lead_is_level(place: str, number: str, name: str) -> Remark:
    text = f"Nhiệm vụ {number} do “{name}” chủ trì: đó là cả một cấp, không phải một cơ quan."
    return Remark(kind="lead_is_level", place=place, text=text)


def agency_unknown(place: str, name: str) -> Remark:
    text = f"Không tìm thấy cơ quan “{name[:200]}” trong danh mục cơ quan; giữ tên như bản in."
    return Remark(kind="agency_unknown", place=place, text=text)


def agency_ambiguous(place: str, name: str, candidates: str) -> Remark:
    text = f"“{name}” có thể là một trong các cơ quan: {candidates}; giữ tên như bản in."
    return Remark(kind="agency_ambiguous", place=place, text=text)


def agency_read_as(place: str, printed: str, name: str) -> Remark:
    return Remark(kind="agency_read_as", place=place, text=f"“{printed}” được đọc là “{name}”.")


def agency_prefix_shared(place: str, printed: str, name: str) -> Remark:
    text = f"“{printed}” trong danh sách được đọc là “{name}”."
    return Remark(kind="agency_prefix_shared", place=place, text=text)


def deadline_missing(place: str, number: str) -> Remark:
    return Remark(kind="deadline_missing", place=place, text=f"Nhiệm vụ {number}: không đọc thấy thời hạn.")


def deadline_without_year(place: str, number: str, printed: str) -> Remark:
    text = f"Nhiệm vụ {number} ghi thời hạn “{printed}” không có năm, kế hoạch có nhiều năm; chưa thành ngày."
    return Remark(kind="deadline_without_year", place=place, text=text)


def deadline_not_understood(place: str, number: str, printed: str) -> Remark:
    text = f"Nhiệm vụ {number} ghi thời hạn “{printed}”, không hiểu được thành ngày."
    return Remark(kind="deadline_not_understood", place=place, text=text)


def deadline_partly_read(place: str, number: str, printed: str, unread: str) -> Remark:
    text = f"Nhiệm vụ {number} ghi thời hạn “{printed}”; phần “{unread}” không được hiểu."
    return Remark(kind="deadline_partly_read", place=place, text=text)


def number_skipped(place: str, before: str, after: str) -> Remark:
    text = f"Số thứ tự nhảy từ {before} đến {after}."
    return Remark(kind="number_skipped", place=place, text=text)


def number_repeated(place: str, number: str) -> Remark:
    return Remark(kind="number_repeated", place=place, text=f"Số thứ tự {number} xuất hiện hơn một lần.")


def figure_unreadable(place: str, named: str, column: str, printed: str) -> Remark:
    text = f"{named}: ô {column} ghi “{printed}”, không phải một số; để trống."
    return Remark(kind="figure_unreadable", place=place, text=text)


def figure_missing(place: str, named: str, column: str) -> Remark:
    text = f"{named}: ô {column} để trống."
    return Remark(kind="figure_missing", place=place, text=text)


def figure_not_two_decimals(place: str, named: str, column: str, printed: str, *, more: int) -> Remark:
    text = f"{named}: {column} ghi “{printed}”, không đủ hai chữ số thập phân như các ô khác."
    text += f" Trong bảng còn {more} ô như vậy." if more else ""
    return Remark(kind="figure_not_two_decimals", place=place, text=text)


def figure_negative(place: str, named: str, column: str, printed: str) -> Remark:
    text = f"{named}: {column} ghi số âm “{printed}”, đọc là số điểm bị trừ."
    return Remark(kind="figure_negative", place=place, text=text)


def does_not_add_up(place: str, named: str, maximum: str, earned: str, lost: str) -> Remark:
    text = f"{named}: {maximum} − {earned} không bằng {lost}; giữ nguyên như bản in."
    return Remark(kind="does_not_add_up", place=place, text=text)


def events_do_not_add_up(place: str, named: str, events: str, lost: str) -> Remark:
    text = f"{named}: các lần trừ cộng lại là {events}, điểm bị trừ là {lost}."
    return Remark(kind="events_do_not_add_up", place=place, text=text)


def events_without_points(place: str, named: str) -> Remark:
    text = f"{named}: không đọc thấy việc nào bị trừ bao nhiêu điểm."
    return Remark(kind="events_without_points", place=place, text=text)


def nobody_responsible(place: str, named: str) -> Remark:
    text = f"{named} bị trừ điểm; không đọc thấy cơ quan chịu trách nhiệm."
    return Remark(kind="nobody_responsible", place=place, text=text)


def criterion_without_code(place: str, name: str) -> Remark:
    return Remark(
        kind="criterion_without_code", place=place, text=f"Không đọc thấy mã của tiêu chí “{name}”."
    )


def criterion_code_from_name(place: str, code: str, printed: str) -> Remark:
    text = f"Mã tiêu chí {code} lấy từ tên tiêu chí; cột số thứ tự ghi “{printed}”."
    return Remark(kind="criterion_code_from_name", place=place, text=text)


def loss_repeated(place: str, criterion: str) -> Remark:
    return Remark(
        kind="loss_repeated", place=place, text=f"Tiêu chí {criterion} có hơn một dòng bị trừ điểm."
    )


def subtotal_row(place: str, title: str) -> Remark:
    text = f"“{title[:200]}” là dòng cộng của các dòng khác, không đọc thành một tiêu chí."
    return Remark(kind="subtotal_row", place=place, text=text)


def total_differs(place: str, printed: str, added: str) -> Remark:
    text = f"Dòng cộng ghi {printed}, các dòng của bảng cộng lại là {added}."
    return Remark(kind="total_differs", place=place, text=text)


READ_THROUGH = frozenset(
    {
        *("ocr_slip", "paragraph_joined", "header_repeated", "continued_without_header", "row_continued"),
        *("number_from_annex", "date_from_annex", "issuer_from_annex", "group_row", "subtotal_row"),
        *("agency_prefix_shared", "agency_read_as", "figure_not_two_decimals", "criterion_code_from_name"),
        *("criteria_range", "lead_from_group", "tasks_from_losses", "cell_repeats_above"),
    }
)
"""Kinds that tell how a slip was read; all others say that something is missing, doubtful or contradictory."""
