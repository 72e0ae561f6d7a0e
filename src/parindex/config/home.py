"""The one folder that holds all state of an installation."""

import os
from pathlib import Path
from secrets import token_urlsafe


def home_folder() -> Path:
    """The folder named by `PARINDEX_HOME` (default `var`), made when it is not there."""
    home = Path(os.environ.get("PARINDEX_HOME") or "var").resolve()
    home.mkdir(parents=True, exist_ok=True)
    return home


def secret_key(home: Path) -> str:
    """The installation's own key: made once, readable by its owner only."""
    path = home / "secret-key"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii")
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(token_urlsafe(50))
    return path.read_text(encoding="ascii")
