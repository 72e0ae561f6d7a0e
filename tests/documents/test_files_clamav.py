"""The virus scanner is asked over a real line; where it does not answer clearly, nothing is taken."""

import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from parindex.documents.files import RefusedFile, ScannerUnavailable, clamav

FOUND = b"stream: Eicar-Test-Signature FOUND\x00"
NOT_SCANNED = "Chưa quét được vi-rút nên tệp chưa được nhận; hãy gửi lại sau ít phút hoặc báo quản trị viên."
Answer = Callable[[bytes], bytes]


class Service:
    """A service that speaks the INSTREAM protocol for one visitor."""

    def __init__(
        self, line: socket.socket, answer: Answer, *, limit: int = 10**9, seconds: float = 0
    ) -> None:
        self.received = b""
        self._line, self._answer, self._limit, self._seconds = line, answer, limit, seconds
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._line.close()
        self._thread.join(5)

    def _serve(self) -> None:
        with suppress(OSError):
            visitor, _ = self._line.accept()
            with visitor, visitor.makefile("rb") as stream:
                assert stream.read(10) == b"zINSTREAM\x00"
                self._receive(stream.read)
                time.sleep(self._seconds)
                visitor.sendall(self._answer(self.received))

    def _receive(self, read: Callable[[int], bytes]) -> None:
        while length := struct.unpack("!I", read(4))[0]:
            self.received += read(length)
            if len(self.received) > self._limit:
                return


@pytest.fixture
def start() -> Iterator[Callable[..., tuple[Service, str]]]:
    """Starts a service on a free port; gives it and its address."""
    started: list[Service] = []

    def on_a_port(answer: Answer, **behaviour: float) -> tuple[Service, str]:
        line = socket.create_server(("127.0.0.1", 0))
        started.append(Service(line, answer, **behaviour))  # type: ignore[arg-type]
        return started[-1], f"127.0.0.1:{line.getsockname()[1]}"

    yield on_a_port
    for service in started:
        service.stop()


def test_a_clean_file_reaches_the_scanner_whole_and_passes(start: Callable[..., tuple[Service, str]]):
    service, address = start(lambda _: b"stream: OK\x00")
    content = bytes(range(256)) * 1_000

    clamav.scan(content, address=address)

    assert service.received == content


def test_a_scanner_is_reached_through_a_unix_socket(tmp_path: Path):
    line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    line.bind(str(tmp_path / "clamd.ctl"))
    line.listen()
    service = Service(line, lambda received: FOUND if b"virus" in received else b"stream: OK\x00")

    with pytest.raises(RefusedFile) as caught:
        clamav.scan(b"a virus", address=str(tmp_path / "clamd.ctl"))

    service.stop()
    assert caught.value.vi == (
        "Phần mềm diệt vi-rút tìm thấy “Eicar-Test-Signature” trong tệp; tệp không được nhận, "
        "hãy quét lại máy tính."
    )


def test_a_scanner_that_stops_at_its_own_limit_says_so(start: Callable[..., tuple[Service, str]]):
    _, address = start(lambda _: b"INSTREAM size limit exceeded. ERROR\x00", limit=1)

    with pytest.raises(ScannerUnavailable) as caught:
        clamav.scan(b"a" * 10, address=address)

    assert caught.value.vi == (
        "Phần mềm diệt vi-rút không quét được tệp (“INSTREAM size limit exceeded. ERROR”) "
        "nên tệp chưa được nhận; hãy báo quản trị viên."
    )


@pytest.mark.parametrize("answer", [b"", b"\x00"])
def test_a_scanner_that_hangs_up_has_not_scanned(start: Callable[..., tuple[Service, str]], answer: bytes):
    _, address = start(lambda _: answer)

    with pytest.raises(ScannerUnavailable) as caught:
        clamav.scan(b"a", address=address)

    assert caught.value.vi == NOT_SCANNED


@pytest.mark.parametrize("answer", [b"stream: O", b"stream: OK FOUNDED\x00", b"OK\x00"])
def test_an_answer_that_is_not_clear_is_no_permission(
    start: Callable[..., tuple[Service, str]], answer: bytes
):
    _, address = start(lambda _: answer)

    with pytest.raises(ScannerUnavailable):
        clamav.scan(b"a", address=address)


def test_a_scanner_that_takes_too_long_has_not_scanned(
    start: Callable[..., tuple[Service, str]], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(clamav, "ANSWER_SECONDS", 0.2)
    _, address = start(lambda _: b"stream: OK\x00", seconds=1)

    with pytest.raises(ScannerUnavailable) as caught:
        clamav.scan(b"a", address=address)

    assert caught.value.vi == NOT_SCANNED


@pytest.mark.parametrize("address", ["/nowhere/clamd.ctl", "127.0.0.1:1", "127.0.0.1:99999", "", "x" * 300])
def test_a_scanner_that_is_not_there_has_not_scanned(address: str):
    with pytest.raises(ScannerUnavailable) as caught:
        clamav.scan(b"a", address=address)

    assert caught.value.vi == NOT_SCANNED
