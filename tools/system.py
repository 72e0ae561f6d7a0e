"""Asks the operating system for what no Python registry holds: python3-venv, Chromium, fonts."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache


def say(line: str) -> None:
    print(line, flush=True)


def stop(message: str) -> None:
    sys.exit(f"\n{message}\n")


def install_packages(*, debian: list[str], brew: list[str] | None = None) -> bool:
    """Installs system packages where that needs no password; tells whether it was done."""
    if shutil.which("apt-get"):
        return _apt_get(debian)
    if sys.platform == "darwin" and brew and shutil.which("brew"):
        return _quietly(["brew", "install", *brew])
    return False


def by_hand(*, debian: list[str], brew: list[str] | None = None) -> str:
    """The line a person types where `install_packages` could not."""
    if sys.platform == "darwin":
        return f"brew install {' '.join(brew or debian)}"
    return f"sudo apt-get install {' '.join(debian)}"


def _apt_get(packages: list[str]) -> bool:
    prefix = _root_prefix()
    if prefix is None:
        return False
    say(f"  apt-get install {' '.join(packages)}")
    command = [
        *prefix,
        *("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120"),
        *("install", "-y", "--no-install-recommends", *packages),
    ]
    return _quietly(command) or (_quietly([*prefix, "apt-get", "-qq", "update"]) and _quietly(command))


@cache
def _root_prefix() -> list[str] | None:
    """What to put before a command to run it as root: nothing, sudo, or None where a password is needed."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and _quietly(["sudo", "-n", "true"]):
        return ["sudo", "-n"]
    return None


def _quietly(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
