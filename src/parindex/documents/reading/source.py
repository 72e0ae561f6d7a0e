"""From a path or bytes to blocks: what kind of file it is, by its content, and whether it can be read at all."""

from pathlib import Path

from parindex.documents.reading import errors
from parindex.documents.reading.blocks import Block
from parindex.documents.reading.markdown import read_markdown

MAX_BYTES = 50_000_000
MAX_TEXT_BYTES = 3_000_000  # a plan of 30 pages has 0.1 MB; reading takes some four seconds a megabyte
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_blocks(source: Path | str | bytes, *, name: str) -> list[Block]:
    """Blocks of a document. Raises UnreadableDocument."""
    data = source if isinstance(source, bytes) else _bytes_of(Path(source), name)
    if len(data) > MAX_BYTES:
        raise errors.too_huge(name, "quá 50 MB", "over 50 MB")
    if not data.strip():
        raise errors.empty(name)
    if data.startswith(_OLE):
        raise errors.encrypted(name) if _ENCRYPTED_PACKAGE in data else errors.old_office(name)
    if b"%PDF-" in data[:1024]:
        from parindex.documents.reading.pdf import read_pdf

        return read_pdf(data, name=name)
    if data.startswith(b"PK\x03\x04"):
        from parindex.documents.reading.docx import read_docx

        return read_docx(data, name=name)
    return read_markdown(_text_of(data, name))


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        if path.is_dir():
            raise errors.a_folder(name)
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise errors.not_found(name) from error
    except PermissionError as error:
        raise errors.not_allowed(name) from error
    except (OSError, ValueError) as error:
        raise errors.not_openable(name) from error


def _text_of(data: bytes, name: str) -> str:
    if len(data) > MAX_TEXT_BYTES:
        raise errors.too_huge(name, "quá 3 MB văn bản", "over 3 MB of text")
    encoding = "utf-16" if data.startswith(_UTF16) else "utf-8-sig"
    if data.lstrip().startswith(b"{\\rtf") or (encoding == "utf-8-sig" and b"\x00" in data):
        raise errors.other_kind(name)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise (errors.other_kind if _is_binary(data) else errors.wrong_encoding)(name) from error
    if not text.strip():
        raise errors.empty(name)
    return text


def _is_binary(data: bytes) -> bool:
    """Whether bytes that are no UTF-8 hold more control characters than a text in an old code page would."""
    sample = data[:4096]
    controls = sum(1 for byte in sample if byte < 32 and byte not in (9, 10, 12, 13))
    return controls > len(sample) // 50
