"""Finds Chromium for the browser tests and screenshots, or installs it with the system's package manager."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tools.system import by_hand, install_packages, say

NAMES = ("/usr/bin/chromium", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
# fonts-liberation (version 1) has no Vietnamese letters; Noto has.
DEBIAN = ["chromium", "fonts-noto-core"]
BREW = ["--cask", "chromium"]


@dataclass(frozen=True, kw_only=True)
class Browser:
    path: str | None
    reason: str = ""


def find_browser() -> str | None:
    chosen = os.environ.get("PARINDEX_BROWSER")
    candidates = [chosen] if chosen else [*NAMES, *MAC_APPLICATIONS]
    return next((found for name in candidates if (found := shutil.which(name))), None)


def ensure_browser() -> Browser:
    missing = [*([] if find_browser() else DEBIAN[:1]), *([] if has_vietnamese_font() else DEBIAN[1:])]
    if missing:
        say("Chromium and a font with Vietnamese letters, for the browser tests")
        install_packages(debian=missing, brew=None if find_browser() else BREW)
    path = find_browser()
    if path is None:
        return Browser(
            path=None, reason=f"no Chromium was found. To have them run:  {by_hand(debian=DEBIAN, brew=BREW)}"
        )
    if not has_vietnamese_font():
        say(
            f"No font with Vietnamese letters was found, pictures may look odd:  {by_hand(debian=DEBIAN[1:])}"
        )
    return Browser(path=path)


def has_vietnamese_font() -> bool:
    if sys.platform == "darwin":
        return True
    if shutil.which("fc-list"):
        listed = subprocess.run(
            ["fc-list", ":lang=vi", "family"], capture_output=True, text=True, check=False
        )
        return bool(listed.stdout.strip())
    return any(Path("/usr/share/fonts").rglob("NotoSans-Regular.ttf"))
