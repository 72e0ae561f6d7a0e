"""An .xlsx file as tests read it, straight from its XML: what each cell is and how it is shown."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

from tests.web.html import Answer

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_EPOCH = date(1899, 12, 30)

Cell = str | Decimal | date | None


@dataclass(frozen=True)
class Sheet:
    """The first sheet: text as str, numbers as Decimal, dates as date, nothing as None."""

    name: str
    rows: list[list[Cell]]
    formulas: int

    @classmethod
    def of(cls, answer: Answer) -> "Sheet":
        with ZipFile(BytesIO(answer.content)) as file:
            book, sheet, styles, strings = (
                ElementTree.fromstring(file.read(f"xl/{name}.xml"))
                for name in ("workbook", "worksheets/sheet1", "styles", "sharedStrings")
            )
        texts = ["".join(part.text or "" for part in item.iter(f"{_MAIN}t")) for item in strings]
        rows = [
            [_value(cell, texts, _date_styles(styles)) for cell in row.iter(f"{_MAIN}c")]
            for row in sheet.iter(f"{_MAIN}row")
        ]
        (tab,) = book.iter(f"{_MAIN}sheet")
        return cls(name=tab.get("name", ""), rows=rows, formulas=len(list(sheet.iter(f"{_MAIN}f"))))

    @property
    def headings(self) -> list[Cell]:
        return self.rows[0]

    @property
    def body(self) -> list[list[Cell]]:
        return self.rows[1:]

    def column(self, heading: str) -> list[Cell]:
        place = self.headings.index(heading)
        return [row[place] for row in self.body]


def _date_styles(styles: ElementTree.Element) -> set[str]:
    formats = {found.get("numFmtId"): found.get("formatCode", "") for found in styles.iter(f"{_MAIN}numFmt")}
    (cells,) = styles.iter(f"{_MAIN}cellXfs")
    return {
        str(place)
        for place, style in enumerate(cells)
        if re.search("[dy]", formats.get(style.get("numFmtId"), ""))
    }


def _value(cell: ElementTree.Element, texts: list[str], date_styles: set[str]) -> Cell:
    found = cell.findtext(f"{_MAIN}v")
    if found is None:
        return None
    if cell.get("t") == "s":
        return texts[int(found)]
    number = Decimal(found)
    return _EPOCH + timedelta(days=int(number)) if cell.get("s") in date_styles else number
