"""A page as tests read it: elements, attributes, links and tables."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

from lxml import html


class Answer(Protocol):
    """Whatever a client was answered."""

    @property
    def content(self) -> bytes: ...


@dataclass(frozen=True)
class Page:
    """A parsed page or a part of one."""

    source: str

    @classmethod
    def of(cls, response: Answer) -> "Page":
        return cls(response.content.decode())

    @cached_property
    def root(self) -> Any:
        return html.fromstring(self.source)

    def all(self, path: str) -> list[Any]:
        found = self.root.xpath(path)
        return list(found)

    def texts(self, path: str) -> list[str]:
        return [words(element.text_content()) for element in self.all(path)]

    def text(self, path: str) -> str:
        (only,) = self.texts(path)
        return only

    def rows(self, table: str = "//table") -> list[list[str]]:
        """The cells of the body of a table, or of all tables."""
        return [
            [words(cell.text_content()) for cell in row.xpath("th|td")]
            for row in self.all(f"{table}/tbody/tr")
        ]

    @property
    def links(self) -> list[str]:
        return [str(link) for link in self.all("//a/@href")]

    @property
    def heading(self) -> str:
        return self.text("//h1")


def words(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
