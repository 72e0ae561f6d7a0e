"""The order of codes: Roman areas whose criteria start anew, and codes that a spreadsheet has changed."""

from dataclasses import dataclass, field

from parindex.documents.reading import remarks as shared
from parindex.documents.reading.annexes import remarks
from parindex.documents.reading.annexes.codes import Code, Mark, dates_as_codes, written
from parindex.domain.plans import Remark


@dataclass(slots=True)
class Numbering:
    """Follows the codes of one table from row to row.

    `is_complete` says that the table lists every criterion, so that a jump is remarked. `starts_anew` is known with
    the first code below a Roman area: "1" starts anew there and lacks the area's number, "1.1" has it.
    """

    notes: list[Remark]
    is_complete: bool
    area: int = 0
    starts_anew: bool | None = None
    last: Code = ()
    seen: set[Code] = field(default_factory=set)

    def follow(self, mark: Mark, place: str) -> Code:
        """The code of a row, with remarks on how it was understood and what is wrong with its order."""
        if mark.is_slip:
            self.notes.append(remarks.code_slip(place, mark.printed, written(mark.numbers)))
        code = self._in_area(mark, place)
        if len(mark.numbers) == 2 and (longer := self._with_zero(code)):
            before = written(self.last[: len(code)])
            self.notes.append(remarks.code_shortened(place, mark.printed, written(longer), before))
            code = longer
        self._check_order(code, place)
        self.last = code
        self.seen.add(code)
        return code

    def from_date(self, cell: str, place: str) -> Code | None:
        """The code behind a date, where only one reading of it can come next."""
        above = (self.area,) if self.starts_anew else ()
        possible = dict.fromkeys((*above, *code) for code in dates_as_codes(cell))
        fitting = [code for code in possible if code in self._next()]
        if len(fitting) != 1:
            return None
        self.notes.append(remarks.code_from_date(place, cell, written(fitting[0])))
        self.last = fitting[0]
        self.seen.add(fitting[0])
        return fitting[0]

    def next_area(self) -> Mark:
        """The mark of an area that is printed without one."""
        number = max((code[0] for code in self.seen), default=0) + 1
        return Mark(printed="", numbers=(number,), is_roman=True)

    def _in_area(self, mark: Mark, place: str) -> Code:
        if mark.is_roman:
            self.area = mark.numbers[0]
            return mark.numbers
        if self.area and self.starts_anew is None:
            self.starts_anew = len(mark.numbers) == 1
            if self.starts_anew:
                code = written((self.area, *mark.numbers))
                self.notes.append(remarks.codes_completed(place, mark.printed, code))
        return (self.area, *mark.numbers) if self.starts_anew else mark.numbers

    def _with_zero(self, code: Code) -> Code | None:
        """1.10 for a 1.1 that follows 1.9 or its parts: a number loses the zero at its end."""
        *parent, number = code
        siblings = self.last[: len(code)]
        follows = len(siblings) == len(code) and siblings[:-1] == tuple(parent)
        return (*parent, number * 10) if follows and siblings[-1] + 1 == number * 10 else None

    def _check_order(self, code: Code, place: str) -> None:
        if code in self.seen:
            self.notes.append(shared.number_repeated(place, written(code)))
        elif self.is_complete and self.last and code not in self._next():
            self.notes.append(shared.number_skipped(place, written(self.last), written(code)))

    def _next(self) -> set[Code]:
        """Codes that can come after the last one: its first part, or the next one on each level."""
        ups = {(*self.last[:depth], self.last[depth] + 1) for depth in range(len(self.last))}
        return ups | {(*self.last, 1)}
