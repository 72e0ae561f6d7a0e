"""What all tests share: the browser. (Settings of the environment are in `isolation.py`.)"""

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from tools.browser import find_browser

QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-sync",
    "--no-first-run",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave browser tests out where there is no browser, unless somebody relies on them having run."""
    if os.environ.get("PARINDEX_BROWSER_TESTS") == "required" or find_browser() or playwrights_own_browser():
        return
    reason = "no Chromium found: `make test` installs it, or name one in PARINDEX_BROWSER"
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason=reason))


def playwrights_own_browser() -> Path | None:
    caches = "Library/Caches" if sys.platform == "darwin" else ".cache"
    folder = os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / caches / "ms-playwright"
    return next(Path(folder).glob("chromium*"), None)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    arguments = {**browser_type_launch_args, "args": [*QUIET, *sandbox]}
    if path := find_browser():
        arguments["executable_path"] = path
    return arguments


@pytest.fixture(scope="session")
def base_url(live_server: Any) -> str:
    """The address of the site under test, so that `page.goto("/")` is enough.

    Only pages ask for it. It also stands in for pytest-playwright 0.10's own, at which pytest 9.2 warns.
    """
    return str(live_server.url)


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "locale": "vi-VN", "timezone_id": "Asia/Ho_Chi_Minh"}
