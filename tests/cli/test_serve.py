"""`parindex serve`: answers on loopback, and stops when it is told to."""

import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urljoin

from parindex.cli.demo import PASSWORD_FILE
from tests.cli.commands import PARINDEX, environment, parindex
from tests.web.html import Page

PATIENCE = 60  # seconds, for machines that do much else


@contextmanager
def serving(home: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    port = free_port()
    command: list[str | Path] = [PARINDEX, "serve", "--port", str(port)]
    pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "encoding": "utf-8"}
    with subprocess.Popen(command, cwd=home, env=environment(home), **pipes) as server:
        try:
            yield server, port
        finally:
            server.terminate()  # asked, not killed: a killed server would leave its workers behind


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True)
class Answer:
    """What the server said, and the address that it came from after all redirections."""

    status: int
    url: str
    content: bytes

    @property
    def path(self) -> str:
        return self.url.split("/", 3)[3]


@dataclass(frozen=True)
class Visitor:
    """Somebody with a browser that follows redirections and keeps cookies."""

    port: int

    @cached_property
    def _browser(self) -> urllib.request.OpenerDirector:
        return urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def asks(self, path: str = "/", said: dict[str, str] | None = None) -> Answer:
        """The answer, once the server gives one; what is `said` is sent as a form."""
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                return self._asked(path, said)
            except OSError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.1)

    def signs_in(self, page: Answer, email: str, password: str) -> Answer:
        """Fills in the form of the sign-in page."""
        (form,) = Page.of(page).all("//form[.//input[@name='password']]")
        hidden = {one.get("name"): one.get("value") for one in form.xpath(".//input[@type='hidden']")}
        path = urljoin(f"/{page.path}", form.get("action"))
        return self.asks(path, {**hidden, "login": email, "password": password})

    def _asked(self, path: str, said: dict[str, str] | None) -> Answer:
        address = f"http://127.0.0.1:{self.port}{path}"
        data = urlencode(said).encode() if said is not None else None
        try:
            with self._browser.open(address, data, timeout=PATIENCE) as response:
                return Answer(status=response.status, url=response.url, content=response.read())
        except urllib.error.HTTPError as error:
            return Answer(status=error.code, url=address, content=error.read())


def test_the_site_answers_with_the_demonstration_and_stops_when_told_to(tmp_path: Path):
    parindex("demo", "--without-rounds", home=tmp_path)
    password = (tmp_path / PASSWORD_FILE).read_text(encoding="ascii")

    with serving(tmp_path) as (server, port):
        visitor = Visitor(port)
        first = visitor.asks()
        home = visitor.signs_in(first, "dieu-phoi@mau.example", password)
        style = visitor.asks("/static/web/app.css")
        missing = visitor.asks("/khong-co/")
        server.send_signal(signal.SIGTERM)
        out, errors = server.communicate(timeout=PATIENCE)

    assert [(one.status, one.path) for one in (first, home, style, missing)] == [
        (200, "tai-khoan/dang-nhap/?next=/"),
        (200, ""),
        (200, "static/web/app.css"),
        (404, "khong-co/"),
    ]
    assert "80,29" in Page.of(home).text("//main")
    assert (out, errors) == (f"Chỉ số CCHC: http://127.0.0.1:{port}/  (dừng: Ctrl+C)\n", "")
    assert server.returncode == 0
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


def test_visitors_read_what_is_published_without_an_account(tmp_path: Path):
    parindex("demo", "--without-rounds", home=tmp_path)

    with serving(tmp_path) as (_server, port):
        visitor = Visitor(port)
        entrance = Page.of(visitor.asks())
        (lead,) = entrance.all("//main//a[contains(., 'không cần đăng nhập')]/@href")
        published = visitor.asks(str(lead))

    assert (published.status, published.path) == (200, "cong-bo/")
    assert entrance.all("//main//code") == []


def test_an_empty_home_is_served_too_and_says_what_to_do(tmp_path: Path):
    with serving(tmp_path) as (_server, port):
        first = Visitor(port).asks()

    assert first.status == 200
    assert Page.of(first).texts("//main//code") == ["parindex agencies", "parindex invite", "parindex demo"]
