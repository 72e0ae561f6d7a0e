"""Rights by object: a sheet, its rows and all that hangs on them are for its own people and for those who read all.

People of other agencies ask for every address about the things of Sở Nội vụ and send every form to them: they are
refused, nothing changes, and the word that is in all of these things is in no answer.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from parindex.domain.rights import Role
from parindex.records.models import SheetRow
from tests.people import person
from tests.review_year import SNV
from tests.web.addresses import EXAMPLES
from tests.web.html import Page
from tests.web.scoped_year import (
    ELSEWHERE,
    HEALTH,
    IT,
    OF_LINKS,
    OF_ROWS,
    ROW,
    SHARED,
    WORD,
    Scope,
    scored,
    sent_on,
)

pytestmark = pytest.mark.django_db

GIVEN = "5.4"  # of Sở Nội vụ: the row that its contributor was given
STRANGERS = [(Role.SCORER, IT), (Role.CONTRIBUTOR, IT), (Role.HEAD, IT), (Role.HEAD, HEALTH)]
REFUSED = {(403, False), (404, False), (405, False)}  # with the status, whether the word was met
HTMX = {"HX-Request": "true"}


@pytest.fixture
def scope(settings: LazySettings, tmp_path: Path) -> Scope:
    settings.EVIDENCE_FOLDER = tmp_path / "minh-chung"
    return scored()


@pytest.fixture
def appraised(scope: Scope) -> Scope:
    sent_on(scope)
    return scope


def browser(role: Role, agency: str, *, criteria: tuple[str, ...] = ()) -> Client:
    client = Client()
    client.force_login(person(role, agency, criteria=criteria))
    return client


def words_of(answer: Any) -> str:
    """What an answer says: page, file, or the files in a workbook or package."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return str(content.decode(errors="replace"))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(
            [*archive.namelist(), *(archive.read(one).decode(errors="replace") for one in archive.namelist())]
        )


def asked(client: Client, path: str, said: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Every way of asking for an address."""
    yield "get", client.get(path)
    yield "part", client.get(path, headers=HTMX)
    yield "post", client.post(path, {**said, "file": SimpleUploadedFile("tep.txt", b"tep")})
    yield "post a part", client.post(path, said, headers=HTMX)


# ── Nothing is forgotten ─────────────────────────────────────────────────────────────────────────────────────────────


def test_every_address_about_a_thing_is_proved_here_or_is_about_no_agencys_thing(scope: Scope):
    proved = {name.partition(" ")[0] for name in scope.things}

    assert set(EXAMPLES) - ELSEWHERE - set(SHARED) - proved == set()


def test_the_word_is_there_for_those_who_may_read_it(appraised: Scope):
    own, above = browser(Role.SCORER, SNV), browser(Role.COORDINATOR, SNV)
    readers = {
        "sheet": own,
        "row_history": own,
        "row_questions": own,
        "row_evidence": own,
        "explanations": own,
        "evidence_document": own,
        "evidence_file": own,
        "consolidation": above,
        "report_json": above,
        "package": above,
    }

    paths = {name: path for name, (path, _) in appraised.things.items()}
    paths["sheet"] += f"?dong={appraised.row.pk}"
    paths["consolidation"] += "?xem=all"

    assert {
        name: WORD in words_of(client.get(paths[name])) for name, client in readers.items()
    } == dict.fromkeys(readers, True)


# ── People of other agencies ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("role", "of"), STRANGERS)
@pytest.mark.parametrize("stage", ["scope", "appraised"])
def test_whoever_is_of_another_agency_is_refused_every_thing_and_meets_no_word_of_it(
    request: pytest.FixtureRequest, stage: str, role: Role, of: str
):
    scope: Scope = request.getfixturevalue(stage)
    client, before = browser(role, of), scope.holds()

    answers = {
        (name, way): (answer.status_code, WORD in words_of(answer))
        for name, (path, said) in scope.things.items()
        for way, answer in asked(client, path, said)
    }

    assert {key: found for key, found in answers.items() if found not in REFUSED} == {}
    assert scope.holds() == before


@pytest.mark.parametrize(("role", "of"), STRANGERS)
def test_pages_for_everybody_hold_no_word_of_another_agency(appraised: Scope, role: Role, of: str):
    client = browser(role, of)

    met = [path for path in appraised.shared if WORD in words_of(client.get(path))]

    assert met == []


def test_a_stranger_who_brings_a_sheets_workbook_back_does_not_see_what_the_sheet_says_by_now(scope: Scope):
    path, _ = scope.things["table_file phieu"]
    workbook = browser(Role.COORDINATOR, SNV).get(path).content
    scope.review.claim(ROW, "0.25", justification="Lời giải trình mới Wvutsr")
    before = scope.holds()

    answer = browser(Role.SCORER, IT).post(
        reverse("table_preview"), {"file": SimpleUploadedFile("phieu.xlsx", workbook)}
    )

    assert (
        answer.status_code,
        Page.of(answer).text("//main//*[@role='alert']"),
        "Wvutsr" in words_of(answer),
    ) == (
        422,
        "Không có phiếu này trong những phiếu anh/chị được xem; chưa lưu gì.",
        False,
    )
    assert scope.holds() == before


# ── A contributor ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_contributor_sees_the_rows_that_they_were_given_and_no_others(scope: Scope):
    client = browser(Role.CONTRIBUTOR, SNV, criteria=(GIVEN,))

    page = Page.of(client.get(reverse("sheet", args=[scope.row.sheet_id])))

    rows = {reverse("row", args=[row.pk]): row.criterion for row in scope.review.year.sheet().rows.all()}
    assert {code for path, code in rows.items() if client.get(path).status_code != 404} == {GIVEN}
    assert led_to(page, scope) == [GIVEN]


@pytest.mark.parametrize("name", [*OF_ROWS, *OF_LINKS, "row_answer", "row_helper_end"])
def test_a_contributor_is_refused_what_hangs_on_the_rows_of_others_in_their_own_agency(
    scope: Scope, name: str
):
    client, before = browser(Role.CONTRIBUTOR, SNV, criteria=(GIVEN,)), scope.holds()
    path, said = scope.things[name]

    answers = [(answer.status_code, WORD in words_of(answer)) for _, answer in asked(client, path, said)]

    assert set(answers) <= REFUSED
    assert scope.holds() == before


def test_pages_for_everybody_hold_no_word_of_the_rows_that_a_contributor_was_not_given(appraised: Scope):
    client = browser(Role.CONTRIBUTOR, SNV, criteria=(GIVEN,))
    library = reverse("evidence")  # the documents of an agency are open to all of its people

    pages = [path for path in appraised.shared if not path.startswith(library)]

    assert [path for path in pages if WORD in words_of(client.get(path))] == []


def test_a_contributor_of_an_agency_that_helps_sees_the_row_it_helps_with_alone(scope: Scope):
    client = browser(Role.CONTRIBUTOR, "26-so-tai-chinh")

    page = Page.of(client.get(reverse("sheet", args=[scope.row.sheet_id])))

    assert led_to(page, scope) == ["1.6"]
    assert WORD not in page.source


def led_to(page: Page, scope: Scope) -> list[str]:
    """The criteria whose rows a sheet leads to, of all rows of the unit."""
    opened = {link.partition("dong=")[2].partition("&")[0] for link in page.links if "dong=" in link}
    rows = SheetRow.objects.filter(sheet__unit=scope.review.year.unit)
    return [row.criterion for row in rows if str(row.pk) in opened]


# ── Whoever reads all, and changes nothing ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("role", [Role.LEADER, Role.AUDITOR])
def test_those_who_read_everything_change_nothing(appraised: Scope, role: Role):
    client, before = browser(role, HEALTH), appraised.holds()

    for path, said in appraised.things.values():
        client.post(path, said)

    assert appraised.holds() == before


def test_an_administrator_of_accounts_opens_none_of_these_things(appraised: Scope):
    client = browser(Role.ADMINISTRATOR, SNV)

    met = [name for name, (path, _) in appraised.things.items() if client.get(path).status_code == 200]

    assert met == []
