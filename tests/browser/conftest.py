"""What browser tests share: the demonstration, and an ear for whatever a page should not do."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, Request

from parindex.domain.rights import Role
from tests.appraised_year import appraised_2018
from tests.browser.screens import SCREENS, sit_before
from tests.browser.seats import sit_down
from tests.browser.snapshots import Snapshots
from tests.documents import sample


@dataclass
class Overheard:
    """Requests that left the machine, and what the console complained of."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    refusals: tuple[int, ...] = ()  # statuses that the test asks for, so that they are no complaint

    def listen(self, page: Page) -> None:
        page.on("console", lambda message: self._said(message.type, message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("requestfailed", self._failed)
        page.on("request", self._asked)

    def _said(self, kind: str, text: str) -> None:
        asked_for = any(f"with a status of {status}" in text for status in self.refusals)
        if kind in {"error", "warning"} and not asked_for:
            self.complaints.append(text)

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # a search that the next letter overtook
            self.complaints.append(f"{request.failure}: {request.url}")

    def _asked(self, request: Request) -> None:
        asked = urlsplit(request.url)
        if asked.scheme != "data" and asked.hostname not in {"127.0.0.1", "localhost"}:
            self.requests.append(request.url)


@pytest.fixture(scope="session")
def snapshots() -> Snapshots:
    return Snapshots()


@pytest.fixture(autouse=True)
def demonstration(transactional_db: Any, settings: Any, snapshots: Snapshots) -> None:
    """Vĩnh Phúc's demonstration, and the page of components beside the others."""
    from parindex.services.demonstration.loading import load_demonstration

    settings.ROOT_URLCONF = "tests.browser.design_urls"
    snapshots.bring("demonstration", load_demonstration)


@pytest.fixture
def scored_year(demonstration: None, snapshots: Snapshots) -> None:
    """The demonstration, and the province's year 2018 scored, sent and appraised."""
    snapshots.bring("scored year", lambda: appraised_2018({"5.7.1": "0.25"}))


@pytest.fixture
def coordinator(demonstration: None, context: BrowserContext, base_url: str) -> None:
    """The coordinator of Sở Nội vụ sits at the browser."""
    sit_down(context, base_url, Role.COORDINATOR)


@pytest.fixture(params=SCREENS)
def screen(page: Page, request: pytest.FixtureRequest) -> None:
    """A phone, a tablet and a desk, one after the other."""
    sit_before(page, request.param)


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    """A small plan of another province, as a file to upload."""
    file = tmp_path / "son-ha.docx"
    file.write_bytes(sample.docx())
    return file


@pytest.fixture(autouse=True)
def overheard(context: BrowserContext) -> Iterator[Overheard]:
    """Every test ends without a complaint in the console and without a request to another machine."""
    context.set_default_timeout(10_000)
    heard = Overheard()
    context.on("page", heard.listen)
    yield heard
    assert (heard.requests, heard.complaints) == ([], [])
