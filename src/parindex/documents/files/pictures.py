"""Ảnh: PNG and JPEG from their first byte to their last, and nothing behind it."""

import re
import struct
import zlib
from collections.abc import Iterator
from itertools import islice

from parindex.documents.files import errors, kinds
from parindex.documents.files.kinds import FileType
from parindex.documents.files.smuggling import holds_another_file

PNG_HEAD = b"\x89PNG\r\n\x1a\n"
JPEG_HEAD = b"\xff\xd8\xff"

_MOST_PARTS = 200_000  # a picture of 50 MB has some ten thousand
_END_OF_PICTURE = 0xD9
_START_OF_SCAN = 0xDA
_LONE_MARKERS = {0x01, *range(0xD0, 0xD9)}  # markers without a length
_MARKER_IN_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_SAMSUNG_END = b"SEFT"  # phones append what they know of a shot


def recognise_png(content: bytes, *, name: str) -> FileType:
    """A PNG picture whose parts are whole. Raises RefusedFile."""
    parts = list(islice(_png_parts(content), _MOST_PARTS))
    if not parts or parts[0][0] != b"IHDR" or parts[-1][0] != b"IEND":
        raise errors.damaged(name)
    if parts[-1][1] != len(content):
        raise errors.two_files_in_one(name)
    return kinds.PNG


def recognise_jpeg(content: bytes, *, name: str) -> FileType:
    """A JPEG picture; behind its end only what cameras write there. Raises RefusedFile."""
    end = _jpeg_end(content)
    if end is None:
        raise errors.damaged(name)
    rest = content[end:]
    if holds_another_file(rest) or not _is_of_a_camera(rest):
        raise errors.two_files_in_one(name)
    return kinds.JPEG


def _png_parts(content: bytes) -> Iterator[tuple[bytes, int]]:
    """The names of the parts with the place where each ends, up to the last one or the first damaged one."""
    place, part = len(PNG_HEAD), b""
    while place + 12 <= len(content) and part != b"IEND":
        (length,) = struct.unpack_from(">I", content, place)
        end = place + 12 + length
        if end > len(content):
            return
        if zlib.crc32(content[place + 4 : end - 4]) != int.from_bytes(content[end - 4 : end]):
            return
        part = content[place + 4 : place + 8]
        yield part, end
        place = end


def _jpeg_end(content: bytes) -> int | None:
    """The place behind the end marker of the first picture; None where it is not reached."""
    place = 2
    for _ in range(_MOST_PARTS):
        if place + 2 > len(content) or content[place] != 0xFF:
            return None
        marker = content[place + 1]
        if marker == _END_OF_PICTURE:
            return place + 2
        place = _behind_segment(content, place, marker)
    return None


def _behind_segment(content: bytes, place: int, marker: int) -> int:
    if marker == 0xFF:  # a byte of filling
        return place + 1
    if marker in _LONE_MARKERS:
        return place + 2
    end = place + 2 + int.from_bytes(content[place + 2 : place + 4])
    if marker != _START_OF_SCAN:
        return end
    found = _MARKER_IN_SCAN.search(content, end)
    return found.start() if found else len(content)


def _is_of_a_camera(rest: bytes) -> bool:
    """Whether the bytes are filling, further pictures of the same shot, or a phone's notes."""
    return not rest.strip(b"\x00\r\n") or rest.startswith(JPEG_HEAD) or rest.endswith(_SAMSUNG_END)
