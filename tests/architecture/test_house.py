"""What keeps the house in order; the contracts between the floors themselves are checked by import-linter."""

import ast
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "parindex"
LOCKS = [*sorted(ROOT.glob("requirements*.lock")), ROOT / "package-lock.json"]
DOMAIN = sorted((PACKAGE / "domain").rglob("*.py"))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_file_holds_no_registry_address(lock: Path):
    lines = lock.read_text().splitlines()

    addresses = [line for line in lines if "http" in line and '"url"' not in line and "==" not in line]

    assert addresses == []


def test_every_floor_of_the_layers_contract_exists():
    floors = [name for name in floors_of_the_contract() if not name.startswith("(")]

    missing = [name for name in floors if not (PACKAGE / name / "__init__.py").is_file()]

    assert missing == []


@pytest.mark.parametrize("module", DOMAIN, ids=lambda module: str(module.relative_to(PACKAGE)))
def test_the_domain_imports_the_standard_library_only(module: Path):
    foreign = {
        name for name in imported(module) if name not in sys.stdlib_module_names and name != "parindex"
    }

    assert foreign == set()


def floors_of_the_contract() -> list[str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    return [name.strip() for layer in layers for name in layer.split("|")]


def imported(module: Path) -> Iterator[str]:
    """Yield the top-level names a module imports from outside its own package."""
    for node in ast.walk(ast.parse(module.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module.partition(".")[0]
