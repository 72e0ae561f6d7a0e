"""Tên gọi: a name in both languages."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Title:
    """A name in both languages. An empty `vi` is a gap: the source names only the code."""

    vi: str = ""
    en: str = ""

    def said(self, language: str) -> str:
        """The name in `vi` or `en`; the other one where that is empty, for a name is better than none."""
        return (self.en or self.vi) if language == "en" else (self.vi or self.en)


NO_TITLE = Title()
