"""Kho tài liệu kiểm chứng: files kept under the SHA-256 of their content, each once and never changed.

    FOLDER/ab/ab12…   a file, under its 64 hexadecimal digits
    FOLDER/.new/…     files that are being written

A file appears under its name in one step, when all of it is on the disk: whatever stops the program, no name ever
leads to half a file. Readable by the installation's own account only.
"""

import hashlib
import os
import re
import tempfile
from datetime import datetime, timedelta
from io import BufferedReader
from pathlib import Path

_SHA256 = re.compile(r"[0-9a-f]{64}")
_NEW = ".new"
_LONGEST_WRITE = timedelta(hours=1)


class EvidenceStore:
    """The files of evidence below one folder, which is made when it is not there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._new = folder / _NEW
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        _make_folder(self._new)

    def keep(self, content: bytes) -> str:
        """Keeps content and gives its SHA-256; content that is there whole is not written again."""
        sha256 = hashlib.sha256(content).hexdigest()
        if not self.verify(sha256):
            self._write(content, self.path(sha256))
        return sha256

    def path(self, sha256: str) -> Path:
        """Where a file lies or would lie. Raises ValueError for what is no SHA-256."""
        if not _SHA256.fullmatch(sha256):
            raise ValueError(f"not a SHA-256: {sha256!r}")
        return self._folder / sha256[:2] / sha256

    def open(self, sha256: str) -> BufferedReader:
        """A file to read from. Raises FileNotFoundError where it is not kept, ValueError for what is no SHA-256."""
        return self.path(sha256).open("rb")

    def verify(self, sha256: str) -> bool:
        """Whether a file is there and still is what it was. Raises ValueError for what is no SHA-256."""
        try:
            with self.open(sha256) as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == sha256
        except FileNotFoundError:
            return False

    def leftovers(self, *, now: datetime) -> int:
        """Removes what stopped writers left behind more than an hour before `now` (aware); gives how many files."""
        before = (now - _LONGEST_WRITE).timestamp()
        removed = 0
        for path in self._new.iterdir():
            if _written_at(path) < before:
                path.unlink(missing_ok=True)
                removed += 1
        return removed

    def _write(self, content: bytes, path: Path) -> None:
        _make_folder(path.parent)
        descriptor, new = tempfile.mkstemp(dir=self._new)  # mkstemp lets nobody else read it
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(new).replace(path)
        except BaseException:
            Path(new).unlink(missing_ok=True)
            raise
        _sync_folder(path.parent)


def _make_folder(folder: Path) -> None:
    """A folder of its own account only, on the disk before anything lies in it."""
    if not folder.is_dir():
        folder.mkdir(mode=0o700, exist_ok=True)
        _sync_folder(folder.parent)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _written_at(path: Path) -> float:
    """Seconds since 1970; "just now" for a file that another writer has put in its place meanwhile."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return float("inf")
