"""The one error of this room: a document that cannot be read as a plan, in one sentence its sender understands."""

from parindex.documents.errors import DocumentError


class UnreadableDocument(DocumentError):  # noqa: N818 - the name is the sentence
    """A document of which nothing is read. `vi` and `en` are one whole sentence each."""


def not_found(name: str) -> UnreadableDocument:
    return UnreadableDocument(f"Không tìm thấy tệp “{name}”.", f"There is no file “{name}”.")


def a_folder(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        f"“{name}” là thư mục, không phải tệp văn bản.", f"“{name}” is a folder, not a document."
    )


def not_allowed(name: str) -> UnreadableDocument:
    return UnreadableDocument(f"Không có quyền đọc tệp “{name}”.", f"Reading “{name}” is not permitted.")


def not_openable(name: str) -> UnreadableDocument:
    return UnreadableDocument(f"Không mở được tệp “{name}”.", f"“{name}” cannot be opened.")


def empty(name: str) -> UnreadableDocument:
    return UnreadableDocument(f"Tệp “{name}” không có nội dung.", f"“{name}” is empty.")


def too_huge(name: str, limit: str, limit_english: str) -> UnreadableDocument:
    return UnreadableDocument(f"Tệp “{name}” quá lớn ({limit}).", f"“{name}” is too large ({limit_english}).")


def damaged(name: str, kind: str) -> UnreadableDocument:
    return UnreadableDocument(
        f"Tệp {kind} “{name}” bị hỏng, không đọc được.", f"The {kind} file “{name}” is damaged."
    )


def encrypted(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        f"Tệp “{name}” được bảo vệ bằng mật khẩu; hãy bỏ mật khẩu rồi gửi lại.",
        f"“{name}” is protected by a password; remove it and try again.",
    )


def old_office(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        f"Tệp “{name}” theo định dạng Office cũ (.doc, .xls); hãy lưu lại thành .docx.",
        f"“{name}” is in an old Office format (.doc, .xls); save it as .docx.",
    )


def other_kind(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        f"Tệp “{name}” không phải văn bản .docx, .md, .txt hay .pdf.",
        f"“{name}” is no .docx, .md, .txt or .pdf document.",
    )


def wrong_encoding(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        f"Tệp “{name}” không dùng bảng mã Unicode (UTF-8); hãy lưu lại theo UTF-8.",
        f"“{name}” is not encoded in Unicode (UTF-8); save it as UTF-8.",
    )


def scanned(name: str, page: int) -> UnreadableDocument:
    return UnreadableDocument(
        f"Tệp “{name}” là bản quét: trang {page} không có lớp chữ; cần bản có chữ hoặc bản đã nhận dạng.",
        f"“{name}” is a scan: page {page} has no text layer; a document with text is needed.",
    )


def unmapped_font(name: str, page: int) -> UnreadableDocument:
    return UnreadableDocument(
        f"Phông chữ trên trang {page} của tệp “{name}” không cho biết mã chữ, không đọc được.",
        f"The fonts on page {page} of “{name}” do not say which letters they draw.",
    )


def no_plan(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        f"“{name}” không phải kế hoạch cải cách hành chính: không thấy bảng nhiệm vụ hay bảng tiêu chí bị trừ điểm.",
        f"“{name}” is no administrative reform plan: it has neither a table of tasks nor one of lost points.",
    )
