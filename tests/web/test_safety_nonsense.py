"""Whatever somebody writes into an address or a form, no page breaks: it answers, refuses, or is not there.

Names of parameters and fields are read from the views, so that a new one cannot be forgotten.
"""

from collections.abc import Iterator

from django.test import Client

from tests.scoring_year import Year
from tests.web.every_address import everybody, paths, year
from tests.web.evidence_year import HTMX

__all__ = ["everybody", "year"]

LONG, LONGER = "9" * 30, "9" * 5000  # more than a database takes, more than Python reads
NONSENSE = (LONG, LONGER, "-1", "²", "9999-12-31", '\x00"><b>\r\n')


def together(names: list[str]) -> Iterator[dict[str, str]]:
    """All of them left out, and all of them with the same nonsense."""
    yield {}
    yield from (dict.fromkeys(names, said) for said in NONSENSE)


def alone(names: list[str]) -> Iterator[dict[str, str]]:
    """Each of them beside others that can be read."""
    yield from ({**dict.fromkeys(names, "1"), name: LONGER} for name in names)


def test_nonsense_in_an_address_breaks_no_page(everybody: Client, year: Year):
    broken = [
        (path, question)
        for path, names in paths(everybody, year)
        for question in (*together(names), *alone(names))
        if everybody.get(path, question).status_code >= 500
    ]

    assert broken == []


def test_nonsense_in_the_address_of_a_part_breaks_no_page(everybody: Client, year: Year):
    broken = [
        (path, said)
        for path, names in paths(everybody, year)
        for said in ("", "khong-co")
        if everybody.get(path, dict.fromkeys(names, said), headers=HTMX).status_code >= 500
    ]

    assert broken == []


def test_nonsense_in_a_form_breaks_no_page(everybody: Client, year: Year):
    broken = [
        (path, form)
        for path, names in paths(everybody, year)
        for form in (*together(names), {name: ["1", "khong-co"] for name in names})
        if everybody.post(path, form).status_code >= 500
    ]

    assert broken == []
