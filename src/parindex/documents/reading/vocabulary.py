"""The words that head the columns of the two tables, folded: a synonym more is a line here."""

from collections.abc import Mapping
from enum import StrEnum


class Kind(StrEnum):
    TASKS = "tasks"
    LOSSES = "losses"


class Column(StrEnum):
    NUMBER = "number"
    TEXT = "text"
    LEAD = "lead"
    COOPERATING = "cooperating"
    DEADLINE = "deadline"
    CRITERIA = "criteria"
    CODE = "code"
    NAME = "name"
    MAXIMUM = "maximum"
    EARNED = "earned"
    LOST = "lost"
    JUSTIFICATION = "justification"
    RESPONSIBLE = "responsible"


VIETNAMESE: Mapping[Column, str] = {
    Column.NUMBER: "số thứ tự",
    Column.TEXT: "nội dung nhiệm vụ",
    Column.LEAD: "cơ quan chủ trì",
    Column.COOPERATING: "cơ quan phối hợp",
    Column.DEADLINE: "thời hạn",
    Column.CRITERIA: "tiêu chí",
    Column.CODE: "mã tiêu chí",
    Column.NAME: "tên tiêu chí",
    Column.MAXIMUM: "điểm chuẩn",
    Column.EARNED: "điểm đạt được",
    Column.LOST: "điểm bị trừ",
    Column.JUSTIFICATION: "giải trình",
    Column.RESPONSIBLE: "cơ quan chịu trách nhiệm",
}

_NUMBER = ("stt", "tt", "so tt", "so thu tu")
PHRASES: Mapping[Kind, Mapping[Column, tuple[str, ...]]] = {
    Kind.TASKS: {
        Column.NUMBER: _NUMBER,
        Column.TEXT: (
            "nhiem vu cu the",
            "noi dung nhiem vu",
            "noi dung cong viec",
            "noi dung",
            "nhiem vu",
            "ten nhiem vu",
            "cong viec",
            "giai phap",
        ),
        Column.LEAD: (
            "co quan chu tri",
            "don vi chu tri",
            "co quan don vi chu tri",
            "chu tri",
            "co quan thuc hien",
            "don vi thuc hien",
            "co quan don vi thuc hien",
            "co quan chu tri thuc hien",
            "don vi dau moi",
            "co quan dau moi",
            "don vi chiu trach nhiem chinh",
            "co quan chiu trach nhiem chinh",
            "trach nhiem thuc hien",
        ),
        Column.COOPERATING: (
            "co quan phoi hop",
            "don vi phoi hop",
            "co quan don vi phoi hop",
            "phoi hop",
            "co quan phoi hop thuc hien",
        ),
        Column.DEADLINE: (
            "thoi gian hoan thanh",
            "thoi han hoan thanh",
            "thoi gian thuc hien",
            "thoi han thuc hien",
            "thoi han",
            "thoi gian",
            "tien do",
            "han hoan thanh",
        ),
        Column.CRITERIA: (
            "tieu chi",
            "tieu chi thanh phan",
            "tieu chi tieu chi thanh phan",
            "tieu chi lien quan",
            "ma tieu chi",
            "tc",
            "tctp",
        ),
    },
    Kind.LOSSES: {
        Column.NUMBER: _NUMBER,
        Column.CODE: ("ma", "ma tieu chi", "ma so", "so tieu chi", "ma tc"),
        Column.NAME: (
            "tieu chi bi tru diem",
            "tieu chi mat diem",
            "tieu chi tieu chi thanh phan",
            "tieu chi",
            "tieu chi thanh phan",
            "ten tieu chi",
            "noi dung tieu chi",
            "linh vuc tieu chi",
            "noi dung",
        ),
        Column.MAXIMUM: ("diem chuan", "diem toi da", "diem quy dinh", "thang diem", "diem chuan toi da"),
        Column.EARNED: (
            "diem dat duoc",
            "diem dat",
            "diem tham dinh",
            "diem bo noi vu tham dinh",
            "diem dat duoc sau tham dinh",
            "so diem dat duoc",
            "so diem dat",
            "diem thuc te",
        ),
        Column.LOST: (
            "diem bi tru",
            "diem tru",
            "so diem mat",
            "so diem bi tru",
            "so diem bi mat",
            "diem mat",
            "diem bi mat",
            "so diem tru",
            "diem chua dat",
        ),
        Column.JUSTIFICATION: (
            "giai trinh",
            "ly do",
            "nguyen nhan",
            "noi dung giai trinh",
            "ly do bi tru diem",
        ),
        Column.RESPONSIBLE: (
            "co quan chiu trach nhiem",
            "trach nhiem",
            "don vi chiu trach nhiem",
            "co quan don vi chiu trach nhiem",
            "trach nhiem cua co quan don vi",
            "co quan trach nhiem",
        ),
    },
}

ALONE: Mapping[Kind, Mapping[Column, tuple[str, ...]]] = {
    Kind.TASKS: {Column.DEADLINE: ("hoan thanh",)},
    Kind.LOSSES: {
        Column.MAXIMUM: ("toi da", "chuan"),
        Column.EARNED: ("dat", "dat duoc", "thuc te", "tham dinh", "diem nam"),
        Column.LOST: ("mat", "tru", "bi tru", "bi mat", "chua dat"),
    },
}
"""Words that head a column when they stand alone, most often under a heading "Điểm"; elsewhere they mean nothing."""

SOLUTIONS: Mapping[Column, tuple[str, ...]] = {
    Column.TEXT: ("giai phap", "bien phap", "nhiem vu"),
    **{column: PHRASES[Kind.TASKS][column] for column in (Column.LEAD, Column.COOPERATING, Column.DEADLINE)},
}
"""Columns of a register that also says what is to be done about each loss."""
