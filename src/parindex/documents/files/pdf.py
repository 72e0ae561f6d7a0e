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
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_ENDS_NAME = rb"(?=[\x00\t\n\f\r ()<>\[\]{}/%]|\Z)"


def _named(*names: str) -> re.Pattern[bytes]:
    """Any of these names, each letter written plainly or as its number: /J#61vaScript."""
    spelt = ("".join(f"(?:{letter}|#(?i:{ord(letter):02x}))" for letter in name) for name in names)
    return re.compile(b"/(?:" + "|".join(spelt).encode() + b")" + _ENDS_NAME)


_OBJECT_STREAM = _named("ObjStm")
_FIRST_OBJECT = _named("First")
_FILTER = _named("Filter", "DecodeParms")
_REFUSALS = (
    (_named("Encrypt"), errors.encrypted),
    (_named("JavaScript"), errors.macros),
    (_named("Launch"), errors.starts_programs),
    (_named("EmbeddedFile", "EmbeddedFiles", "FileAttachment", "RichMedia"), errors.embedded),
)


def recognise(content: bytes, *, name: str) -> FileType:
    """A PDF document without JavaScript, launched programs and attachments. Raises RefusedFile."""
    end = content.rfind(_END)
    if end < 0:
        raise errors.damaged(name)
    if content[end + len(_END) :].strip(b"\x00\t\n\f\r "):
        raise errors.two_files_in_one(name)
    _refuse_active(content, name)
    seen = 0
    for about, unpacked in _object_streams(content, name):
        _refuse_active(unpacked, name)
        seen += len(_OBJECT_STREAM.findall(about))
    if seen != len(_OBJECT_STREAM.findall(content)):
        raise errors.cannot_be_checked(name)
    return kinds.PDF


def _refuse_active(objects: bytes, name: str) -> None:
    for pattern, refusal in _REFUSALS:
        if pattern.search(objects):
            raise refusal(name)


def _object_streams(content: bytes, name: str) -> Iterator[tuple[bytes, bytes]]:
    """The dictionaries of object streams with what the streams hold, unpacked.

    Some readers take any stream with a first object for one, whatever it calls itself. Raises RefusedFile for one
    that is packed in an unusual way.
    """
    left, before = _MAX_OBJECTS, 0
    for found in _STREAM.finditer(content):
        about = _dictionary(content, before, found.start())
        before = found.end()
        if not _OBJECT_STREAM.search(about) and not _FIRST_OBJECT.search(about):
            continue
        unpacked = _unpacked(content, found.end(), about, left)
        if unpacked is None:
            raise errors.cannot_be_checked(name)
        left -= len(unpacked)
        yield about, unpacked


def _dictionary(content: bytes, before: int, place: int) -> bytes:
    """The dictionary of the stream that begins at `place`: all from the word "obj" on, behind the stream before."""
    start = content.rfind(b"obj", before, place)
    return b"" if start < 0 else content[start:place]


def _unpacked(content: bytes, place: int, about: bytes, limit: int) -> bytes | None:
    """A stream's bytes; None where they are packed in another way than plain Flate, damaged, or too many."""
    if b"#" in about:
        return None
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
