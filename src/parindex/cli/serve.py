"""`parindex serve`: serve PARINDEX_HOME on loopback until it is stopped."""

import argparse
import os
import sys

from parindex.cli.site import prepare_home

WORKERS = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: loopback only)")
    parser.add_argument("--port", type=int, default=8017, help="port (default: 8017)")


def run(options: argparse.Namespace) -> int:
    prepare_home()
    print(f"Chỉ số CCHC: http://{options.host}:{options.port}/  (dừng: Ctrl+C)", flush=True)
    # One thread a worker: more of them halve the speed of Django's pages and multiply database connections.
    command = [sys.executable, "-m", "granian", "parindex.config.wsgi:application", "--interface", "wsgi"]
    command += ["--host", options.host, "--port", str(options.port), "--workers", str(WORKERS)]
    command += ["--blocking-threads", "1", "--no-access-log", "--log-level", "warning"]
    command += ["--workers-kill-timeout", "5"]  # a worker told to stop while it starts may not hear it
    # The server takes this process's place, so that whoever stops it stops the server itself.
    os.execv(sys.executable, command)  # noqa: S606  (no shell is meant)
