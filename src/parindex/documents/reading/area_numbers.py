"""Numbers of areas as sentences list them: "1, 4 và 5", "1 đến 3", "I, IV"."""

import re

_ONE = r"(?:[0-9]{1,2}|[ivx]{1,4})(?![a-z0-9])"
LIST = rf"{_ONE}(?: ?(?:,|;|&|-|,? va|den) ?(?:linh vuc )?{_ONE})*"
AREA = re.compile(
    rf"linh vuc(?: so)? ?:? ?(?P<areas>{LIST})"
    r"(?:(?: ?[:\-] ?|\. | ?[“\"(] ?)(?P<name>[^;]*?)(?=[;”\")]|\.(?:\s|$)|,? (?:va )?linh vuc [0-9ivx]|$))?"
)
"""One mention of areas in a folded text, with the name that may follow."""

_NUMBER = re.compile(r"[0-9]{1,2}|[IVX]{1,4}")
_RANGE = re.compile(r"([0-9]{1,2}|[IVX]{1,4}) ?(?:-|–|đến) ?(?=[0-9IVX])")
_ROMAN = {"I": 1, "V": 5, "X": 10}


def area_numbers(printed: str) -> tuple[str, ...]:
    """The areas of a printed list, in order; letters that are no Roman number in capitals name none."""
    numbers: list[int] = []
    for match in _NUMBER.finditer(printed):
        number = number_of(match[0])
        reached = _RANGE.search(printed, 0, match.start() + 1)
        if reached and reached.end() == match.start() and numbers and numbers[-1] < number:
            numbers.extend(range(numbers[-1] + 1, number))
        numbers.append(number)
    return tuple(str(number) for number in dict.fromkeys(numbers) if number)


def number_of(printed: str) -> int:
    """The number of "4" or "IV"."""
    if printed.isdecimal():
        return int(printed)
    values = [_ROMAN[letter] for letter in printed]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)
