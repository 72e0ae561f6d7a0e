"""Văn bản thuần: plain text and CSV in Unicode, and what looks like text but runs."""

import re

import puremagic

from parindex.documents.files import errors, kinds
from parindex.documents.files.kinds import FileType

_ENCODINGS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_RUNS_FROM_START = re.compile(r"[\ufeff\s]*(<[!?a-z]|#!|\{\\rtf|%!)", re.IGNORECASE)
_RUNS_ANYWHERE = re.compile(r"<(script|html|svg|iframe|object|embed)\b", re.IGNORECASE)
_HEAD = 8192
_ARCHIVES = frozenset({".zip", ".rar", ".7z", ".gz", ".bz2", ".xz", ".tar", ".cab", ".zst", ".iso"})


def recognise(content: bytes, *, name: str) -> FileType:
    """Text, as CSV where its name says so, for content alone does not tell. Raises RefusedFile for all else."""
    text = _decoded(content)
    if text is None or _CONTROLS.search(text):
        raise _refusal(content, name)
    if _RUNS_FROM_START.match(text) or _RUNS_ANYWHERE.search(text):
        raise errors.markup(name)
    if not text.strip("\ufeff\x0c \t\r\n"):
        raise errors.empty(name)
    return kinds.CSV if name.lower().endswith(kinds.CSV.extension) else kinds.TXT


def _decoded(content: bytes) -> str | None:
    try:
        return content.decode(_ENCODINGS.get(content[:2], "utf-8-sig"))
    except UnicodeDecodeError:
        return None


def _refusal(content: bytes, name: str) -> errors.RefusedFile:
    kind = _kind_of(content)
    if kind in _ARCHIVES:
        return errors.archive(name)
    is_old_text = b"\x00" not in content and name.lower().endswith((".txt", ".csv"))
    return errors.wrong_encoding(name) if is_old_text else errors.other_kind(name, kind)


def _kind_of(content: bytes) -> str:
    """The ending that content of a kind not taken goes by, for the sentence that refuses it; empty where unknown."""
    try:
        return puremagic.from_string(content[:_HEAD])
    except (puremagic.PureError, ValueError):
        return ""
