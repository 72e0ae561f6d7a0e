"""Lưu ý: what is noticed in annexed tables only; what plans share with them is in the plan reader's `remarks`."""

from parindex.documents.reading import remarks
from parindex.domain.plans import Remark


def sheet_hidden(place: str) -> Remark:
    return Remark(kind="sheet_hidden", place=place, text="Trang tính bị ẩn, không đọc.")


def table_skipped(place: str, header: str) -> Remark:
    text = f"Bảng không có cột tiêu chí và cột điểm, không đọc (dòng đầu: “{header}”)."
    return Remark(kind="table_skipped", place=place, text=text)


def other_set(place: str, title: str) -> Remark:
    named = f" (“{title[:200]}”)" if title else ""
    text = f"Văn bản còn một bảng khác{named}; bảng này không được đọc."
    return Remark(kind="other_set", place=place, text=text)


def row_outside(place: str, printed: str) -> Remark:
    text = f"Dòng “{printed[:200]}” đứng trước tiêu chí đầu tiên hoặc ngoài các tiêu chí, không đọc."
    return Remark(kind="row_outside", place=place, text=text)


def code_unreadable(place: str, printed: str) -> Remark:
    text = f"Ô mã ghi “{printed[:80]}”, không phải một mã tiêu chí; đọc như dòng không có mã."
    return Remark(kind="code_unreadable", place=place, text=text)


def code_shortened(place: str, printed: str, code: str, before: str) -> Remark:
    text = f"Mã ghi “{printed}” ngay sau {before}; bảng tính làm mất số 0 ở cuối, đọc là {code}."
    return Remark(kind="code_shortened", place=place, text=text)


def code_from_date(place: str, printed: str, code: str) -> Remark:
    text = f"Bảng tính đã đổi mã thành ngày {printed}; theo thứ tự, đọc là {code}."
    return Remark(kind="code_from_date", place=place, text=text)


def code_slip(place: str, printed: str, code: str) -> Remark:
    text = f"Mã ghi “{printed}”, đọc là {code} (lỗi nhận dạng)."
    return Remark(kind="code_slip", place=place, text=text)


def codes_completed(place: str, printed: str, code: str) -> Remark:
    text = (
        f"Mã tiêu chí được đánh lại từ đầu trong từng lĩnh vực (“{printed}”); "
        f"các mã được thêm số của lĩnh vực, ở đây là {code}."
    )
    return Remark(kind="codes_completed", place=place, text=text)


def area_by_order(place: str, title: str, code: str) -> Remark:
    text = f"Dòng “{title[:80]}” không có mã; đọc là lĩnh vực {code} theo thứ tự."
    return Remark(kind="area_by_order", place=place, text=text)


def line_without_mark(place: str, code: str) -> Remark:
    text = f"Dòng không có mã, không có gạch đầu dòng; đọc là cách chấm điểm của tiêu chí {code}."
    return Remark(kind="line_without_mark", place=place, text=text)


def line_points_differ(place: str, code: str, column: str, said: str) -> Remark:
    text = f"Tiêu chí {code}: cột điểm ghi {column}, lời văn của dòng ghi {said} điểm; lấy theo lời văn."
    return Remark(kind="line_points_differ", place=place, text=text)


def detail_lines_left_out(place: str, count: int) -> Remark:
    text = f"Bảng có {count} dòng chi tiết không có mã và không có điểm được chấm; không đọc."
    return Remark(kind="detail_lines_left_out", place=place, text=text)


def figure_slip(place: str, named: str, column: str, printed: str, value: str) -> Remark:
    text = f"{named}: ô {column} ghi “{printed}”, đọc là {value} (lỗi nhận dạng)."
    return Remark(kind="figure_slip", place=place, text=text)


def figures_with_comma(place: str, named: str, column: str, printed: str, *, more: int) -> Remark:
    text = f"{named}: ô {column} ghi “{printed}”; dấu phẩy được đọc là dấu thập phân."
    text += f" Trong bảng còn {more} ô như vậy." if more else ""
    return Remark(kind="figures_with_comma", place=place, text=text)


def maximum_missing(place: str, named: str) -> Remark:
    return Remark(kind="maximum_missing", place=place, text=f"{named}: không đọc thấy điểm tối đa; để trống.")


def maximum_from_survey(place: str, named: str) -> Remark:
    text = f"{named}: ô điểm tối đa để trống; lấy theo cột điểm điều tra xã hội học."
    return Remark(kind="maximum_from_survey", place=place, text=text)


def parts_do_not_add_up(place: str, named: str, maximum: str, added: str) -> Remark:
    text = f"{named}: điểm tối đa ghi {maximum}, các mục bên dưới cộng lại là {added}; giữ nguyên như bản in."
    return Remark(kind="parts_do_not_add_up", place=place, text=text)


def total_not_hundred(place: str, added: str) -> Remark:
    text = f"Điểm tối đa của các mục ở bậc trên cùng cộng lại là {added}, không phải 100."
    return Remark(kind="total_not_hundred", place=place, text=text)


def year_unclear(printed: str) -> Remark:
    text = f"Tên bảng nêu các năm {printed}; không rõ bảng áp dụng cho năm nào, để trống."
    return Remark(kind="year_unclear", place="tên bảng", text=text)


def derived(place: str, count: int) -> Remark:
    text = (
        f"Bảng không có cột điểm thẩm định; điểm thẩm định của {count} dòng là điểm tối đa trừ điểm bị trừ."
    )
    return Remark(kind="derived", place=place, text=text)


def lost_from_claimed(place: str, named: str) -> Remark:
    text = (
        f"{named}: điểm bị trừ là so với điểm tự chấm, không phải so với điểm tối đa; giữ nguyên như bản in."
    )
    return Remark(kind="lost_from_claimed", place=place, text=text)


def above_maximum(place: str, named: str, column: str, printed: str, maximum: str) -> Remark:
    text = f"{named}: {column} {printed} lớn hơn điểm tối đa {maximum}; giữ nguyên như bản in."
    return Remark(kind="above_maximum", place=place, text=text)


def losses_do_not_add_up(place: str, named: str, lost: str, added: str) -> Remark:
    text = f"{named}: điểm bị trừ ghi {lost}, các mục bên dưới cộng lại là {added}; giữ nguyên như bản in."
    return Remark(kind="losses_do_not_add_up", place=place, text=text)


READ_THROUGH = remarks.READ_THROUGH | {
    *("sheet_hidden", "codes_completed", "figures_with_comma", "line_without_mark", "detail_lines_left_out"),
    *("derived", "maximum_from_survey"),
}
"""Kinds that tell how something was read; all others say that something is missing, doubtful or contradictory."""
