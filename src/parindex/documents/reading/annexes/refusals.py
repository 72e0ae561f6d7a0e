"""Sentences for files that hold no annexed table; those for damaged and locked files are the plan reader's."""

from parindex.documents.reading.errors import UnreadableDocument


def other_kind(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        f"Tệp “{name}” không phải bảng tính .xlsx hay văn bản .docx, .pdf, .md, .txt.",
        f"“{name}” is neither an .xlsx spreadsheet nor a .docx, .pdf, .md or .txt document.",
    )


def old_office(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        f"Tệp “{name}” theo định dạng Office cũ (.doc, .xls); hãy lưu lại thành .docx hoặc .xlsx.",
        f"“{name}” is in an old Office format (.doc, .xls); save it as .docx or .xlsx.",
    )


def too_wide(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        f"Trang tính trong tệp “{name}” trải quá rộng vì có ô ở rất xa bảng; hãy xóa các ô đó rồi gửi lại.",
        f"A sheet of “{name}” reaches too far, for a cell lies far away from the table; delete it and try again.",
    )


def no_criteria(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        f"Không thấy bảng tiêu chí nào trong “{name}”: cần một bảng có cột tiêu chí và cột điểm tối đa.",
        f"“{name}” has no table of criteria: it takes a table with a column of criteria and one of maximum points.",
    )


def no_maximum(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        f"Bảng tiêu chí trong “{name}” không có cột điểm tối đa (thang điểm, điểm chuẩn).",
        f"The table of criteria in “{name}” has no column of maximum points.",
    )


def no_criterion(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        f"Bảng tiêu chí trong “{name}” không có dòng tiêu chí nào.",
        f"The table of criteria in “{name}” has no criterion.",
    )


def no_appraisal(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        f"Không thấy bảng kết quả thẩm định trong “{name}”: cần cột tiêu chí và cột điểm thẩm định hoặc điểm trừ.",
        f"“{name}” has no table of an appraisal: it takes criteria with points that were awarded or lost.",
    )


def no_appraised_points(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        f"Bảng tiêu chí trong “{name}” không có cột điểm thẩm định hay điểm trừ.",
        f"The table of criteria in “{name}” has no column of points awarded or lost.",
    )


def no_appraised_row(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        f"Bảng kết quả thẩm định trong “{name}” không có dòng tiêu chí nào.",
        f"The table of the appraisal in “{name}” has no criterion.",
    )
