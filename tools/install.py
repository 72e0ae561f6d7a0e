"""Sets the project up: virtual environment, locked packages, front-end files, translations.

Only the standard library, because nothing is installed yet when this runs. Each step leaves a stamp, the digest of
what it was made from, in `.venv/.made/`; a step whose stamp still fits is skipped, so a second run takes no time.

    python3 -m tools.install               the product and the tools of its development, in .venv
    python3 -m tools.install --bench       what the benchmarks compare with, in .venv-bench
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools.system import by_hand, install_packages, say, stop

ROOT = Path(__file__).resolve().parent.parent
MAIN_LOCK = ROOT / "requirements.lock"
NODE_LOCK = ROOT / "requirements-node.lock"
BENCH_LOCK = ROOT / "requirements-bench.lock"
HASHED = ("--quiet", "--require-hashes")
CATALOGUES = ROOT / "src" / "parindex" / "web" / "locale"


class Environment:
    """A virtual environment, with the stamps of what was put into it."""

    def __init__(self, name: str) -> None:
        self.path = ROOT / name
        self.bin = self.path / "bin"
        self.python = self.bin / "python"
        self.stamps = self.path / ".made"

    def is_fresh(self, step: str, digest: str) -> bool:
        stamp = self.stamps / step
        return stamp.is_file() and stamp.read_text() == digest

    def mark(self, step: str, digest: str) -> None:
        self.stamps.mkdir(exist_ok=True)
        (self.stamps / step).write_text(digest)

    def works(self) -> bool:
        # The stamp holds this path: an environment that was moved or copied is not trusted.
        return self.python.exists() and self.is_fresh("venv", str(self.path)) and self._python_answers()

    def _python_answers(self) -> bool:
        probe = [str(self.python), "-c", "import sys; sys.exit(sys.version_info < (3, 11))"]
        return subprocess.run(probe, capture_output=True, check=False).returncode == 0

    def runs(self, program: str, *arguments: str | Path) -> bool:
        return runs(self.bin / program, *arguments, VIRTUAL_ENV=str(self.path))

    def run(self, program: str, *arguments: str | Path) -> None:
        if not self.runs(program, *arguments):
            fail(program, *arguments)

    def install(self, *arguments: str | Path) -> None:
        """By uv, which takes seconds; where it cannot reach the registry as pip is set up to, by pip."""
        if self.has_uv() and self.runs("uv", "pip", "install", "--quiet", *arguments):
            return
        self.run("python", "-m", "pip", "install", "--quiet", *arguments)

    def has_uv(self) -> bool:
        return (self.bin / "uv").exists()


def digest_of(*paths: Path) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes() if path.is_file() else b"absent")
    return digest.hexdigest()


def runs(program: str | Path, *arguments: str | Path, **variables: str) -> bool:
    settings = {
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "UV_PYTHON_DOWNLOADS": "never",
        "UV_NO_PROGRESS": "1",
        # Offices that inspect their traffic have a certificate authority of their own, known to the system only.
        "UV_SYSTEM_CERTS": "1",
    }
    environment = {**settings, **os.environ, **variables}
    return subprocess.run([program, *arguments], cwd=ROOT, env=environment, check=False).returncode == 0


def run(program: str | Path, *arguments: str | Path, **variables: str) -> None:
    if not runs(program, *arguments, **variables):
        fail(program, *arguments)


def fail(program: str | Path, *arguments: str | Path) -> None:
    stop(f"Failed: {' '.join(map(str, [program, *arguments]))}")


# ── Steps ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def make_environment(environment: Environment) -> None:
    if environment.works():
        return
    say(f"{environment.path.name}: Python {sys.version.split()[0]}")
    require_venv_module()
    run(sys.executable, "-m", "venv", "--clear", environment.path)
    environment.mark("venv", str(environment.path))


def require_venv_module() -> None:
    """Debian keeps the half of `venv` that installs pip in a package of its own."""
    if venv_module_is_whole():
        return
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    for packages in (["python3-venv"], [f"{version}-venv"]):
        if install_packages(debian=packages) and venv_module_is_whole():
            return
    stop(f"Python's venv module is incomplete here. Please run:  {by_hand(debian=[f'{version}-venv'])}")


def venv_module_is_whole() -> bool:
    probe = [sys.executable, "-c", "import venv, ensurepip"]
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0


def install_lock(environment: Environment, lock: Path) -> None:
    """Makes the environment hold exactly what the lock file names, each file checked against its hash."""
    digest = digest_of(lock)
    if environment.is_fresh("packages", digest):
        return
    say(f"{environment.path.name}: packages of {lock.name}")
    # What follows was put in on top, and is taken away by the synchronisation.
    for later in ("project", "npm"):
        (environment.stamps / later).unlink(missing_ok=True)
    if not (install_uv(environment) and environment.runs("uv", "pip", "sync", *HASHED, lock)):
        say("  uv cannot do it here: pip does, more slowly")
        environment.run("python", "-m", "pip", "install", *HASHED, "-r", lock)
    environment.mark("packages", digest)


def install_uv(environment: Environment) -> bool:
    requirement = environment.stamps / "uv.lock"
    requirement.write_text(lock_entry(MAIN_LOCK, "uv"))
    return (
        environment.runs("python", "-m", "pip", "install", *HASHED, "-r", requirement)
        and environment.has_uv()
    )


def lock_entry(lock: Path, name: str) -> str:
    """The lines of one package, hashes included."""
    lines = lock.read_text().splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(f"{name}=="))
    end = next(number for number in range(start, len(lines)) if not lines[number].endswith("\\"))
    return "\n".join(lines[start : end + 1]) + "\n"


def install_project(environment: Environment) -> None:
    """Editable, without its dependencies (the lock has brought them) and with the build backend of the lock."""
    digest = digest_of(ROOT / "pyproject.toml")
    if environment.is_fresh("project", digest):
        return
    say(f"{environment.path.name}: parindex itself")
    environment.install("--no-deps", "--no-build-isolation", "--editable", ".")
    environment.mark("project", digest)


def install_front_end(environment: Environment) -> None:
    digest = digest_of(ROOT / "package.json", ROOT / "package-lock.json", ROOT / ".npmrc")
    if environment.is_fresh("npm", digest) and (ROOT / "node_modules").is_dir():
        return
    say("node_modules: packages of package-lock.json")
    npm = shutil.which("npm") or npm_from_wheel(environment)
    path = os.pathsep.join([str(Path(npm).parent), os.environ.get("PATH", "")])
    run(npm, "ci", "--loglevel=error", "--ignore-scripts", "--no-audit", "--no-fund", PATH=path)
    environment.mark("npm", digest)


def npm_from_wheel(environment: Environment) -> str:
    say("  no npm on PATH: Node.js comes into the virtual environment as a wheel")
    environment.install("--require-hashes", "-r", NODE_LOCK)
    return str(environment.bin / "npm")


def compile_translations(environment: Environment) -> None:
    for source in sorted(CATALOGUES.glob("*/LC_MESSAGES/*.po")):
        compiled = source.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
            continue
        say(f"translation: {source.relative_to(CATALOGUES)}")
        language = source.parent.parent.name
        environment.run(
            "pybabel", "--quiet", "compile", "-l", language, "-i", str(source), "-o", str(compiled)
        )
        if not compiled.exists():
            stop(f"{source} was not compiled: is its header still marked “fuzzy”?")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--bench", action="store_true", help="the environment of the benchmarks only")
    if parser.parse_args().bench:
        environment = Environment(".venv-bench")
        make_environment(environment)
        install_lock(environment, BENCH_LOCK)
        install_project(environment)
        return
    environment = Environment(".venv")
    make_environment(environment)
    install_lock(environment, MAIN_LOCK)
    install_project(environment)
    install_front_end(environment)
    compile_translations(environment)


if __name__ == "__main__":
    main()
