"""Word's automatic numbers and bullets, which stand in no text: "1.", "2.1", "II.", "a)", "-"."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_MAX = 9_999
_Element = Any  # lxml is not typed


@dataclass(frozen=True, slots=True)
class _Level:
    kind: str
    pattern: str
    start: int


@dataclass(slots=True)
class Numbering:
    """Counts list paragraphs in document order."""

    levels: Mapping[str, Mapping[int, _Level]]
    styles: Mapping[str, tuple[str, int]]
    _counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    @classmethod
    def of(cls, document: "Document") -> "Numbering":
        root = next(
            (rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/numbering")),
            None,
        )
        element = getattr(root, "element", None)
        return cls(
            levels={} if element is None else _levels(element), styles=_styles(document.styles.element)
        )

    def mark(self, paragraph: _Element) -> str:
        """The mark of a paragraph with a space after it, or "" when it is in no list."""
        reference = self._reference(paragraph)
        level = self.levels.get(reference[0], {}).get(reference[1]) if reference else None
        if reference is None or level is None or level.kind == "none":
            return ""
        if level.kind == "bullet":
            return "- "
        return f"{self._next(*reference)} "

    def _reference(self, paragraph: _Element) -> tuple[str, int] | None:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        inherited = self.styles.get(style.get(f"{W}val", "")) if style is not None else None
        own = _reference(paragraph.find(f"{W}pPr/{W}numPr"))
        if own and not own[0] and inherited:
            return inherited[0], own[1]
        return own if own else inherited

    def _next(self, number: str, depth: int) -> str:
        counts, levels = self._counts[number], self.levels[number]
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        text = levels[depth].pattern
        for position, level in levels.items():
            count = counts.get(position, level.start)
            text = text.replace(f"%{position + 1}", _written(count, level.kind))
        return text


def _levels(root: _Element) -> dict[str, dict[int, _Level]]:
    abstract = {
        element.get(f"{W}abstractNumId"): {
            int(level.get(f"{W}ilvl", "0")): _Level(
                kind=_value(level, "numFmt"),
                pattern=_value(level, "lvlText"),
                start=_int(_value(level, "start"), 1),
            )
            for level in element.findall(f"{W}lvl")
        }
        for element in root.findall(f"{W}abstractNum")
    }
    return {
        number.get(f"{W}numId", ""): abstract.get(_value(number, "abstractNumId"), {})
        for number in root.findall(f"{W}num")
    }


def _styles(root: _Element) -> dict[str, tuple[str, int]]:
    found = {}
    for style in root.findall(f"{W}style"):
        if reference := _reference(style.find(f"{W}pPr/{W}numPr")):
            found[style.get(f"{W}styleId", "")] = reference
    return found


def _reference(properties: _Element | None) -> tuple[str, int] | None:
    if properties is None:
        return None
    return _value(properties, "numId"), _int(_value(properties, "ilvl"), 0)


def _value(element: _Element, child: str) -> str:
    found = element.find(f"{W}{child}")
    return found.get(f"{W}val", "") if found is not None else ""


def _int(text: str, default: int) -> int:
    return min(int(text), _MAX) if text.isdecimal() else default


def _written(count: int, kind: str) -> str:
    if kind in {"upperRoman", "lowerRoman"}:
        roman = _roman(count)
        return roman if kind == "upperRoman" else roman.lower()
    if kind in {"upperLetter", "lowerLetter"}:
        letter = chr(ord("A") + (count - 1) % 26)
        return letter if kind == "upperLetter" else letter.lower()
    return f"{count:02d}" if kind == "decimalZero" else str(count)


def _roman(count: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (count // value)
        count %= value
    return text
