"""Các trang của bộ tiêu chí: which path of an entry stands in which column."""

from collections.abc import Mapping
from dataclasses import dataclass

from parindex.documents.tables.model import Column, Holds, Shape
from parindex.documents.tables.paths import Path

GENERAL = Shape(
    name="Thông tin",
    grows=True,
    columns={
        "path": Column(heading="Đường dẫn", english="Path", width=32, editable=True),
        "value": Column(heading="Giá trị", english="Value", width=80, editable=True),
    },
)
RULES = Shape(
    name="Quy tắc",
    grows=True,
    columns={
        "code": Column(heading="Mã tiêu chí", english="Criterion code", holds=Holds.CODE, editable=True),
        "path": Column(heading="Đường dẫn", english="Path", width=32, editable=True),
        "value": Column(heading="Giá trị", english="Value", width=64, editable=True),
    },
)
OTHERS = Shape(name="Khác", grows=True, columns=GENERAL.columns)


@dataclass(frozen=True, kw_only=True, slots=True)
class Entries:
    """A list of the framework that has a sheet: where it stands, what names an entry, a column for each path.

    `is_mapping` where the data hold a dictionary by those names instead of a list.
    """

    key: str
    name: str
    shape: Shape
    paths: Mapping[Path, str]
    is_mapping: bool = False


def _text(heading: str, english: str, width: int = 24) -> Column:
    return Column(heading=heading, english=english, width=width, editable=True)


def _code(heading: str, english: str, width: int = 16) -> Column:
    return Column(heading=heading, english=english, holds=Holds.CODE, width=width, editable=True)


def _whole(heading: str, english: str) -> Column:
    return Column(heading=heading, english=english, holds=Holds.WHOLE, width=12, editable=True)


_TITLE = {"title.vi": _text("Tên", "Title", 48), "title.en": _text("Tên tiếng Anh", "English title", 48)}
_MAXIMUM = {
    "maximum.points": Column(
        heading="Điểm tối đa", english="Maximum", holds=Holds.POINTS, width=12, editable=True
    ),
    "maximum.source": _code("Nguồn của điểm", "Source of the points"),
    "maximum.place": _text("Vị trí của điểm", "Place of the points"),
    "maximum.certainty": _code("Độ chắc của điểm", "Certainty of the points"),
    "maximum.how.vi": _text("Cách tính điểm", "How the points follow"),
    "maximum.how.en": _text("Cách tính điểm, tiếng Anh", "How the points follow, in English"),
}
_COUNTS = {
    "criteria_count": _whole("Số tiêu chí", "Criteria"),
    "subcriteria_count": _whole("Số tiêu chí thành phần", "Sub-criteria"),
}


def _entries(
    key: str, name: str, sheet: str, columns: Mapping[str, Column], *, mapping: bool = False
) -> Entries:
    paths: dict[Path, str] = {tuple(column.split(".")): column for column in columns if column != name}
    if not mapping:
        paths[(name,)] = name
    return Entries(
        key=key,
        name=name,
        shape=Shape(name=sheet, grows=True, columns=columns),
        paths=paths,
        is_mapping=mapping,
    )


SOURCES = _entries(
    "sources",
    "key",
    "Nguồn",
    {
        "key": _code("Mã nguồn", "Source key"),
        "document": _text("Văn bản", "Document", 64),
        "url": _text("Địa chỉ", "Address", 48),
    },
    mapping=True,
)
PARTS = _entries(
    "parts",
    "key",
    "Phần",
    {
        "key": _code("Mã phần", "Part key"),
        **_TITLE,
        "group": _code("Nhóm", "Group"),
        **_MAXIMUM,
        "register_fact": _code("Số liệu của sổ trừ điểm", "Register fact", 28),
        "result_fact": _code("Số liệu của kết quả", "Result fact", 28),
        "area": _code("Mã lĩnh vực", "Area code"),
    },
)
AREAS = _entries(
    "areas", "code", "Lĩnh vực", {"code": _code("Mã lĩnh vực", "Area code"), **_TITLE, **_MAXIMUM, **_COUNTS}
)
CRITERIA = _entries(
    "criteria",
    "code",
    "Tiêu chí",
    {
        "code": _code("Mã tiêu chí", "Criterion code"),
        **_TITLE,
        "part": _code("Mã phần", "Part key"),
        **_MAXIMUM,
        "source": _code("Nguồn", "Source"),
        "place": _text("Vị trí", "Place"),
        "certainty": _code("Độ chắc", "Certainty"),
        "rule_source.source": _code("Nguồn của quy tắc", "Source of the rule"),
        "rule_source.place": _text("Vị trí của quy tắc", "Place of the rule"),
        "target.vi": _text("Chỉ tiêu", "Target", 40),
        "target.en": _text("Chỉ tiêu, tiếng Anh", "Target in English", 40),
        "appraiser": _text("Cơ quan thẩm định", "Appraiser", 32),
        "note.vi": _text("Ghi chú", "Note", 40),
        "note.en": _text("Ghi chú, tiếng Anh", "Note in English", 40),
    },
)
FACTS = _entries(
    "facts",
    "code",
    "Số liệu",
    {
        "code": _code("Mã số liệu", "Fact code", 32),
        **_TITLE,
        "kind": _code("Mã loại", "Kind"),
        "unit": _text("Đơn vị tính", "Unit of measure", 12),
    },
)
ALL = (SOURCES, PARTS, AREAS, CRITERIA, FACTS)
RULE = "rule"
