"""Plain tables for the terminal and for documents."""

from collections.abc import Sequence


def table(head: Sequence[str], rows: Sequence[Sequence[str]], *, words: Sequence[str]) -> str:
    """A Markdown table with aligned columns: those named in `words` start on the left, numbers end on the right."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    text = [name in words for name in head]

    def line(cells: Sequence[str]) -> str:
        set_ = zip(cells, widths, text, strict=True)
        return f"| {' | '.join(c.ljust(width) if left else c.rjust(width) for c, width, left in set_)} |"

    rule = [
        "-" * width if left else "-" * (width - 1) + ":" for width, left in zip(widths, text, strict=True)
    ]
    return "\n".join([line(head), line(rule), *map(line, rows)])


def short(number: float) -> str:
    """A number with three digits that count: 12,300,000, 45.6, 0.00123."""
    if number == 0:
        return "0"
    return f"{float(f'{number:.3g}'):,.0f}" if abs(number) >= 100 else f"{number:.3g}"
