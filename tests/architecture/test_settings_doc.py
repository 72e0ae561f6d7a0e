"""docs/settings.md names every variable that an installation is set by, and no other."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_variable_that_the_software_reads_is_described():
    sources = (file.read_text(encoding="utf-8") for file in (ROOT / "src").rglob("*.py"))
    read = {name for source in sources for name in re.findall(r'environ\S*["\'](PARINDEX_[A-Z_]+)', source)}

    described = re.findall(
        r"^\| `(PARINDEX_[A-Z_]+)`", (ROOT / "docs/settings.md").read_text(encoding="utf-8"), re.M
    )

    assert sorted(described) == sorted(read)
