"""Tệp Office và ODF: ZIP packages that hold exactly one document, with nothing hidden, packed up or running in it."""

import re
import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from parindex.documents.files import compound, errors, kinds
from parindex.documents.files.kinds import FileType
from parindex.documents.files.smuggling import refuse_test_pattern

HEAD = b"PK\x03\x04"

MAX_UNPACKED_MB = 300
MAX_PARTS = 20_000
_ENCRYPTED = 0x1
_DESCRIPTOR = 24  # the longest that may stand between two parts: sizes and check sum, written afterwards
_CHUNK = 1_000_000
_OVERLAP = 100  # longer than any pattern looked for

_CONTENT_TYPES = "[Content_Types].xml"
_ODF_TYPE = "mimetype"
_ODF_MANIFEST = "META-INF/manifest.xml"
_ODF_KINDS = {kind.media_type.encode(): kind for kind in (kinds.ODT, kinds.ODS)}
_OPENXML_KINDS = {
    f"{kind.media_type}.main+xml".encode(): kind for kind in (kinds.DOCX, kinds.XLSX, kinds.PPTX)
}
_RUNNING_TYPES = (
    b"macroenabled",
    b"vbaproject",
    b"ms-office.activex",
    b"intlmacrosheet",
    b"ms-excel.macrosheet",
)
_RUNNING_PARTS = re.compile(
    r"(^|/)vba(project|data)[^/]*$|(^|/)(macrosheets|activex)/|^scripts/.+[^/]$|^basic/(?!.*(script|dialog)-l[bc]\.xml$)"
    r".*[^/]$",
    re.IGNORECASE,
)
_PROGRAMS = re.compile(
    r"\.(exe|dll|scr|com|bat|cmd|ps1|vbs|js|jse|wsf|hta|msi|jar|lnk|zip|rar|7z)$", re.IGNORECASE
)


def recognise(content: bytes, *, name: str) -> FileType:
    """A DOCX, XLSX, PPTX, ODT or ODS document. Raises RefusedFile, for every other archive too."""
    try:
        with ZipFile(BytesIO(content)) as package:
            _refuse_bomb(package, name)
            _refuse_hidden(content, package, name)
            kind = _kind_of(package, name)
            _refuse_contents(package, name)
    except (
        BadZipFile,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        zlib.error,
        struct.error,
    ) as error:
        raise errors.damaged(name) from error
    return kind


def _refuse_bomb(package: ZipFile, name: str) -> None:
    parts = package.infolist()
    declared = sum(part.file_size for part in parts)
    if declared > MAX_UNPACKED_MB * 1_000_000 or len(parts) > MAX_PARTS:
        raise errors.unpacks_to_too_much(name, MAX_UNPACKED_MB)
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise errors.encrypted(name)


def _refuse_hidden(content: bytes, package: ZipFile, name: str) -> None:
    """The parts lie one behind the other from the first byte on, and the list of them ends with the file."""
    place = 0
    for part in sorted(package.infolist(), key=lambda part: part.header_offset):
        if not 0 <= part.header_offset - place <= (_DESCRIPTOR if place else 0):
            raise errors.two_files_in_one(name)
        place = _end_of(content, part)
    if not 0 <= package.start_dir - place <= _DESCRIPTOR or package.comment:
        raise errors.two_files_in_one(name)
    if content.rfind(b"PK\x05\x06") != len(content) - 22:
        raise errors.two_files_in_one(name)


def _end_of(content: bytes, part: ZipInfo) -> int:
    named, extra = struct.unpack_from("<HH", content, part.header_offset + 26)
    return int(part.header_offset + 30 + named + extra + part.compress_size)


def _kind_of(package: ZipFile, name: str) -> FileType:
    names = package.namelist()
    if len({each.casefold() for each in names}) != len(names):
        raise errors.two_files_in_one(name)  # programs differ in which of two parts of one name they read
    if names[:1] == [_ODF_TYPE]:
        kind = _odf_kind(package, name)
    elif _CONTENT_TYPES in names:
        kind = _openxml_kind(_read(package, _CONTENT_TYPES), name)
    else:
        raise errors.archive(name)
    if kind is None:
        raise errors.other_kind(name, "")
    return kind


def _odf_kind(package: ZipFile, name: str) -> FileType | None:
    if _ODF_MANIFEST in package.namelist() and b"encryption-data" in _read(package, _ODF_MANIFEST):
        raise errors.encrypted(name)
    return _ODF_KINDS.get(_read(package, _ODF_TYPE).strip())


def _openxml_kind(types: bytes, name: str) -> FileType | None:
    if any(running in types.lower() for running in _RUNNING_TYPES):
        raise errors.macros(name)
    return next((kind for main, kind in _OPENXML_KINDS.items() if main in types), None)


def _refuse_contents(package: ZipFile, name: str) -> None:
    for part in package.infolist():
        if _RUNNING_PARTS.search(part.filename):
            raise errors.macros(name)
        if _PROGRAMS.search(part.filename):
            raise errors.embedded(name)
        if part.filename.lower().endswith(".bin") and compound.carries_a_file(_read(package, part.filename)):
            raise errors.embedded(name)
        for chunk in _chunks(package, part):
            refuse_test_pattern(chunk, name=name)


def _read(package: ZipFile, part: str) -> bytes:
    with package.open(part) as file:
        return file.read()


def _chunks(package: ZipFile, part: ZipInfo) -> Iterator[bytes]:
    """A part piece by piece, each with the end of the one before; reading to the end proves its check sum."""
    before = b""
    with package.open(part) as file:
        while chunk := file.read(_CHUNK):
            yield before + chunk
            before = chunk[-_OVERLAP:]
