"""What people write, and where they come from, runs nothing and leads nowhere else."""

from datetime import date

import pytest
from django.test import Client
from django.urls import URLPattern, reverse
from django.utils import timezone

from parindex.domain.rights import Role
from parindex.records.models import (
    Agency,
    Evidence,
    EvidenceRevision,
    Post,
    RoundUnit,
    RowEvidence,
    RowHelper,
    User,
)
from parindex.services.evidence.files import store
from parindex.services.sheets.questions import answer, ask
from tests.appraised_year import give
from tests.people import SNV, person
from tests.scoring_year import Year, acting
from tests.web.every_address import everybody, path_of, paths, patterns, year
from tests.web.html import Page
from tests.web.spreadsheets import Sheet

__all__ = ["everybody", "year"]

EVIL = "\"'><script>alert(1)</script>"


def everything_named(year: Year) -> None:
    """Every word that people can write is one that would run."""
    row = year.row("5.7.1")
    document = Evidence.objects.create(agency=row.sheet.agency, title=EVIL, number=EVIL)
    EvidenceRevision.objects.create(
        evidence=document,
        number=1,
        sha256=store().keep(b"x"),
        size=1,
        media_type="text/plain",
        name=f"{EVIL}.txt",
    )
    RowEvidence.objects.create(row=row, evidence=document)
    RowHelper.objects.create(row=row, agency=Agency.objects.get(code="26-so-tu-phap"))
    question = ask(actor=acting(Role.COORDINATOR), pk=row.pk, text=EVIL)
    answer(actor=acting(Role.SCORER), pk=question.pk, text=EVIL)
    User.objects.update(full_name=EVIL)
    Agency.objects.update(name=EVIL, short=EVIL)
    RoundUnit.objects.filter(pk=year.unit.pk).update(name=EVIL)


@pytest.fixture
def slipped_in(year: Year) -> Year:
    give(year, "3.2.1", "0.10", f"Lý do: {EVIL} và thêm nữa")
    everything_named(year)
    return year


def test_nothing_that_people_write_runs_on_any_page(everybody: Client, slipped_in: Year):
    key = slipped_in.row("5.7.1").pk
    questions = ("", f"?dong={key}", "?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")

    found = [
        path + question
        for path, _names in paths(everybody, slipped_in)
        for question in questions
        if "<script>alert" in page_at(everybody, path + question)
    ]

    assert found == []


def page_at(client: Client, path: str) -> str:
    """The text of a page; "" for files."""
    answer = client.get(path)
    answer.close()
    is_page = not answer.streaming and answer.headers.get("Content-Type", "").startswith("text/html")
    return answer.content.decode() if is_page else ""


def test_no_form_is_taken_without_its_token(demonstration: None):
    client = Client(enforce_csrf_checks=True)
    client.force_login(person(Role.COORDINATOR))

    taken = {
        path: answer.status_code
        for pattern in patterns()
        for path in [path_with(pattern)]
        for answer in [client.post(path)]
        if path and answer.status_code not in {403, 404}
    }

    assert taken == {}


def path_with(pattern: URLPattern) -> str:
    """An address about something; "" where it cannot be written."""
    known: dict[str, object] = {"year": 2017, "level": "province", "code": "5.7.1"}
    names = pattern.pattern.converters
    return path_of(pattern, {name: known.get(name, 1) for name in names})


@pytest.mark.parametrize(
    "elsewhere", ["https://elsewhere.example/", "javascript:alert('elsewhere')", "//elsewhere.example/"]
)
def test_a_refusal_leads_to_no_other_site(client: Client, year: Year, elsewhere: str):
    answer = client.post(reverse("unit_send", args=[year.unit.pk]), headers={"Referer": elsewhere})

    links = [str(href) for href in Page.of(answer).all("//main//a/@href")]
    assert (answer.status_code, [href for href in links if "elsewhere" in href]) == (422, [])


def test_a_refusal_leads_back_to_the_page_it_came_from(client: Client, year: Year):
    here = f"http://testserver{reverse('consolidation', args=[year.unit.pk])}"

    answer = client.post(reverse("unit_send", args=[year.unit.pk]), headers={"Referer": here})

    assert [str(href) for href in Page.of(answer).all("//main//a/@href")] == [here]


def test_a_document_of_an_impossible_year_is_exported_as_it_was_written(client: Client, year: Year):
    Evidence.objects.create(agency=Agency.objects.get(code=SNV), title="Cũ", issued_date=date(1, 2, 3))

    answer = client.get(reverse("evidence"), {"xuat": "xlsx"})

    assert [row[2] for row in Sheet.of(answer).rows if row[0] == "Cũ"] == ["0001-02-03"]


def test_a_text_longer_than_a_cell_is_exported_as_far_as_it_goes(client: Client, year: Year):
    Evidence.objects.create(agency=Agency.objects.get(code=SNV), title="x" * 40_000)

    answer = client.get(reverse("evidence"), {"xuat": "xlsx"})

    assert max(len(str(row[0])) for row in Sheet.of(answer).rows) == 32_767


def test_who_loses_a_post_or_the_account_is_out_at_once(year: Year):
    user = person(Role.APPRAISER)
    client = Client()
    client.force_login(user)
    page = reverse("appraisal", args=[year.unit.pk])
    before = client.get(page).status_code

    Post.objects.filter(user=user).update(until=timezone.localdate())
    without_post = client.get(page).status_code
    User.objects.filter(pk=user.pk).update(is_active=False)
    without_account = client.get(page)

    assert (before, without_post, without_account.status_code) == (200, 403, 302)
    assert without_account.headers["Location"].startswith(reverse("account_login"))
