"""Measures one peer in this process: `python -m bench.rules.measure PEER UNITS POINTS.npy`.

Prints one line of JSON. What came out is written to the file, for comparison, after the clock has stopped.
"""

import json
import resource
import sys
from importlib import import_module
from pathlib import Path
from time import perf_counter

import numpy as np

from bench.rules.task import LEAVES, draw


def main(name: str, units: int, path: str) -> None:
    """Prepare, time once (a process of its own is a cold start), and say what it took."""
    peer = import_module(f"bench.rules.peers.{name}")
    task = draw(units, peer.SAMPLE)
    started = perf_counter()
    score = peer.prepare(task)
    prepared = perf_counter()
    result = score()
    seconds = perf_counter() - prepared
    peak = peak_mb()
    more = peer.more(result) if hasattr(peer, "more") else {}
    np.save(path, peer.points(result))
    said = {
        "seconds": seconds,
        "prepare": prepared - started,
        "units": task.units,
        "evaluations": task.units * LEAVES,
        "keeps": peer.KEEPS,
        "peak_mb": peak,
        **more,
    }
    sys.stdout.write(json.dumps(said) + "\n")


def peak_mb() -> float:
    """The most memory this process has held."""
    status = Path("/proc/self/status")
    if (
        status.is_file()
    ):  # Linux; what `getrusage` says there may be the peak of the process that started this one
        peaks = [line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM:")]
        return int(peaks[0]) / 2**10
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)  # macOS counts bytes, others kilobytes


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
