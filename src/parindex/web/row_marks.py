"""The marks of a row in the list of its sheet (documents, open questions), when a deed beside it changed them."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.urls import reverse

from parindex.services.sheets.pictures import SheetPicture
from parindex.web.requests import PageRequest, wants_part


def row_marks(request: PageRequest, seen: SheetPicture) -> dict[str, Any]:
    """What `web/evidence/marks.html` reads to bring the row in the list up to date; nothing where no list is shown."""
    address = urlsplit(request.htmx.current_url_abs_path or "")
    if not wants_part(request) or address.path != reverse("sheet", args=[seen.sheet.pk]):
        return {}
    wanted = parse_qs(address.query).get("loc", [""])[-1]
    return {"marks": {"panel": {"line": seen.rows[0]}, "wanted": wanted}}
