"""How a document is called by those who add it: title, number, dates, address; and what cannot be said of one."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from parindex.domain.text import nfc
from parindex.services.errors import DeedError

LONGEST_TITLE, LONGEST_NUMBER, LONGEST_URL = 300, 100, 500


@dataclass(frozen=True, kw_only=True, slots=True)
class Described:
    """Trích yếu, số ký hiệu, ngày ban hành, ngày hết hiệu lực (the last day on which it is valid)."""

    title: str = ""
    number: str = ""
    issued_date: date | None = None
    valid_to: date | None = None

    @property
    def columns(self) -> dict[str, str | date | None]:
        return {
            "title": self.title,
            "number": self.number,
            "issued_date": self.issued_date,
            "valid_to": self.valid_to,
        }


def checked(said: Described, *, otherwise: str = "") -> Described:
    """The same words in one spelling; a document without a title is called `otherwise`. Raises `DeedError`."""
    title, number = nfc(said.title) or nfc(otherwise), nfc(said.number)
    if not title:
        raise DeedError(
            "Phải ghi tên tài liệu; chưa lưu gì.", "Give the document a title; nothing was stored."
        )
    if len(title) > LONGEST_TITLE or len(number) > LONGEST_NUMBER:
        raise DeedError(
            f"Tên tài liệu dài nhất {LONGEST_TITLE} ký tự, số ký hiệu {LONGEST_NUMBER}; hãy rút ngắn. Chưa lưu gì.",
            f"A title takes {LONGEST_TITLE} characters, a number {LONGEST_NUMBER}: shorten it. Nothing was stored.",
        )
    if said.issued_date and said.valid_to and said.valid_to < said.issued_date:
        raise DeedError(
            "Ngày hết hiệu lực phải từ ngày ban hành trở đi; hãy sửa ngày. Chưa lưu gì.",
            "A document is valid from its issue on: correct the dates. Nothing was stored.",
        )
    return Described(title=title, number=number, issued_date=said.issued_date, valid_to=said.valid_to)


def checked_url(url: str) -> str:
    """An address that a browser may follow without running anything. Raises `DeedError`."""
    address = url.strip()
    try:
        parts = urlsplit(address)
        is_page = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        is_page = False
    if not is_page or len(address) > LONGEST_URL or not address.isprintable() or " " in address:
        raise DeedError(
            "Đường dẫn phải bắt đầu bằng https:// hoặc http:// và không có dấu cách; hãy chép lại đường dẫn. "
            "Chưa lưu gì.",
            "A link begins with https:// or http:// and has no spaces: copy it again. Nothing was stored.",
        )
    return address
