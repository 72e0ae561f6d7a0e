"""Any tree of criteria, laid out in any of the ways that decisions use, reads back as the same tree."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parindex.documents.reading.annexes import ScoringLine, read_criteria
from tests.documents import annex_sample as sample
from tests.documents.annex_sample import Cell, Merge

WORDS = st.lists(
    st.sampled_from(
        ["kế hoạch", "báo cáo", "thủ tục", "hồ sơ", "của xã", "điện tử", "I", "1.1", "Lĩnh vực", "(trừ)"]
    ),
    min_size=1,
    max_size=5,
)
POINTS = st.integers(1, 400).map(lambda quarters: Decimal(quarters) / 4)
Row = tuple[Cell, ...]
Content = tuple[str, str, Decimal, tuple[ScoringLine, ...]]


@dataclass(frozen=True, kw_only=True)
class Node:
    """One criterion of a generated tree."""

    code: tuple[int, ...]
    title: str
    maximum: Decimal
    lines: tuple[ScoringLine, ...] = ()
    parts: tuple["Node", ...] = ()

    def all(self) -> Iterator["Node"]:
        yield self
        for part in self.parts:
            yield from part.all()

    @property
    def content(self) -> Content:
        return ".".join(map(str, self.code)), self.title, self.maximum, self.lines


@st.composite
def leaves(draw: st.DrawFn, code: tuple[int, ...]) -> Node:
    points = draw(st.lists(st.none() | POINTS, max_size=3))
    lines = (
        ScoringLine(text=f"Mức {n}" if stated is None else f"Mức {n}: {stated:f} điểm", points=stated)
        for n, stated in enumerate(points, start=1)
    )
    return Node(code=code, title=draw(titles()), maximum=draw(POINTS), lines=tuple(lines))


@st.composite
def nodes(draw: st.DrawFn, code: tuple[int, ...], most: Sequence[int]) -> Node:
    """A node with at most so many parts, and so on downwards."""
    count = draw(st.integers(0 if len(code) > 1 else 1, most[0])) if most else 0
    if not count:
        return draw(leaves(code))
    parts = tuple(draw(nodes((*code, n), most[1:])) for n in range(1, count + 1))
    maximum = sum((part.maximum for part in parts), Decimal(0))
    return Node(code=code, title=draw(titles()), maximum=maximum, parts=parts)


@st.composite
def titles(draw: st.DrawFn) -> str:
    return " ".join(["Mẫu", *draw(WORDS)])


@st.composite
def trees(draw: st.DrawFn) -> tuple[Node, ...]:
    count = draw(st.integers(1, 2))
    return tuple(draw(nodes((n,), (11, 2))) for n in range(1, count + 1))


def plain(code: tuple[int, ...]) -> Cell:
    return ".".join(map(str, code))


def dotted(code: tuple[int, ...]) -> Cell:
    return f"{plain(code)}."


def roman(code: tuple[int, ...]) -> Cell:
    return ("I", "II", "III")[code[0] - 1] if len(code) == 1 else plain(code)


def roman_and_anew(code: tuple[int, ...]) -> Cell:
    return roman(code) if len(code) == 1 else plain(code[1:])


def numbers(code: tuple[int, ...]) -> Cell:
    """Codes as a spreadsheet takes them for numbers: 1.10 is 1.1."""
    return (
        float(f"{code[0]}.{code[1]}") if len(code) == 2 else float(code[0]) if len(code) == 1 else plain(code)
    )


Codes = Callable[[tuple[int, ...]], Cell]
Write = Callable[..., bytes]
HEADINGS = {
    "code": ("STT", ""),
    "title": ("Lĩnh vực/Tiêu chí/Tiêu chí thành phần", ""),
    "maximum": ("Điểm", "Tối đa"),
    "claimed": ("", "Tự đánh giá"),
    "evidence": ("Tài liệu kiểm chứng", ""),
}
ORDERS = st.sampled_from(
    [
        ("code", "title", "maximum", "claimed", "evidence"),
        ("evidence", "title", "maximum", "claimed", "code"),
        ("maximum", "claimed", "code", "evidence", "title"),
    ]
)


def rows_of(tree: Sequence[Node], order: Sequence[str], codes: Codes) -> tuple[list[Row], list[Merge]]:
    """Rows of a tree, and its codes merged over the lines on how points are given."""
    rows: list[Row] = []
    merges: list[Merge] = []
    place = order.index("code")
    for node in (node for area in tree for node in area.all()):
        cells = {
            "code": codes(node.code),
            "title": node.title,
            "maximum": f"{node.maximum:f}".replace(".", ","),
        }
        if node.lines:
            merges.append((len(rows), place, len(rows) + len(node.lines), place))
        rows.append(tuple(cells.get(column, "") for column in order))
        rows.extend(tuple(f"- {line.text}" if c == "title" else "" for c in order) for line in node.lines)
    return rows, merges


def header_of(order: Sequence[str], *, is_deep: bool) -> tuple[list[Row], list[Merge]]:
    if not is_deep:
        return [tuple(" ".join(filter(None, HEADINGS[c])) for c in order)], []
    merges: list[Merge] = []
    for place, column in enumerate(order):
        if column == "maximum":
            merges.append((0, place, 0, place + 1))
        elif column != "claimed":
            merges.append((0, place, 1, place))
    return [tuple(HEADINGS[c][row] for c in order) for row in (0, 1)], merges


def contents(content: bytes) -> list[Content]:
    rows = read_criteria(content, name="mẫu").rows
    return [(row.code, row.title, row.maximum or Decimal(0), row.scoring_lines) for row in rows]


def expected(tree: Sequence[Node]) -> list[Content]:
    return [node.content for area in tree for node in area.all()]


quick = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@quick
@given(tree=trees(), order=ORDERS, is_deep=st.booleans(), is_merged=st.booleans())
@pytest.mark.parametrize("codes", [plain, dotted, roman, roman_and_anew], ids=lambda codes: codes.__name__)
@pytest.mark.parametrize("write", [sample.xlsx, sample.docx], ids=["xlsx", "docx"])
def test_a_tree_reads_back_equal(
    write: Write, codes: Codes, tree: tuple[Node, ...], order: tuple[str, ...], is_deep: bool, is_merged: bool
):
    header, merges = header_of(order, is_deep=is_deep)
    rows, lower = rows_of(tree, order, codes)
    lower = [(top + len(header), left, bottom + len(header), right) for top, left, bottom, right in lower]

    content = write([*header, *rows], merges=[*merges, *(lower if is_merged else [])])

    assert contents(content) == expected(tree)


@quick
@given(tree=trees())
def test_codes_that_a_spreadsheet_took_for_numbers_read_back_equal(tree: tuple[Node, ...]):
    order = ("code", "title", "maximum", "claimed", "evidence")
    rows, _ = rows_of(tree, order, numbers)

    assert contents(sample.xlsx([*header_of(order, is_deep=False)[0], *rows])) == expected(tree)


@quick
@given(tree=trees(), every=st.integers(1, 12), is_headed=st.booleans())
@pytest.mark.parametrize("write", [sample.xlsx, sample.docx], ids=["xlsx", "docx"])
def test_a_tree_cut_into_pages_reads_back_equal(
    write: Write, tree: tuple[Node, ...], every: int, is_headed: bool
):
    order = ("code", "title", "maximum", "claimed", "evidence")
    header, _ = header_of(order, is_deep=False)
    rows, _ = rows_of(tree, order, plain)
    pages = [rows[start : start + every] for start in range(0, len(rows), every)]
    first, *others = pages

    content = write([*header, *first], *([*(header if is_headed else []), *page] for page in others))

    assert contents(content) == expected(tree)
