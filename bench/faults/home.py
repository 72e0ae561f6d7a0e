"""The home that the faults are tried on: the sample rounds, and one person who may do everything in every commune."""

import json
import os
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

READY_SHEETS = 70  # communes whose sheets lack nothing and can be sent
IMPORTED_SHEETS = 20  # communes whose sheets are filled in by workbooks


def prepare(folder: Path) -> dict[str, Any]:
    """Make the home; the person's session and the rows and sheets they may work on. Runs in a process of its own."""
    os.environ["PARINDEX_HOME"] = str(folder)
    from parindex.cli.site import prepare_home

    prepare_home()
    from parindex.services.demonstration.loading import load_demonstration
    from parindex.services.demonstration.years import load_sample_years

    load_demonstration()
    load_sample_years(today=date.today())  # noqa: DTZ011  (the server counts by the machine's day as well)
    session = _person()
    return {"session": session, **_sheets()}


def _person() -> str:
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from parindex.domain.rights import Role
    from parindex.records.models import Agency, Post, User

    user = User.objects.create_user(email="moi-viec@mau.example", full_name="Người thử", is_sample=True)
    communes = Agency.objects.filter(level="commune")
    posts = [(Role.HEAD, agency) for agency in communes]
    posts.append((Role.COORDINATOR, Agency.objects.get(code="26-so-noi-vu")))
    for role, agency in posts:
        Post.objects.create(user=user, agency=agency, role=role, since=date(2017, 1, 1))
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return str(session.session_key)


def _sheets() -> dict[str, list[int]]:
    """Sheets that can be sent at once, sheets for workbooks, and rows of the others to write in."""
    from parindex.domain.workflow import Move
    from parindex.records.models import Sheet, SheetRow
    from parindex.records.queries.rounds import fact_books
    from parindex.records.queries.sheets import locked_rows
    from parindex.services.actor import SYSTEM
    from parindex.services.sheets.versions import keep_moves

    sheets = list(Sheet.objects.filter(unit__round__level="commune", unit__round__year=2018).order_by("pk"))
    ready = [sheet.pk for sheet in sheets[:READY_SHEETS]]
    rows = locked_rows(SheetRow.objects.filter(sheet__in=ready))
    said = {
        "claimed": Decimal(0),
        "justification": "Chưa đủ tài liệu nên nhận không điểm năm nay, sẽ bổ sung sau",
    }
    books = fact_books([sheet.unit for sheet in sheets[:READY_SHEETS]])
    keep_moves(rows, Move.SAVE, actor=SYSTEM, books=books, changes={row.pk: said for row in rows})
    imported = [sheet.pk for sheet in sheets[-IMPORTED_SHEETS:]]
    others = SheetRow.objects.filter(sheet__in=[sheet.pk for sheet in sheets]).exclude(
        sheet__in=[*ready, *imported]
    )
    written = list(others.order_by("pk").values_list("pk", flat=True))
    return {"ready": ready, "imported": imported, "rows": written}


if __name__ == "__main__":
    print(json.dumps(prepare(Path(sys.argv[1]))))
