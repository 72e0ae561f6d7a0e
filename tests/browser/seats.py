"""Who sits at the browser: signed in already, without the way over the sign-in page."""

from django.test import Client
from playwright.sync_api import BrowserContext

from parindex.domain.rights import Role
from tests.people import SNV, person


def sit_down(context: BrowserContext, base_url: str, role: Role, agency: str = SNV) -> None:
    """Signs the person of a role in an agency in, in the browser."""
    client = Client()
    client.force_login(person(role, agency))
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": base_url}])
