"""Every address of the pages, taken from the URL conf, so that a new page cannot be forgotten."""

from typing import Any

from django.urls import reverse

from parindex.records.models import Plan
from parindex.web.urls import urlpatterns

POST_ONLY = {"upload_preview", "upload_confirm", "set_language", "set_theme"}
NAMES = [pattern.name for pattern in urlpatterns if pattern.name]
PAGES = [name for name in NAMES if name not in POST_ONLY]
LISTS = ["overview", "criteria", "losses", "plans", "plan", "agencies"]
EXAMPLES: dict[str, dict[str, Any]] = {
    "criterion": {"code": "5.7.1"},
    "plan": {},
    "task": {"place": 8},
    "agency": {"code": "26-so-noi-vu"},
}


def address(name: str) -> str:
    """An address of a page, on the newest plan where the page is about one."""
    arguments = EXAMPLES.get(name, {})
    if name in {"plan", "task"}:
        arguments = {"pk": Plan.objects.order_by("-pk").values_list("pk", flat=True)[0], **arguments}
    return reverse(name, kwargs=arguments)
