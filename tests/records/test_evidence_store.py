"""Evidence is kept once, whole or not at all, and stays what it was."""

import hashlib
import os
import resource
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parindex.records.evidence_store import EvidenceStore

WRITER = """
import sys
from pathlib import Path
from parindex.records.evidence_store import EvidenceStore
store = EvidenceStore(Path(sys.argv[1]))
print("ready", flush=True)
for number in range(int(sys.argv[2]), 10**9):
    store.keep(number.to_bytes(8) * 200_000)
"""


@pytest.fixture
def store(tmp_path: Path) -> EvidenceStore:
    return EvidenceStore(tmp_path / "minh-chung")


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


@given(content=st.binary(max_size=5_000))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
def test_what_is_kept_comes_back_as_it_was(store: EvidenceStore, content: bytes):
    sha256 = store.keep(content)

    with store.open(sha256) as file:
        assert file.read() == content
    assert sha256 == hashlib.sha256(content).hexdigest()


def test_the_same_content_is_kept_once_and_not_written_again(store: EvidenceStore, tmp_path: Path):
    first = store.keep(b"QD 2948")
    written = store.path(first).stat()

    again = store.keep(b"QD 2948")

    assert again == first
    assert files(tmp_path) == [store.path(first)]
    assert store.path(first).stat() == written


def test_nobody_else_reads_the_files_and_folders(store: EvidenceStore, tmp_path: Path):
    path = store.path(store.keep(b"x"))

    folders = [tmp_path / "minh-chung", path.parent, tmp_path / "minh-chung" / ".new"]

    assert [oct(each.stat().st_mode & 0o777) for each in [*folders, path]] == ["0o700"] * 3 + ["0o600"]


def test_a_folder_that_others_could_read_is_closed(tmp_path: Path):
    tmp_path.chmod(0o755)

    EvidenceStore(tmp_path)

    assert oct(tmp_path.stat().st_mode & 0o777) == "0o700"


def test_a_file_that_was_changed_or_is_missing_does_not_verify_and_is_kept_anew(store: EvidenceStore):
    sha256 = store.keep(b"whole")
    other = hashlib.sha256(b"other").hexdigest()
    store.path(sha256).write_bytes(b"half")

    assert (store.verify(sha256), store.verify(other)) == (False, False)
    assert store.keep(b"whole") == sha256
    assert store.verify(sha256)


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "a" * 63, "a" * 64 + "\n", "a" * 65])
def test_only_a_sha256_leads_to_a_file(store: EvidenceStore, name: str):
    for read in (store.path, store.open, store.verify):
        with pytest.raises(ValueError, match="not a SHA-256"):
            read(name)


def test_what_is_not_kept_cannot_be_opened(store: EvidenceStore):
    with pytest.raises(FileNotFoundError):
        store.open("0" * 64)


def test_files_of_stopped_writers_are_removed_after_an_hour_and_no_others(
    store: EvidenceStore, tmp_path: Path
):
    now = datetime.now(UTC)
    kept = store.path(store.keep(b"x"))
    old, young = (tmp_path / "minh-chung" / ".new" / name for name in ("old", "young"))
    for path, age in ((old, 61), (young, 59), (kept, 10_000)):
        path.touch()
        then = (now - timedelta(minutes=age)).timestamp()
        os.utime(path, (then, then))

    assert (store.leftovers(now=now), store.leftovers(now=now)) == (1, 0)
    assert files(tmp_path) == sorted([young, kept])


def test_writers_of_the_same_content_do_not_disturb_each_other(tmp_path: Path):
    contents = [bytes([number]) * 50_000 for number in range(5)] * 8

    with ThreadPoolExecutor(8) as pool:
        kept = list(pool.map(lambda content: EvidenceStore(tmp_path).keep(content), contents))

    assert kept == [hashlib.sha256(content).hexdigest() for content in contents]
    assert files(tmp_path) == sorted({EvidenceStore(tmp_path).path(sha256) for sha256 in kept})


def test_a_write_that_fails_half_way_leaves_nothing_behind(store: EvidenceStore, tmp_path: Path):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, hard))

    try:
        with pytest.raises(OSError, match="File too large"):
            store.keep(bytes(5_000_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert files(tmp_path) == []


def test_writers_killed_at_any_moment_leave_no_half_file_under_a_name(tmp_path: Path):
    for round_number in range(6):
        writers = [_writer(tmp_path, first=round_number * 1_000_000 + half) for half in (0, 500_000)]
        time.sleep(0.03 + round_number * 0.02)
        for writer in writers:
            writer.send_signal(signal.SIGKILL)
            writer.communicate()

    store = EvidenceStore(tmp_path)
    kept = [path.name for path in files(tmp_path) if path.parent.name != ".new"]
    assert kept
    assert [sha256 for sha256 in kept if not store.verify(sha256)] == []


def _writer(folder: Path, *, first: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(folder), str(first)]
    writer = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    assert writer.stdout.readline() == "ready\n"
    return writer
