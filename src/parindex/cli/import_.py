"""`parindex import FILE.xlsx`: how a returned workbook differs from what is stored; `--apply` stores it."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parindex.cli.output import print_refusal, print_result
from parindex.cli.site import prepare_home

if TYPE_CHECKING:
    from parindex.documents.tables import Change
    from parindex.domain.wording import Language
    from parindex.services.tables import Preview


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE.xlsx", type=Path, help="a workbook that was exported before")
    parser.add_argument("--apply", action="store_true", help="store the differences, all of them or none")
    parser.add_argument("--lang", choices=["vi", "en"], default="vi", help="language of the text")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: argparse.Namespace) -> int:
    """Print the differences; 2 and why on the error output where the file cannot be used."""
    prepare_home()
    from parindex.services.errors import DeedError

    try:
        content = options.file.read_bytes()
    except OSError as error:
        return print_refusal(f"Không đọc được tệp {options.file}: {error.strerror}.")
    try:
        seen, applied = _taken(content, options.file.name, apply=options.apply)
    except DeedError as error:
        return print_refusal(error.sentence(options.lang))
    if seen.problems:
        return print_refusal("\n".join(getattr(one, options.lang) for one in seen.problems))
    if options.json:
        print_result(json.dumps(_data(seen, applied=applied), ensure_ascii=False, indent=2))
    else:
        print_result("\n".join(_lines(seen, options.lang, applied=applied)))
    return 0


def _taken(content: bytes, name: str, *, apply: bool) -> "tuple[Preview, bool]":
    """What the file changes, and whether that is stored now."""
    from django.utils import timezone

    from parindex.services import tables
    from parindex.services.actor import SYSTEM

    today = timezone.localdate()
    if not apply:
        return tables.preview(actor=SYSTEM, content=content, name=name, today=today), False
    applied = tables.apply(actor=SYSTEM, content=content, name=name, today=today)
    return applied.preview, applied.count > 0


def _data(seen: "Preview", *, applied: bool) -> dict[str, Any]:
    changes = [_change(change, refused="") for change in seen.changes]
    refused = [_change(refusal.change, refused=refusal.why.vi) for refusal in seen.refused]
    return {
        "kind": seen.kind,
        "identity": dict(seen.identity),
        "changes": [*changes, *refused],
        "applied": applied,
    }


def _change(change: "Change", *, refused: str) -> dict[str, Any]:
    said = {
        "place": change.place,
        "what": change.what.vi,
        "before": change.before,
        "after": change.after,
        "refused": bool(refused),
    }
    return {**said, "why": refused} if refused else said


def _lines(seen: "Preview", language: "Language", *, applied: bool) -> Iterator[str]:
    yield _summary(seen, language, applied=applied)
    yield from (f"  {change.said(language)}" for change in seen.changes)
    if seen.refused:
        yield "Không nhận:" if language == "vi" else "Refused:"
    for refusal in seen.refused:
        yield f"  {refusal.change.said(language)}"
        yield f"    {getattr(refusal.why, language)}"


def _summary(seen: "Preview", language: "Language", *, applied: bool) -> str:
    count, refused = len(seen.changes), len(seen.refused)
    if not count and not refused:
        return "Không có chỗ nào khác." if language == "vi" else "There are no differences."
    if language == "vi":
        done = "đã lưu" if applied else "chưa lưu (thêm --apply để lưu)"
        return f"{count} thay đổi, {done}; {refused} chỗ không nhận."
    done = "stored" if applied else "not stored (--apply stores them)"
    return f"{count} {'change' if count == 1 else 'changes'}, {done}; {refused} refused."
