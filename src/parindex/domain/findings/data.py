"""Findings as plain values, ready for JSON."""

from collections.abc import Iterable
from typing import Any

from parindex.domain.findings.model import FindingGroup, FindingItem
from parindex.domain.rules.base import Sentence


def findings_as_data(groups: Iterable[FindingGroup]) -> list[dict[str, Any]]:
    """Kind, sentence in both languages, points (text with two decimals), items with their links."""
    return [
        {
            "kind": group.kind,
            "sentence": _both(group.sentence),
            "points": f"{group.points:.2f}",
            "count": len(group.items),
            "items": [_item(item) for item in group.items],
        }
        for group in groups
    ]


def _item(item: FindingItem) -> dict[str, Any]:
    return {
        "text": _both(item.text),
        "criterion": item.criterion,
        "tasks": list(item.tasks),
        "agencies": list(item.agencies),
        "points": None if item.points is None else f"{item.points:.2f}",
        "date": item.due_date.isoformat() if item.due_date else None,
    }


def _both(sentence: Sentence) -> dict[str, str]:
    return {"vi": sentence.vi, "en": sentence.en}
