"""Tables that some text recognition leaves as HTML inside its text, brought to rows of plain cells."""

from collections.abc import Iterator
from html.parser import HTMLParser

from parindex.documents.reading.blocks import Row, Table, table, tidy

LONGEST = 2_000_000
MOST_SPANNED = 100
_LINE_TAGS = frozenset({"br", "p", "div", "li"})


def html_table_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each `<table>` of a text starts and ends."""
    lowered = text.lower() if len(text.lower()) == len(text) else ""
    start = lowered.find("<table")
    while start >= 0:
        end = lowered.find("</table>", start)
        if end < 0 or end - start > LONGEST:
            return
        yield start, end + len("</table>")
        start = lowered.find("<table", end)


def read_html_table(source: str, *, line: int) -> Table:
    """The table of one `<table>` element that starts on `line`; spanned cells as `Row` says."""
    parser = _Parser(line)
    parser.feed(source)
    parser.close()
    rows = [Row(cells=tuple(cells), place=f"dòng {at}") for at, cells in parser.rows]
    return table(rows, place=f"dòng {line}")


class _Parser(HTMLParser):
    """Collects rows of cells; `_hanging` are cells that reach down: column → (rows left, text)."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.rows: list[tuple[int, list[str]]] = []
        self._first_line = line
        self._hanging: dict[int, tuple[int, str]] = {}
        self._cell: list[str] | None = None
        self._span = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self._end_cell()
            self.rows.append((self._first_line + self.getpos()[0] - 1, []))
        elif tag in {"td", "th"}:
            self._end_cell()
            given = dict(attrs)
            self._cell, self._span = [], (_span(given.get("rowspan")), _span(given.get("colspan")))
        elif tag in _LINE_TAGS and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th", "tr", "table"}:
            self._end_cell()
        elif tag in _LINE_TAGS and self._cell is not None:
            self._cell.append("\n")

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data.replace("\n", " "))

    def _end_cell(self) -> None:
        if self._cell is None or not self.rows:
            return
        text, self._cell = tidy("".join(self._cell)), None
        cells = self.rows[-1][1]
        self._hang(cells)
        down, across = self._span
        first = len(cells)
        for column in range(first, first + across):
            said = "" if cells[first:] else text
            cells.append(said)
            self._hanging[column] = (down - 1, said)
        self._hang(cells)

    def _hang(self, cells: list[str]) -> None:
        """Fill in the cells that reach down from the rows above."""
        while (hanging := self._hanging.get(len(cells))) and hanging[0] > 0:
            self._hanging[len(cells)] = (hanging[0] - 1, hanging[1])
            cells.append(hanging[1])


def _span(value: str | None) -> int:
    return max(1, min(int(value), MOST_SPANNED)) if value and value.isascii() and value.isdigit() else 1
