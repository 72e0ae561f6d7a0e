"""`python -m bench.faults [--kills 200]`: kill -9 in the middle of saves, uploads, submissions and imports.

Several people work at once; the server and its workers are killed after a time drawn by chance, started again on the
same home, and so on. Whatever the server had confirmed must be there in the end, whole, and the log must verify.
"""

import argparse
import contextlib
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

from bench.faults.client import Ledger, Person, Share
from bench.faults.http import Site

# as `parindex serve` starts it; bringing the tables up to date is left out, since they are
SERVER = (
    *(sys.executable, "-m", "granian", "parindex.config.wsgi:application", "--interface", "wsgi"),
    *(
        "--host",
        "127.0.0.1",
        "--workers",
        "2",
        "--blocking-threads",
        "1",
        "--no-access-log",
        "--log-level",
        "warning",
    ),
)
PEOPLE = 3
PLAN = Path("src/parindex/frameworks/data/vinh-phuc/ke-hoach-5264-tom-luoc.md")
PATIENCE = 60  # seconds for a server to come up
LIFE = (0.1, 4.0)  # seconds until it is killed: from the first answer to longer than the longest deed takes


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.faults", description=__doc__)
    parser.add_argument("--kills", type=int, default=200, help="how often (default: 200)")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="parindex-faults-"))
    try:
        return _try_out(folder, options.kills)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _try_out(folder: Path, kills: int) -> int:
    print(f"preparing a home with the sample rounds; then {kills} kills", flush=True)
    given = json.loads(_python("bench.faults.home", folder, ""))
    ledger, dice = Ledger(), random.Random(f"{kills} kills")
    port = _free_port()
    people = _people(given, ledger, port)
    started = time.monotonic()
    for number in range(1, kills + 1):
        _serve_and_kill(folder, port, people, dice.uniform(*LIFE))
        if number % 20 == 0 or number == kills:
            print(f"{number} kills; confirmed of begun: {ledger}", flush=True)
    found = json.loads(_python("bench.faults.checks", folder, json.dumps(_as_data(ledger))))
    print("\n".join(found) or "nothing lost, nothing half done, the log is whole")
    print(f"{kills} kills in {time.monotonic() - started:.0f} s; confirmed of begun: {ledger}")
    return 1 if found else 0


def _people(given: dict[str, Any], ledger: Ledger, port: int) -> list[Person]:
    """Each works on rows and sheets of their own, so that what is confirmed stands."""
    plan = PLAN.read_bytes()
    shares = [
        Share(given["rows"][n::PEOPLE], given["ready"][n::PEOPLE], given["imported"][n::PEOPLE])
        for n in range(PEOPLE)
    ]
    return [
        Person(Site(port, given["session"]), ledger, share, plan, f"{n}") for n, share in enumerate(shares)
    ]


def _serve_and_kill(folder: Path, port: int, people: list[Person], seconds: float) -> None:
    variables = {**os.environ, "PARINDEX_HOME": str(folder)}
    server = subprocess.Popen(
        [*SERVER, "--port", str(port)], env=variables, stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        _wait_for(people[0])
        stop = threading.Event()
        workers = [threading.Thread(target=_work, args=(person, stop)) for person in people]
        for worker in workers:
            worker.start()
        time.sleep(seconds)
    finally:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()
    stop.set()
    for worker in workers:
        worker.join()


def _work(person: Person, stop: threading.Event) -> None:
    while not stop.is_set():
        try:
            person.do_something()
        except OSError:  # the server died: what was asked for is not confirmed
            return


def _wait_for(person: Person) -> None:
    """Wait for whole pages: the port is open before a worker stands behind it, and first pages take longer."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError):
            person.look()
            return
        time.sleep(0.05)
    raise TimeoutError("the server did not come up")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _python(module: str, folder: Path, given: str) -> str:
    command = [sys.executable, "-m", module, str(folder)]
    return subprocess.run(command, input=given, text=True, check=True, stdout=subprocess.PIPE).stdout


def _as_data(ledger: Ledger) -> dict[str, Any]:
    return {
        "words": ledger.words,
        "files": sorted(ledger.files),
        "sheets": sorted(ledger.sheets),
        "plans": sorted(ledger.plans),
        "workbooks": ledger.workbooks,
    }


if __name__ == "__main__":
    sys.exit(main())
