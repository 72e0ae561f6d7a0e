"""Tệp trong tệp: one file that another program would read as a second one."""

import struct

from parindex.documents.files import errors

_ZIP_END = b"PK\x05\x06"
_ZIP_ENTRY = b"PK\x01\x02"
_ZIP_TAIL = 22 + 65_535  # the record at the end of a ZIP archive with its longest comment
_HEADER_REACH = 1024  # readers look for "%PDF-" within so many bytes
_BEGINNINGS = (b"PK\x03\x04", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"%PDF-", b"MSCF\x00\x00\x00\x00")

# In two pieces, so that no scanner takes this file for what it looks for.
_TEST_PATTERN = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-" + b"ANTIVIRUS-TEST-FILE!$H+H*"


def refuse_second_file(content: bytes, *, name: str) -> None:
    """Raises RefusedFile where another file's head or tail lies in content of another kind."""
    if content.find(b"%PDF-", 1, _HEADER_REACH) > 0:
        raise errors.two_files_in_one(name)
    if not content.startswith(b"PK\x03\x04") and _ends_in_zip(content):
        raise errors.two_files_in_one(name)


def refuse_test_pattern(content: bytes, *, name: str) -> None:
    """Raises RefusedFile for the pattern that virus scanners are tried out with."""
    if _TEST_PATTERN in content:
        raise errors.virus_pattern(name)


def holds_another_file(rest: bytes) -> bool:
    """Whether bytes behind a picture's end hold the beginning of an archive or a document."""
    return any(beginning in rest for beginning in _BEGINNINGS)


def _ends_in_zip(content: bytes) -> bool:
    """Whether an archive ends in the content: its last record points back at a list of entries, as readers need."""
    place = content.rfind(_ZIP_END)
    while place >= max(0, len(content) - _ZIP_TAIL):
        if _points_at_entries(content, place):
            return True
        place = content.rfind(_ZIP_END, 0, place)
    return False


def _points_at_entries(content: bytes, end: int) -> bool:
    if len(content) < end + 22:
        return False
    (size,) = struct.unpack_from("<I", content, end + 12)
    is_large = content[end - 20 : end - 16] == b"PK\x06\x07" if end >= 20 else False
    return is_large or (0 < size <= end and content.startswith(_ZIP_ENTRY, end - size))
