"""Whatever somebody writes into an address or a form, no page breaks: it answers, refuses, or is not there.

Names of parameters and fields are read from the views, so that a new one cannot be forgotten.
"""

import inspect
import itertools
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from parindex.domain.rights import Role
from tests.appraised_year import appraised_2018, prove
from tests.people import SNV, give_post, person
from tests.scoring_year import Year
from tests.web.evidence_year import HTMX

LONG, LONGER = "9" * 30, "9" * 5000  # more than a database takes, more than Python reads
NONSENSE = (LONG, LONGER, "-1", "²", "9999-12-31", '\x00"><b>\r\n')
ELSEWHERE = {"account_logout", "set_language", "set_theme"}  # they sign out, or have tests of their own
_NAMES = re.compile(r"""(?:GET|POST|asked|said|form)(?:\.get|\.getlist)?[\[(]["']([^"']+)["']""")


@pytest.fixture
def year(demonstration: None) -> Year:
    """The year all appraised, on top of the demonstration."""
    year = appraised_2018({"5.7.1": "0.25"})
    prove(year, "5.7.1")
    return year


@pytest.fixture
def everybody(year: Year) -> Client:
    """A browser of somebody who holds every role, so that every door is open; what breaks is answered with 500."""
    user = person(Role.COORDINATOR)
    for role in set(Role) - {Role.COORDINATOR}:
        give_post(user, role, SNV)
    client = Client(raise_request_exception=False)
    client.force_login(user)
    return client


def patterns(resolver: Any = None) -> Iterator[URLPattern]:
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from patterns(entry)
        elif entry.name and entry.name not in ELSEWHERE:
            yield entry


def names_in(pattern: URLPattern) -> list[str]:
    """The parameters and fields that the views of an address read."""
    module = inspect.getmodule(inspect.unwrap(pattern.callback))
    sources = [module, *(one for one in vars(module).values() if inspect.ismodule(one))]
    own = [one for one in sources if one and one.__name__.startswith("parindex.web")]
    return sorted({name for one in own for name in _NAMES.findall(inspect.getsource(one))})


def paths(client: Client, year: Year) -> Iterator[tuple[str, list[str]]]:
    """Every address about something that is there, as far as there is one, with the names that it reads."""
    row, sheet = year.row("5.7.1"), year.sheet()
    values: dict[str, list[object]] = {
        "pk": [row.pk, sheet.pk, year.unit.pk],
        "row": [row.pk],
        "unit": [year.unit.pk],
        "year": [2017],
        "level": ["province"],
        "code": ["5.7.1", SNV],
        "place": [8],
        "key": ["co-san-mau-cap-xa"],
    }
    for pattern in patterns():
        arguments = list(pattern.pattern.converters)
        choices = itertools.product(*(values.get(name, ["1"]) for name in arguments))
        found = [
            path for one in choices if (path := path_of(pattern, dict(zip(arguments, one, strict=True))))
        ]
        there = (path for path in found if client.get(path).status_code != 404)
        if found:
            yield next(there, found[0]), names_in(pattern)


def path_of(pattern: URLPattern, arguments: dict[str, object]) -> str:
    try:
        return reverse(str(pattern.name), kwargs=arguments)
    except NoReverseMatch:
        return ""


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
