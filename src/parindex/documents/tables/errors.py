"""The one error of this room: a workbook of which nothing is read, in one sentence its sender understands."""

from collections.abc import Iterable

from parindex.documents.errors import DocumentError
from parindex.domain.rules.base import Sentence


class UnreadableTable(DocumentError):  # noqa: N818 - the name is the sentence
    """A workbook that cannot be read or written. `vi` and `en` are one whole sentence each."""


class Unfit(ValueError):  # noqa: N818 - said of a value, as a reader would
    """What is wrong with the content of one cell; whoever knows the cell makes an `UnreadableTable` of it."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(en)
        self.vi = vi
        self.en = en


def no_workbook() -> UnreadableTable:
    return UnreadableTable(
        "Tệp không phải bảng tính Excel (.xlsx); hãy tải lại tệp mẫu rồi điền vào đó.",
        "This is no Excel workbook (.xlsx); download the table again and fill it in.",
    )


def encrypted() -> UnreadableTable:
    return UnreadableTable(
        "Tệp được bảo vệ bằng mật khẩu; hãy bỏ mật khẩu rồi gửi lại.",
        "The file is protected by a password; remove it and try again.",
    )


def old_excel() -> UnreadableTable:
    return UnreadableTable(
        "Tệp theo định dạng Office cũ (.xls); hãy lưu lại thành .xlsx.",
        "The file is in an old Office format (.xls); save it as .xlsx.",
    )


def damaged() -> UnreadableTable:
    return UnreadableTable("Tệp .xlsx bị hỏng, không đọc được.", "The .xlsx file is damaged.")


def too_large(vi: str, en: str) -> UnreadableTable:
    return UnreadableTable(f"Tệp quá lớn ({vi}).", f"The file is too large ({en}).")


def too_many_rows(sheet: str, most: int) -> UnreadableTable:
    return UnreadableTable(
        f"Trang “{sheet}” có quá {_thousands(most, '.')} dòng.",
        f"The sheet “{sheet}” has more than {_thousands(most, ',')} rows.",
    )


def not_ours(label: str) -> UnreadableTable:
    return UnreadableTable(
        f"Tệp không do phần mềm này xuất ra: thiếu “{label}” ở trang Hướng dẫn.",
        f"The file was not exported by this software: “{label}” is missing on the sheet Hướng dẫn.",
    )


def unknown_kind(kind: str) -> UnreadableTable:
    return UnreadableTable(f"Không có loại tệp “{kind}”.", f"There is no kind of file called “{kind}”.")


def other_kind(found: Sentence, wanted: Sentence) -> UnreadableTable:
    return UnreadableTable(
        f"Tệp thuộc loại “{found.vi}”, ở đây cần loại “{wanted.vi}”.",
        f"The file is of the kind “{found.en}”; here the kind “{wanted.en}” is needed.",
    )


def other_version(found: str, known: str) -> UnreadableTable:
    return UnreadableTable(
        f"Tệp theo phiên bản định dạng {found}, phần mềm đọc phiên bản {known}; hãy xuất lại tệp rồi điền.",
        f"The file has format version {found}, and version {known} is read here; export it again and fill it in.",
    )


def other_identity(label: str, found: str, wanted: str) -> UnreadableTable:
    return UnreadableTable(
        f"Tệp không phải của bảng này: {label} trong tệp là “{found}”, ở đây là “{wanted}”.",
        f"The file belongs elsewhere: its {label} is “{found}”, and here it is “{wanted}”.",
    )


def altered(sheet: str) -> UnreadableTable:
    return UnreadableTable(
        f"Trang “{sheet}” không còn khớp với phần mềm; hãy xuất lại tệp rồi điền.",
        f"The sheet “{sheet}” no longer agrees with what is stored; export the file again and fill it in.",
    )


def contradictory(unfit: Unfit) -> UnreadableTable:
    return UnreadableTable(
        f"Nội dung tệp mâu thuẫn: {unfit.vi}.", f"The file contradicts itself: {unfit.en}."
    )


def missing_sheet(sheet: str) -> UnreadableTable:
    return UnreadableTable(f"Tệp thiếu trang “{sheet}”.", f"The sheet “{sheet}” is missing.")


def double_sheet(sheet: str) -> UnreadableTable:
    return UnreadableTable(f"Tệp có hai trang “{sheet}”.", f"The sheet “{sheet}” is there twice.")


def missing_columns(sheet: str, headings: Iterable[str]) -> UnreadableTable:
    named = ", ".join(headings)
    return UnreadableTable(
        f"Trang “{sheet}” thiếu cột: {named}.", f"The sheet “{sheet}” lacks the columns {named}."
    )


def double_column(sheet: str, heading: str) -> UnreadableTable:
    return UnreadableTable(
        f"Trang “{sheet}” có hai cột “{heading}”.", f"The sheet “{sheet}” has two columns “{heading}”."
    )


def double_row(sheet: str, row: int, named: str) -> UnreadableTable:
    return in_row(sheet, row, f"“{named}” đã có ở dòng trên", f"“{named}” is there in a row above")


def in_row(sheet: str, row: int, vi: str, en: str) -> UnreadableTable:
    return UnreadableTable(f"{sheet}, dòng {row}: {vi}", f"{sheet}, row {row}: {en}")


def in_cell(sheet: str, row: int, column: str, unfit: Unfit) -> UnreadableTable:
    """What is wrong in one cell; the row is counted as Excel counts it, from 1."""
    return UnreadableTable(
        f"{sheet}, dòng {row}, cột {column}: {unfit.vi}", f"{sheet}, row {row}, column {column}: {unfit.en}"
    )


def _thousands(number: int, mark: str) -> str:
    return f"{number:,}".replace(",", mark)
