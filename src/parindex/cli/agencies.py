"""`parindex agencies FILE`: what a table of agencies adds to those that are stored; `--apply` stores them."""

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parindex.cli.output import print_refusal, print_result
from parindex.cli.site import prepare_home
from parindex.domain.agencies import Agency
from parindex.frameworks.agencies import load_agencies
from parindex.frameworks.problems import InvalidData

if TYPE_CHECKING:
    from parindex.services.improvement.storing_agencies import AgencyPreview


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", metavar="FILE", type=Path, help="a table of all agencies: .csv (UTF-8) or .xlsx"
    )
    parser.add_argument("--apply", action="store_true", help="store those that are not there yet")
    parser.add_argument("--json", action="store_true", help="print JSON: added, there, differing, applied")


def run(options: argparse.Namespace) -> int:
    """Print what is new; 2 and every problem with its line on the error output where the file cannot be used."""
    try:
        agencies = load_agencies(options.file)
    except InvalidData as error:
        return print_refusal(str(error))
    prepare_home()
    seen = _taken(agencies, options.file.name, apply=options.apply)
    applied = options.apply and bool(seen.fresh)
    if options.json:
        print_result(json.dumps(_data(seen, applied=applied), ensure_ascii=False, indent=2))
    else:
        print_result("\n".join(_lines(seen, applied=applied)))
    return 0


def _taken(agencies: tuple[Agency, ...], name: str, *, apply: bool) -> "AgencyPreview":
    from parindex.services.actor import SYSTEM
    from parindex.services.improvement.storing_agencies import agency_preview, store_agencies

    seen = agency_preview(actor=SYSTEM, agencies=agencies)
    if apply:
        store_agencies(actor=SYSTEM, agencies=agencies, source=name)
    return seen


def _data(seen: "AgencyPreview", *, applied: bool) -> dict[str, Any]:
    return {
        "added": _named(seen.fresh),
        "there": _named(seen.there),
        "differing": _named(seen.differing),
        "applied": applied,
    }


def _named(agencies: Iterable[Agency]) -> list[dict[str, str]]:
    return [{"code": one.code, "name": one.name} for one in agencies]


def _lines(seen: "AgencyPreview", *, applied: bool) -> Iterator[str]:
    done = "đã lưu" if applied else "chưa lưu (thêm --apply để lưu)"
    fresh = f"{len(seen.fresh)} cơ quan mới, {done}" if seen.fresh else "Không có cơ quan mới"
    yield f"{fresh}; {len(seen.there)} cơ quan đã có."
    yield from (f"  {one.code}  {one.name}" for one in seen.fresh)
    if seen.differing:
        yield "Đã có mã này, tệp ghi khác; giữ nguyên như đã lưu:"
    yield from (f"  {one.code}  {one.name}" for one in seen.differing)
