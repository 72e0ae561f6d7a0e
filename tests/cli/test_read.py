"""`parindex read` on the demonstration plan: fast, because it loads nothing that reading a document does not need."""

import subprocess
import sys

from parindex.services.demonstration.loading import PLAN_DOCUMENT

PROGRAM = """
import sys
from parindex.cli import main
main(sys.argv[1:])
watched = {"django", "pydantic", "ruamel", "parindex.frameworks.agencies"}
print(sorted(watched & set(sys.modules)), file=sys.stderr)
"""


def test_reading_the_plan_with_its_agencies_loads_neither_django_nor_pydantic_nor_a_yaml_library():
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, "read", str(PLAN_DOCUMENT), "--json"],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )

    assert done.stderr == "['parindex.frameworks.agencies']\n"
