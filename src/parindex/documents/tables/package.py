"""Gói .xlsx: what an uploaded workbook is made of, measured before anything interprets it.

What passes is packed anew, so that the reader behind unpacks exactly the bytes that were measured here.
"""

import zipfile
import zlib
from collections.abc import Iterable, Mapping
from io import BytesIO

from parindex.documents.tables import errors

MAX_BYTES = 20_000_000
MAX_UNPACKED = 60_000_000
MAX_PARTS = 2_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_NEEDED = {"[content_types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"}
_READ = (".xml", ".rels")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)


def unpack(content: bytes) -> Mapping[str, bytes]:
    """The XML parts of a workbook by their names in lower case. Raises `UnreadableTable`."""
    _check_kind(content)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return _parts(archive)
    except _BROKEN as error:
        raise errors.damaged() from error


def pack(parts: Mapping[str, bytes]) -> bytes:
    """A package of these parts and nothing else."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return target.getvalue()


def _check_kind(content: bytes) -> None:
    if len(content) > MAX_BYTES:
        raise errors.too_large("quá 20 MB", "over 20 MB")
    if content.startswith(_OLE):
        raise errors.encrypted() if _ENCRYPTED_PACKAGE in content else errors.old_excel()
    if not content.startswith(b"PK\x03\x04"):
        raise errors.no_workbook()


def _parts(archive: zipfile.ZipFile) -> Mapping[str, bytes]:
    listed = archive.infolist()
    names = [entry.filename.lower() for entry in listed]
    if len(listed) > MAX_PARTS:
        raise errors.too_large("quá nhiều thành phần", "too many parts")
    if len(set(names)) < len(names):
        raise errors.damaged()
    if not _NEEDED.issubset(names):
        raise errors.no_workbook()
    kept = [entry for entry in listed if entry.filename.lower().endswith(_READ)]
    _check_sizes(kept)
    return {entry.filename.lower(): archive.read(entry) for entry in kept}


def _check_sizes(entries: Iterable[zipfile.ZipInfo]) -> None:
    # `ZipFile.read` never gives more than an entry declares, so that the declared sizes can be relied on.
    if any(entry.flag_bits & 1 for entry in entries):
        raise errors.encrypted()
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise errors.too_large("quá 60 MB sau khi giải nén", "over 60 MB unpacked")
