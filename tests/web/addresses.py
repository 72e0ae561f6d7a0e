"""Every address of the pages, taken from the URL conf, so that a new page cannot be forgotten."""

from typing import Any

from django.urls import reverse

from parindex.domain.rights import RIGHTS, Reach, Role
from parindex.records.models import Plan
from parindex.web.doors import RIGHT_OF
from parindex.web.urls import urlpatterns

POST_ONLY = {"upload_preview", "upload_confirm", "set_language", "set_theme"}
NAMES = [pattern.name for pattern in urlpatterns if pattern.name]
OF_LINKS = {"invitation"}  # pages that only a link of their own leads to; they have tests of their own


def coordinator_may_open(name: str) -> bool:
    """Whether the person who is signed in in these tests has the right; the others have tests of their own."""
    right = RIGHT_OF[name]
    return right is None or RIGHTS[right][Role.COORDINATOR] > Reach.NONE


PAGES = [name for name in NAMES if name not in POST_ONLY | OF_LINKS and coordinator_may_open(name)]
LISTS = ["overview", "criteria", "losses", "plans", "plan", "agencies"]
EXAMPLES: dict[str, dict[str, Any]] = {
    "criterion": {"code": "5.7.1"},
    "plan": {},
    "task": {"place": 8},
    "agency": {"code": "26-so-noi-vu"},
    "invitation": {"token": "khong-co"},
    "invitation_withdraw": {"pk": 1},
    "person": {"pk": 1},
    "person_rename": {"pk": 1},
    "person_deactivate": {"pk": 1},
    "person_reactivate": {"pk": 1},
    "person_password": {"pk": 1},
    "person_factors": {"pk": 1},
    "post_add": {"pk": 1},
    "post_end": {"pk": 1},
    "account_reset_password_from_key": {"uidb36": "1", "key": "khong-co"},
    "mfa_edit_webauthn": {"pk": 1},
    "mfa_remove_webauthn": {"pk": 1},
}


def address(name: str) -> str:
    """An address of a page, on the newest plan where the page is about one."""
    arguments = EXAMPLES.get(name, {})
    if name in {"plan", "task"}:
        arguments = {"pk": Plan.objects.order_by("-pk").values_list("pk", flat=True)[0], **arguments}
    return reverse(name, kwargs=arguments)
