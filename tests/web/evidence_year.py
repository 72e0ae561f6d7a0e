"""The year 2018 for pages: its self-scoring goes on for a month from today, and people sign in to it."""

from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from parindex.domain.rights import Role
from parindex.domain.workflow import Milestone
from parindex.records.models import RoundMilestone, User
from tests.documents import sample
from tests.people import SNV, person
from tests.scoring_year import Year, open_2018

PDF = sample.pdf()
HTMX = {"HX-Request": "true"}


def open_now() -> Year:
    """The year 2018, as if it were scored these days."""
    year = open_2018()
    today = timezone.localdate()
    for months, milestone in enumerate(Milestone, start=1):
        found = RoundMilestone.objects.filter(round=year.round, milestone=milestone)
        found.update(last_date=today + timedelta(days=30 * months))
    return year


def signed_in(role: Role, agency: str = SNV, **options: Any) -> Client:
    """A browser in which somebody of this role is signed in; once a role and agency."""
    email = f"{role.value}.{agency}@tinh.example".lower()
    user = User.objects.filter(email=email).first() or person(role, agency, **options)
    client = Client()
    client.force_login(user)
    return client


def upload(content: bytes = PDF, name: str = "bao-cao.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def send(client: Client, row: int, *files: SimpleUploadedFile, part: bool = False, **words: str) -> Any:
    """Attach files to a row through its form."""
    headers = HTMX if part else {}
    address = reverse("row_evidence_add", args=[row])
    return client.post(address, {"files": list(files), **words}, headers=headers)
