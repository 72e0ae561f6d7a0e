"""Tên tệp: names that are safe on every system, and the headers under which a file is handed out."""

import re
import unicodedata
from urllib.parse import quote

MAX_CHARACTERS = 120
_MAX_BYTES = 240  # file systems end at 255 bytes, and a Vietnamese letter takes up to three
_NO_NAME = "tep"
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_SPACES = re.compile(r"\s+")
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,10}\Z")
_DEVICES = re.compile(r"(con|prn|aux|nul|clock\$|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\.|\Z)", re.IGNORECASE)


def safe_name(name: str) -> str:
    """A file's name without folders, invisible characters and what Windows forbids: at most 120 characters, NFC.

    Vietnamese letters and the ending stay; a name of which nothing is left becomes "tep".
    """
    last = re.split(r"[/\\]", name)[-1]
    visible = "".join(char for char in _SPACES.sub(" ", last) if unicodedata.category(char)[0] != "C")
    plain = _trimmed(_FORBIDDEN.sub("_", unicodedata.normalize("NFC", visible)))
    ending = extension_of(plain)
    stem = plain.removesuffix(ending)
    return _shortened(f"_{stem}" if _DEVICES.match(plain) else stem, ending) or _NO_NAME


def extension_of(name: str) -> str:
    """The ending of a name with its dot, as written; empty where there is none."""
    found = _ENDING.search(name)
    return found.group() if found else ""


def download_headers(name: str, media_type: str) -> dict[str, str]:
    """Headers that hand a file out as a download and never let a browser run it in the site's name."""
    shown = safe_name(name)
    return {
        "Content-Type": media_type,
        "Content-Disposition": f"attachment; filename=\"{_ascii(shown)}\"; filename*=UTF-8''{quote(shown, safe='')}",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox; default-src 'none'",
    }


def _trimmed(text: str) -> str:
    """Text without the spaces and dots at either end, which Windows drops or which hide a file."""
    return _SPACES.sub(" ", text).strip(" .")


def _shortened(stem: str, ending: str) -> str:
    kept = _trimmed(stem[: MAX_CHARACTERS - len(ending)])
    while len(f"{kept}{ending}".encode()) > _MAX_BYTES:
        kept = _trimmed(kept[:-1])
    return f"{kept}{ending}"


def _ascii(name: str) -> str:
    """A name for readers that know no UTF-8: no diacritics, other letters as "_"."""
    letters = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    plain = "".join(char for char in letters if not unicodedata.combining(char))
    return "".join(char if char.isascii() and char != "%" else "_" for char in plain)
