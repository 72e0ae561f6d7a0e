"""Giai đoạn: the years that a plan covers."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Period:
    """The years a plan covers, both included."""

    first_year: int
    last_year: int

    def __post_init__(self) -> None:
        if self.last_year < self.first_year:
            raise ValueError(f"a period cannot end ({self.last_year}) before it starts ({self.first_year})")

    @property
    def years(self) -> range:
        return range(self.first_year, self.last_year + 1)
