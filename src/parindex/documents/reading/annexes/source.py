"""From bytes to blocks: spreadsheets by the reader of this room, all others by those of plans."""

from parindex.documents.reading import errors
from parindex.documents.reading.annexes import refusals
from parindex.documents.reading.annexes.package import is_workbook
from parindex.documents.reading.blocks import Block
from parindex.documents.reading.source import MAX_BYTES, read_blocks
from parindex.domain.plans import Remark

_ARCHIVE = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")


def read_annex(content: bytes, *, name: str, notes: list[Remark]) -> list[Block]:
    """Blocks of a spreadsheet or a document, by its content and not by its name. Raises UnreadableDocument."""
    if len(content) > MAX_BYTES:
        raise errors.too_huge(name, "quá 50 MB", "over 50 MB")
    if content.startswith(_OLE) and _ENCRYPTED_PACKAGE not in content:
        raise refusals.old_office(name)
    if content.startswith(_ARCHIVE) and is_workbook(content, name=name):
        from parindex.documents.reading.annexes.xlsx import read_xlsx

        return list(read_xlsx(content, name=name, notes=notes))
    try:
        return read_blocks(content, name=name)
    except errors.UnreadableDocument as error:
        raise (refusals.other_kind(name) if error.vi == errors.other_kind(name).vi else error) from error
