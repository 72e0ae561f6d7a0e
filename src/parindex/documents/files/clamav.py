"""Quét vi-rút: asks a ClamAV service, where an installation has one, over its own INSTREAM protocol.

Without a clear answer the file is not taken.
"""

import re
import socket
import struct
from contextlib import suppress
from time import monotonic

from parindex.documents.files import errors

CONNECT_SECONDS = 5.0
ANSWER_SECONDS = 60.0

_CHUNK = 1 << 16
_LONGEST_ANSWER = 4096
_HOST = re.compile(r"\[?(?P<host>[^\[\]]+)\]?:(?P<port>\d{1,5})")
_FOUND = re.compile(r"stream: (?P<signature>.+) FOUND")


def scan(content: bytes, *, address: str) -> None:
    """Returns where nothing was found. Raises RefusedFile for a virus, ScannerUnavailable where nobody can say.

    `address` is the path of a Unix socket ("/run/clamav/clamd.ctl") or "host:port".
    """
    try:
        with _connected(address) as line:
            answer = _asked(line, content)
    except (OSError, ValueError) as error:
        raise errors.no_scanner() from error
    if answer == "stream: OK":
        return
    if found := _FOUND.fullmatch(answer):
        raise errors.virus_found(found["signature"])
    raise errors.scanner_failed(answer) if answer else errors.no_scanner()


def _connected(address: str) -> socket.socket:
    """An open line to the service. Raises OSError, or ValueError for an address that is none."""
    if found := _HOST.fullmatch(address):
        return socket.create_connection((found["host"], int(found["port"])), timeout=CONNECT_SECONDS)
    line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        line.settimeout(CONNECT_SECONDS)
        line.connect(address)
    except BaseException:
        line.close()
        raise
    return line


def _asked(line: socket.socket, content: bytes) -> str:
    until = monotonic() + ANSWER_SECONDS
    # The service stops listening at its own limit of size, and says so in its answer.
    with suppress(BrokenPipeError, ConnectionResetError):
        _send(line, content, until)
    return _answer(line, until)


def _send(line: socket.socket, content: bytes, until: float) -> None:
    """The content in pieces, each behind its length (four bytes, the highest first); an empty one ends it."""
    line.settimeout(_left(until))
    line.sendall(b"zINSTREAM\x00")
    for start in range(0, len(content), _CHUNK):
        piece = content[start : start + _CHUNK]
        line.settimeout(_left(until))
        line.sendall(struct.pack("!I", len(piece)) + piece)
    line.sendall(struct.pack("!I", 0))


def _answer(line: socket.socket, until: float) -> str:
    answer = b""
    while b"\x00" not in answer and len(answer) < _LONGEST_ANSWER:
        line.settimeout(_left(until))
        piece = line.recv(_LONGEST_ANSWER)
        if not piece:
            break
        answer += piece
    return answer.partition(b"\x00")[0].decode("utf-8", "replace").strip()


def _left(until: float) -> float:
    """Seconds left. Raises TimeoutError where there are none."""
    left = until - monotonic()
    if left <= 0:
        raise TimeoutError
    return left
