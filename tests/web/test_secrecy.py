"""Before publication nobody reads what others were given: every address is walked and every answer is searched.

Two rows were given figures that occur nowhere else, 5.7.1 of Sở Nội vụ and 3.2.1 of Văn phòng UBND tỉnh. Who may not
read results must not meet the other agency's figure or reason, nor the total, on any page, file or part of a page.
"""

import io
import itertools
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, reverse

from parindex.domain.rights import Role
from parindex.domain.scoring import score_framework
from parindex.records.queries.appraisals import awards_of
from parindex.records.queries.rounds import fact_book
from parindex.services.frameworks.storing import framework_of
from parindex.services.sheets.moves import publish
from tests.appraised_year import LATER, appraised_2018, give, sent_2018
from tests.people import person
from tests.scoring_year import Year, acting
from tests.web.every_address import path_of, patterns

SNV, VP, STP = "26-so-noi-vu", "26-van-phong-ubnd-tinh", "26-so-tu-phap"
FIGURES = {SNV: "0.37", VP: "0.41"}
REASONS = {SNV: "Bằng cấp hết hiệu lực qz", VP: "Công bố sau thời hạn qx"}
CRITERIA = {SNV: "5.7.1", VP: "3.2.1"}
QUESTIONS = ("?nam=2018", "?xuat=xlsx", "?nam=2018&xuat=xlsx")  # what lists are asked
MOST_FOLDERS = 2  # of a list's address: deeper ones are asked for without a question


@pytest.fixture
def year(demonstration: None) -> Year:
    """The year all appraised, on top of the demonstration, and not published."""
    year = sent_2018()
    for agency, criterion in CRITERIA.items():
        give(year, criterion, FIGURES[agency], REASONS[agency])
    return year


def addresses(year: Year) -> list[str]:
    """Every address with everything of the year that its arguments could mean."""
    keys = sorted(
        {
            year.round.pk,
            year.unit.pk,
            *(year.sheet(agency).pk for agency in CRITERIA),
            *(year.row(criterion).pk for criterion in CRITERIA.values()),
        }
    )
    values: dict[str, list[object]] = {
        "pk": list(keys),
        "row": [year.row(criterion).pk for criterion in CRITERIA.values()],
        "unit": [year.unit.pk],
        "year": [2018],
        "level": ["province"],
        "code": [*CRITERIA.values(), *CRITERIA],
    }
    found = (path_of(pattern, arguments) for pattern in patterns() for arguments in choices(pattern, values))
    return [path for path in found if path]


def choices(pattern: URLPattern, values: dict[str, list[object]]) -> Iterator[dict[str, object]]:
    """Every combination of what an address's arguments could be."""
    names = list(pattern.pattern.converters)
    for chosen in itertools.product(*(values.get(name, ["1"]) for name in names)):
        yield dict(zip(names, chosen, strict=True))


def words_of(answer: Any) -> str:
    content: bytes = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content.decode(errors="replace")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(archive.read(name).decode(errors="replace") for name in archive.namelist())


def met(client: Client, year: Year, secrets: set[str]) -> list[tuple[str, str]]:
    """Where somebody meets a secret: addresses with what was found there."""
    said = (one for path in addresses(year) for one in answers(client, path))
    return [(address, secret) for address, words in said for secret in secrets if secret in words]


def answers(client: Client, path: str) -> Iterator[tuple[str, str]]:
    """What stands at an address, and where it is a list, what it answers to questions; nothing where none is let in."""
    plain = client.get(path)
    if plain.status_code != 200:
        return
    yield path, words_of(plain)
    if path.count("/") <= MOST_FOLDERS:
        yield from ((path + question, words_of(client.get(path + question))) for question in QUESTIONS)


def written(figure: str) -> set[str]:
    return {figure, figure.replace(".", ",")}


def secrets_of(year: Year, *agencies: str) -> set[str]:
    framework = framework_of(year.round.framework)
    total = score_framework(framework, fact_book(year.unit), awards_of(year.unit)).total.earned
    own = {secret for agency in agencies for secret in (*written(FIGURES[agency]), REASONS[agency])}
    return own | written(f"{total:.2f}")


def browser(role: Role | None, agency: str) -> Client:
    client = Client()
    if role is not None:
        client.force_login(person(role, agency))
    return client


@pytest.mark.parametrize(
    ("role", "agency", "hidden"),
    [
        (None, "", (SNV, VP)),
        (Role.ADMINISTRATOR, SNV, (SNV, VP)),
        (Role.CONTRIBUTOR, STP, (SNV, VP)),
        (Role.SCORER, STP, (SNV, VP)),
        (Role.HEAD, STP, (SNV, VP)),
        (Role.SCORER, SNV, (VP,)),
        (Role.HEAD, VP, (SNV,)),
    ],
)
def test_before_publication_nobody_meets_what_others_were_given(
    year: Year, role: Role | None, agency: str, hidden: tuple[str, ...]
):
    assert met(browser(role, agency), year, secrets_of(year, *hidden)) == []


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.APPRAISER, Role.LEADER, Role.AUDITOR])
def test_who_reads_results_does_meet_them(year: Year, role: Role):
    client = browser(role, SNV)

    answer = client.get(f"{reverse('appraisal', args=[year.unit.pk])}?dong={year.row('5.7.1').pk}")

    said = words_of(answer)
    assert [secret for secret in ("0,37", "0,41", REASONS[SNV]) if secret not in said] == []


def test_an_agency_does_meet_what_its_own_row_was_given(year: Year):
    answer = browser(Role.SCORER, SNV).get(reverse("explanations", args=[year.sheet().pk]))

    said = words_of(answer)
    assert ("0,37" in said, REASONS[SNV] in said) == (True, True)


def test_after_publication_everybody_who_signs_in_reads_them(demonstration: None):
    year = appraised_2018({"5.7.1": "0.37"})
    publish(actor=acting(Role.COORDINATOR), round_=year.round, today=LATER)

    said = words_of(browser(Role.CONTRIBUTOR, STP).get(reverse("criterion", args=["5.7.1"])))

    assert "0,37" in said
