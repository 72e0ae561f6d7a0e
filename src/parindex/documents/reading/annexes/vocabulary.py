"""The words that head the columns of annexed tables, folded: a synonym more is a line here."""

from collections.abc import Mapping
from enum import StrEnum

from parindex.documents.reading.vocabulary import ALONE as PLAN_ALONE
from parindex.documents.reading.vocabulary import PHRASES as PLAN_PHRASES
from parindex.documents.reading.vocabulary import Column as PlanColumn
from parindex.documents.reading.vocabulary import Kind

_LOSSES = PLAN_PHRASES[Kind.LOSSES]
_LOSSES_ALONE = PLAN_ALONE[Kind.LOSSES]


class Column(StrEnum):
    CODE = "code"
    TITLE = "title"
    MAXIMUM = "maximum"
    CLAIMED = "claimed"
    AWARDED = "awarded"
    LOST = "lost"
    SURVEY = "survey"
    SCORING = "scoring"
    EVIDENCE = "evidence"
    NOTE = "note"
    REASON = "reason"
    BODY = "body"


POINTS = frozenset({Column.MAXIMUM, Column.CLAIMED, Column.AWARDED, Column.LOST, Column.SURVEY})

VIETNAMESE: Mapping[Column, str] = {
    Column.CODE: "số thứ tự, mã",
    Column.TITLE: "tiêu chí",
    Column.MAXIMUM: "điểm tối đa",
    Column.CLAIMED: "điểm tự chấm",
    Column.AWARDED: "điểm thẩm định",
    Column.LOST: "điểm bị trừ",
    Column.SURVEY: "điểm điều tra xã hội học",
    Column.SCORING: "cách chấm điểm",
    Column.EVIDENCE: "tài liệu kiểm chứng",
    Column.NOTE: "ghi chú",
    Column.REASON: "lý do",
    Column.BODY: "cơ quan thẩm định",
}

PHRASES: Mapping[Column, tuple[str, ...]] = {
    Column.CODE: (*_LOSSES[PlanColumn.NUMBER], *_LOSSES[PlanColumn.CODE]),
    Column.TITLE: (
        *_LOSSES[PlanColumn.NAME],
        "linh vuc tieu chi tieu chi thanh phan",
        "linh vuc",
        "noi dung danh gia",
        "ten tieu chi thanh phan",
    ),
    Column.MAXIMUM: (
        *_LOSSES[PlanColumn.MAXIMUM],
        "so diem toi da",
        "muc diem toi da",
        "diem tham dinh toi da",
        "thang diem toi da",
    ),
    Column.CLAIMED: (
        "diem tu danh gia",
        "diem tu cham",
        "tu danh gia",
        "tu cham",
        "tu cham diem",
        "diem tinh tu cham",
        "diem dia phuong tu cham",
        "diem tinh tu danh gia",
    ),
    Column.AWARDED: (
        *_LOSSES[PlanColumn.EARNED],
        "ket qua tham dinh",
        "diem sau tham dinh",
        "diem duoc cong nhan",
        "diem bo noi vu danh gia",
        "diem hoi dong tham dinh",
        "bo noi vu tham dinh",
    ),
    Column.LOST: (*_LOSSES[PlanColumn.LOST], "diem giam", "diem giam tru", "diem chenh lech"),
    Column.SURVEY: (
        "diem dieu tra xhh",
        "dieu tra xhh",
        "diem dieu tra xa hoi hoc",
        "dieu tra xa hoi hoc",
        "diem dtxhh",
        "dtxhh",
        "xhh",
        "khao sat xa hoi hoc",
    ),
    Column.SCORING: (
        "cach cham diem",
        "cach tinh diem",
        "cach cham",
        "phuong phap danh gia",
        "phuong phap tinh diem",
        "cach danh gia",
        "huong dan cham diem",
        "thang diem chi tiet",
    ),
    Column.EVIDENCE: (
        "tai lieu kiem chung",
        "tai lieu minh chung",
        "minh chung",
        "ho so minh chung",
        "ho so kiem chung",
        "kiem chung",
    ),
    Column.NOTE: ("ghi chu",),
    Column.REASON: (
        *_LOSSES[PlanColumn.JUSTIFICATION],
        "ly do tru diem",
        "ly do bi tru",
        "ly do dieu chinh",
        "nhan xet",
        "y kien tham dinh",
    ),
    Column.BODY: (
        "co quan tham dinh",
        "don vi tham dinh",
        "co quan don vi tham dinh",
        "bo nganh tham dinh",
        "don vi cham diem",
    ),
}

ALONE: Mapping[Column, tuple[str, ...]] = {
    Column.MAXIMUM: _LOSSES_ALONE[PlanColumn.MAXIMUM],
    Column.AWARDED: _LOSSES_ALONE[PlanColumn.EARNED],
    Column.LOST: (*_LOSSES_ALONE[PlanColumn.LOST], "giam"),
}
"""Words that head a column when they stand alone, most often under a heading "Điểm"; elsewhere they mean nothing."""

ELSE: Mapping[Column, tuple[str, ...]] = {Column.MAXIMUM: ("diem",), Column.SCORING: ("thang diem",)}
"""What a heading means when no other column claims the better meaning, or when it has no other."""
