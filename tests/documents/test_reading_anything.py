"""Whatever comes in, a plan or a refusal comes out, and it comes."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parindex.documents.reading import UnreadableDocument, plan_as_data, plan_from_data, read_plan
from tests.documents import sample
from tests.documents.sample import LOSS_HEADER, LOSSES, TASK_HEADER, TASKS, pipe_table

LONG = 200_000
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
WORD = sample.docx()
pieces = st.sampled_from(
    [
        "",
        "|",
        "1",
        "(Tiêu chí 1.1",
        "TC 9.9.9)",
        "Sở ",
        ",",
        " và ",
        "\n",
        "<p>",
        "Trừ 1 điểm",
        "năm 2019",
        "I.",
    ]
)


def read_or_refuse(content: bytes) -> None:
    try:
        plan = read_plan(content, name="tệp")
    except UnreadableDocument:
        return
    assert plan_from_data(plan_as_data(plan)) == plan


@patient
@given(st.binary(max_size=400))
def test_any_bytes(content: bytes):
    read_or_refuse(content)


@patient
@given(
    st.sampled_from([b"%PDF-1.4\n", b"PK\x03\x04", b"\xff\xfe", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]),
    st.binary(max_size=99),
)
def test_any_bytes_behind_a_known_beginning(start: bytes, rest: bytes):
    read_or_refuse(start + rest)


@patient
@given(st.integers(0, len(WORD) - 1), st.binary(min_size=1, max_size=40))
def test_a_word_file_with_some_bytes_changed(position: int, change: bytes):
    read_or_refuse(WORD[:position] + change + WORD[position + len(change) :])


@patient
@given(st.data())
def test_tables_without_some_rows_or_columns_and_in_another_order(data: st.DataObject):
    tables = []
    for header, rows in ((TASK_HEADER, TASKS), (LOSS_HEADER, LOSSES)):
        columns = data.draw(st.lists(st.sampled_from(range(len(header))), unique=True))
        kept = data.draw(st.lists(st.sampled_from([header, *rows]), max_size=6))
        tables.append(pipe_table(*_table([[row[i] for i in columns] for row in kept] or [[""]])))

    read_or_refuse(sample.markdown(tasks=tables[0], losses=tables[1]).encode())


@patient
@given(st.lists(st.lists(pieces, max_size=6).map("".join), min_size=6, max_size=24))
def test_cells_of_odd_pieces(cells: list[str]):
    rows = [cells[i : i + 6] for i in range(0, len(cells), 6)]
    text = sample.markdown(
        tasks=pipe_table(TASK_HEADER, [row[:5] for row in rows]), losses=pipe_table(LOSS_HEADER, rows)
    )

    read_or_refuse(text.encode())


@patient
@given(st.text(alphabet=st.sampled_from("|-\n :1a*<>()\\&;Tiêuchí."), max_size=300))
def test_text_of_nothing_but_marks(text: str):
    read_or_refuse((text + "\n\n" + sample.markdown(tasks=text)).encode())


@pytest.mark.parametrize(
    "cell",
    [
        "a" * LONG,
        "( " * (LONG // 2),
        "(Tiêu chí 1.1) " * (LONG // 15),
        "1.1.1.1." * (LONG // 8),
        ", và " * (LONG // 5),
        "- " * (LONG // 2),
        "Sở Nội vụ, " * (LONG // 11),
        "Trách nhiệm " * (LONG // 12),
        "(Trừ 1 điểm) " * (LONG // 13),
        "*" * LONG,
        "<p" * (LONG // 2),
        "năm 2019 trong tốp " * (LONG // 19),
        "số 12/" * (LONG // 6),
        "cơ quan, " * (LONG // 9),
    ],
    ids=lambda cell: cell[:12],
)
def test_a_very_long_cell_comes_to_an_end(cell: str):
    row = ["1", cell, cell, cell, cell]
    text = sample.markdown(
        body=[*sample.BODY, cell],
        tasks=pipe_table(TASK_HEADER, [row]),
        losses=pipe_table(LOSS_HEADER, [["1.2", cell, "1,00", cell, "0,00", "1,00"]]),
    )

    read_or_refuse(text.encode())


def test_a_cell_of_a_million_letters_is_kept_whole():
    row = ("1", "a" * 1_000_000, "Sở Nội vụ", "", "Hàng năm")

    plan = read_plan(sample.markdown(tasks=pipe_table(TASK_HEADER, [row])).encode(), name="tệp")

    assert plan.tasks[0].text == row[1]


def _table(rows: list[list[str]]) -> tuple[list[str], list[list[str]]]:
    return rows[0], rows[1:]
