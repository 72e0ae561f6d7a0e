"""PDF as evidence: it begins and ends as one, can be looked through, and neither runs nor carries anything.

Names are looked for in the whole file, also where they are written in another way (/J#61vaScript) or packed into
object streams. What cannot be looked into is refused.
"""

import re
import zlib
from collections.abc import Iterator

from parindex.documents.files import errors, kinds
from parindex.documents.files.kinds import FileType

HEAD = b"%PDF-"

_MAX_OBJECTS = 100_000_000  # bytes of unpacked object streams; a thousand pages take some three million
_END = b"%%EOF"
_ENDS_NAME = rb"(?=[\x00\t\n\f\r ()<>\[\]{}/%]|\Z)"
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_OBJECT_STREAM = re.compile(rb"/ObjStm" + _ENDS_NAME)
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_FILTER = re.compile(rb"/(Filter|DecodeParms)" + _ENDS_NAME)
_REFUSALS = (
    (re.compile(rb"/Encrypt" + _ENDS_NAME), errors.encrypted),
    (re.compile(rb"/JavaScript" + _ENDS_NAME), errors.macros),
    (re.compile(rb"/Launch" + _ENDS_NAME), errors.starts_programs),
    (re.compile(rb"/(EmbeddedFiles?|FileAttachment|RichMedia)" + _ENDS_NAME), errors.embedded),
)


def recognise(content: bytes, *, name: str) -> FileType:
    """A PDF document without JavaScript, launched programs and attachments. Raises RefusedFile."""
    end = content.rfind(_END)
    if end < 0:
        raise errors.damaged(name)
    if content[end + len(_END) :].strip(b"\x00\t\n\f\r "):
        raise errors.two_files_in_one(name)
    plain = _unescaped(content)
    _refuse_active(plain, name)
    seen = 0
    for unpacked in _object_streams(content, name):
        _refuse_active(_unescaped(unpacked), name)
        seen += 1
    if seen != len(_OBJECT_STREAM.findall(plain)):
        raise errors.cannot_be_checked(name)
    return kinds.PDF


def _unescaped(content: bytes) -> bytes:
    """Content with the letters of names written plainly: /J#61vaScript as /JavaScript."""
    return _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), content)


def _refuse_active(plain: bytes, name: str) -> None:
    for pattern, refusal in _REFUSALS:
        if pattern.search(plain):
            raise refusal(name)


def _object_streams(content: bytes, name: str) -> Iterator[bytes]:
    """What the object streams hold, unpacked. Raises RefusedFile for one that is packed in an unusual way."""
    left, before = _MAX_OBJECTS, 0
    for found in _STREAM.finditer(content):
        about = _dictionary(content, before, found.start())
        before = found.end()
        if not _OBJECT_STREAM.search(about):
            continue
        unpacked = _unpacked(content, found.end(), about, left)
        if unpacked is None:
            raise errors.cannot_be_checked(name)
        left -= len(unpacked)
        yield unpacked


def _dictionary(content: bytes, before: int, place: int) -> bytes:
    """The dictionary of the stream that begins at `place`: all from the word "obj" on, behind the stream before."""
    start = content.rfind(b"obj", before, place)
    return b"" if start < 0 else _unescaped(content[start:place])


def _unpacked(content: bytes, place: int, about: bytes, limit: int) -> bytes | None:
    """A stream's bytes; None where they are packed in another way than Flate, damaged, or too many."""
    end = content.find(b"endstream", place)
    packed = content[place : max(end, place)]
    if not _FILTER.search(about):
        return packed if end >= 0 and len(packed) <= limit else None
    if about.count(b"/FlateDecode") != 1 or b"Decode" in about.replace(b"/FlateDecode", b""):
        return None
    unpacking = zlib.decompressobj()
    try:
        unpacked = unpacking.decompress(packed, limit + 1)
    except zlib.error:
        return None
    return unpacked if unpacking.eof and len(unpacked) <= limit else None
