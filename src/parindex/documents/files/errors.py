"""Why a file is not taken as evidence: one sentence in each language that says what is wrong and what to do."""

from parindex.documents.errors import DocumentError


class RefusedFile(DocumentError):  # noqa: N818 - the name is the sentence
    """A file of which nothing is kept. `vi` and `en` are whole sentences."""


class ScannerUnavailable(DocumentError):  # noqa: N818 - the name is the sentence
    """The virus scanner gave no answer, so that the file is not kept either. `vi` and `en` are whole sentences."""


def empty(name: str) -> RefusedFile:
    return RefusedFile(f"Tệp “{name}” không có nội dung.", f"“{name}” is empty.")


def too_large(name: str, megabytes: int) -> RefusedFile:
    return RefusedFile(
        f"Tệp “{name}” quá lớn (quá {megabytes} MB); hãy chia nhỏ hoặc quét lại với độ phân giải thấp hơn.",
        f"“{name}” is too large (over {megabytes} MB); split it or scan it at a lower resolution.",
    )


def other_kind(name: str, kind: str) -> RefusedFile:
    """`kind` is the ending that the content goes by (".rar"), empty where nobody knows."""
    vi = f"có nội dung là {kind}, không thuộc" if kind else "không thuộc"
    en = f"holds {kind}, which is not" if kind else "is not"
    return RefusedFile(
        f"Tệp “{name}” {vi} loại tệp được nhận (PDF, ảnh PNG hoặc JPEG, Word, Excel, PowerPoint, ODF, TXT, CSV).",
        f"“{name}” {en} of a kind that is taken (PDF, PNG, JPEG, Word, Excel, PowerPoint, ODF, TXT, CSV).",
    )


def archive(name: str) -> RefusedFile:
    return RefusedFile(
        f"Tệp “{name}” là tệp nén; hãy giải nén rồi gửi từng văn bản.",
        f"“{name}” is an archive; unpack it and send each document.",
    )


def markup(name: str) -> RefusedFile:
    return RefusedFile(
        f"Tệp “{name}” là trang web, ảnh SVG hoặc tệp lệnh; hãy in thành PDF rồi gửi lại.",
        f"“{name}” is a web page, an SVG picture or a script; print it to PDF and send that.",
    )


def name_disagrees(name: str, kind: str) -> RefusedFile:
    """`kind` is the ending that the content asks for."""
    return RefusedFile(
        f"Tên tệp “{name}” không khớp với nội dung ({kind}); hãy đổi đuôi tệp thành {kind} rồi gửi lại.",
        f"The name “{name}” does not match the content ({kind}); rename the file to end in {kind}.",
    )


def damaged(name: str) -> RefusedFile:
    return RefusedFile(
        f"Tệp “{name}” bị hỏng hoặc chưa tải lên hết; hãy mở, lưu lại rồi gửi lại.",
        f"“{name}” is damaged or cut short; open it, save it anew and send it again.",
    )


def encrypted(name: str) -> RefusedFile:
    return RefusedFile(
        f"Tệp “{name}” được mã hóa hoặc bảo vệ bằng mật khẩu; hãy bỏ mật khẩu rồi gửi lại.",
        f"“{name}” is encrypted or protected by a password; remove it and send the file again.",
    )


def two_files_in_one(name: str) -> RefusedFile:
    return RefusedFile(
        f"Tệp “{name}” có một tệp khác giấu bên trong; hãy mở, lưu thành tệp mới rồi gửi lại.",
        f"“{name}” hides another file; open it, save it as a new file and send that.",
    )


def macros(name: str) -> RefusedFile:
    return RefusedFile(
        f"Tệp “{name}” có macro hoặc mã lệnh; hãy lưu thành bản không có macro hoặc PDF rồi gửi lại.",
        f"“{name}” holds macros or scripts; save it without them or as PDF and send that.",
    )


def embedded(name: str) -> RefusedFile:
    return RefusedFile(
        f"Tệp “{name}” có tệp khác đính kèm bên trong; hãy bỏ tệp đính kèm hoặc in thành PDF rồi gửi lại.",
        f"“{name}” has other files attached inside; remove them or print it to PDF and send that.",
    )


def starts_programs(name: str) -> RefusedFile:
    return RefusedFile(
        f"Tệp “{name}” có lệnh mở chương trình khác; hãy in thành PDF mới rồi gửi lại.",
        f"“{name}” asks to start other programs; print it to a new PDF and send that.",
    )


def cannot_be_checked(name: str) -> RefusedFile:
    return RefusedFile(
        f"Không kiểm tra được hết nội dung tệp “{name}”; hãy in thành PDF mới rồi gửi lại.",
        f"“{name}” cannot be checked in full; print it to a new PDF and send that.",
    )


def unpacks_to_too_much(name: str, megabytes: int) -> RefusedFile:
    return RefusedFile(
        f"Tệp “{name}” khi giải nén quá lớn (quá {megabytes} MB hoặc quá nhiều phần); hãy chia nhỏ rồi gửi lại.",
        f"“{name}” unpacks to too much (over {megabytes} MB or too many parts); split it and send it again.",
    )


def wrong_encoding(name: str) -> RefusedFile:
    return RefusedFile(
        f"Tệp “{name}” không dùng bảng mã Unicode (UTF-8, UTF-16); hãy lưu lại theo UTF-8.",
        f"“{name}” is not encoded in Unicode (UTF-8, UTF-16); save it as UTF-8.",
    )


def virus_pattern(name: str) -> RefusedFile:
    return RefusedFile(
        f"Tệp “{name}” chứa mẫu thử vi-rút; tệp không được nhận.",
        f"“{name}” holds the virus test pattern; it is not taken.",
    )


def virus_found(signature: str) -> RefusedFile:
    return RefusedFile(
        f"Phần mềm diệt vi-rút tìm thấy “{signature}” trong tệp; tệp không được nhận, hãy quét lại máy tính.",
        f"The virus scanner found “{signature}” in the file; it is not taken, and the computer needs a scan.",
    )


def no_scanner() -> ScannerUnavailable:
    return ScannerUnavailable(
        "Chưa quét được vi-rút nên tệp chưa được nhận; hãy gửi lại sau ít phút hoặc báo quản trị viên.",
        "The file could not be scanned for viruses and is not taken yet; try again later or tell the administrator.",
    )


def scanner_failed(answer: str) -> ScannerUnavailable:
    return ScannerUnavailable(
        f"Phần mềm diệt vi-rút không quét được tệp (“{answer}”) nên tệp chưa được nhận; hãy báo quản trị viên.",
        f"The virus scanner could not scan the file (“{answer}”), so it is not taken; tell the administrator.",
    )
