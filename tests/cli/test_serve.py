"""`parindex serve`: answers on loopback, and stops when it is told to."""

import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.cli.commands import PARINDEX, environment, parindex

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


def answer(port: int, path: str = "/") -> tuple[int, str]:
    """Status and body, once the server answers."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as response:
                return response.status, response.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def test_the_site_answers_with_the_demonstration_and_stops_when_told_to(tmp_path: Path):
    parindex("demo", "--without-rounds", home=tmp_path)

    with serving(tmp_path) as (server, port):
        status, page = answer(port)
        style, _ = answer(port, "/static/web/app.css")
        missing, _ = answer(port, "/khong-co/")
        server.send_signal(signal.SIGTERM)
        out, errors = server.communicate(timeout=PATIENCE)

    assert (status, "80,29" in page, style, missing) == (200, True, 200, 404)
    assert (out, errors) == (f"Chỉ số CCHC: http://127.0.0.1:{port}/  (dừng: Ctrl+C)\n", "")
    assert server.returncode == 0
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


def test_an_empty_home_is_served_too_and_says_what_to_do(tmp_path: Path):
    with serving(tmp_path) as (_server, port):
        status, page = answer(port)

    assert (status, "parindex demo" in page) == (200, True)
