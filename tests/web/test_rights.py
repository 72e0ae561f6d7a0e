"""Every address of the site, whoever asks for it: opened by the right that its door names, and by nothing else."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.views import redirect_to_login
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver

from parindex.domain.rights import RIGHTS, Reach, Right, Role
from parindex.web.doors import RIGHT_OF
from tests.people import person
from tests.web.addresses import address

pytestmark = pytest.mark.usefixtures("demonstration")

NOBODY = None
EVERYBODY = [*Role, NOBODY]
OPEN, REFUSED, SIGN_IN, FAILS = "open", "refused", "sign in first", "fails"


def patterns(resolver: URLResolver | None = None) -> Iterator[URLPattern]:
    """Every address there is, whichever file names it."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from patterns(entry)
        else:
            yield entry


NAMES = [pattern.name or f"(no name: {pattern.pattern})" for pattern in patterns()]
GUARDED = [name for name in NAMES if RIGHT_OF.get(name)]


def path_of(name: str) -> str:
    try:
        return address(name)
    except NoReverseMatch:
        pytest.fail(f"EXAMPLES in tests/web/addresses.py needs the arguments of one address named {name!r}")


def browser_of(role: Role | None) -> Client:
    client = Client(raise_request_exception=False)
    if role is not NOBODY:
        user = person(role)
        user.password = "not that of anything"  # without one there is nothing to confirm oneself with
        user.save()
        client.force_login(user)
    return client


def answer(client: Client, name: str) -> str:
    path = path_of(name)
    response = client.get(path)
    if response.status_code == 403:
        return REFUSED
    if response.status_code >= 500:
        return FAILS
    is_sent_away = response.headers.get("Location") == redirect_to_login(path).url
    return SIGN_IN if is_sent_away or response.status_code == 401 else OPEN


def promised(role: Role | None, right: Right | None) -> str:
    if right is None:
        return OPEN
    if role is NOBODY:
        return SIGN_IN
    return OPEN if RIGHTS[right][role] > Reach.NONE else REFUSED


def test_every_address_has_a_door_of_its_own_name():
    without = [name for name in NAMES if name not in RIGHT_OF]
    twice = sorted({name for name in NAMES if NAMES.count(name) > 1})

    assert (without, twice) == ([], [])


@pytest.mark.parametrize("role", EVERYBODY, ids=lambda role: role or "nobody")
def test_an_address_opens_to_those_who_have_its_right_and_to_nobody_else(role: Role | None):
    client = browser_of(role)

    answers = {name: answer(client, name) for name in NAMES}

    assert answers == {name: promised(role, RIGHT_OF[name]) for name in NAMES}


def test_a_part_of_a_page_sends_the_whole_page_to_the_sign_in():
    client = browser_of(NOBODY)
    part = {"HX-Request": "true", "HX-Current-URL": "http://testserver/tru-diem/?sap=agency"}

    answers = {name: client.get(path_of(name), headers=part) for name in GUARDED}

    sign_in = redirect_to_login("/tru-diem/?sap=agency").url
    assert {
        name: (found.status_code, found.headers.get("HX-Redirect")) for name, found in answers.items()
    } == dict.fromkeys(GUARDED, (401, sign_in))


def test_somebody_whose_post_has_ended_opens_nothing_but_what_is_public():
    client, former = browser_of(NOBODY), person(Role.ADMINISTRATOR)
    former.posts.update(until="2017-06-30")
    client.force_login(former)

    answers = {name: answer(client, name) for name in GUARDED}

    assert answers == dict.fromkeys(GUARDED, REFUSED)
