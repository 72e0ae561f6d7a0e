"""Every address of the site about something that is there: the year all appraised, and a browser with every role."""

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
        there = (path for path in found if status(client, path) != 404)
        if found:
            yield next(there, found[0]), names_in(pattern)


def status(client: Client, path: str) -> int:
    answer = client.get(path)
    answer.close()
    return answer.status_code


def path_of(pattern: URLPattern, arguments: dict[str, object]) -> str:
    try:
        return reverse(str(pattern.name), kwargs=arguments)
    except NoReverseMatch:
        return ""
