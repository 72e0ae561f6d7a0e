"""A sheet of a hundred rows: how long the server takes to show it and to save one cell, and how many queries."""

import json
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from bench.processes import OURS, run
from bench.tables import table

SIZES = (25, 100, 400)
AREAS = 5


def report(rounds: int) -> str:
    """A table, one line a size; each size is a home of its own in a process of its own."""
    rows = [_line(size, run(OURS, "-m", "bench.sheets", str(size), str(rounds * 10)).said) for size in SIZES]
    return table(
        ("rows", "page ms", "queries", "a row ms", "queries ", "save one cell ms", "slowest ms", "queries  "),
        rows,
        words=(),
    )


def _line(size: int, said: dict[str, Any]) -> tuple[str, ...]:
    names = ("page_ms", "page_queries", "row_ms", "row_queries", "save_ms", "slowest_save_ms", "save_queries")
    return (f"{size}", *(f"{said[name]:.0f}" for name in names))


def framework_data(rows: int) -> dict[str, Any]:
    """A made-up framework of so many criteria in five areas, each a share with a band."""
    each = rows // AREAS
    points = {"source": "own", "certainty": "sample"}
    part = {
        "key": "appraised",
        "title": {"vi": "Tự chấm"},
        "group": "direct",
        "maximum": {"points": f"{rows}.00", **points},
    }
    areas = [
        {"code": f"{n}", "title": {"vi": f"Lĩnh vực {n}"}, "maximum": {"points": f"{each}.00", **points}}
        for n in range(1, AREAS + 1)
    ]
    codes = [f"{area}.{n}" for area in range(1, AREAS + 1) for n in range(1, each + 1)]
    return {
        "id": "mau-do-toc-do",
        "title": {"vi": "Bộ tiêu chí để đo tốc độ (mẫu)"},
        "decision": {"source": "own"},
        "years": [],
        "level": "department",
        "sample": "yes",
        "total": f"{rows}.00",
        "rounding": {"quantum": "0.01", "mode": "half_up"},
        "sources": {"own": {"document": "Số liệu mẫu để đo tốc độ"}},
        "parts": [part],
        "areas": areas,
        "facts": [
            {"code": f"share_{code.replace('.', '_')}", "kind": "share", "title": {"vi": f"Tỷ lệ {code}"}}
            for code in codes
        ],
        "criteria": [_criterion(code) for code in codes],
    }


def _criterion(code: str) -> dict[str, Any]:
    bands = [
        {"at_least": "1", "earns": "1.00", "certainty": "sample"},
        {"at_least": "0.8", "below": "1", "earns": "0.50", "certainty": "sample"},
        {"below": "0.8", "earns": "0.00", "certainty": "sample"},
    ]
    return {
        "code": code,
        "title": {"vi": f"Tiêu chí {code}"},
        "source": "own",
        "certainty": "sample",
        "part": "appraised",
        "maximum": {"points": "1.00", "source": "own", "certainty": "sample"},
        "rule_source": {"source": "own"},
        "rule": {"kind": "band_by_rate", "value": f"share_{code.replace('.', '_')}", "bands": bands},
    }


def measure(rows: int, times: int) -> dict[str, float]:
    """Milliseconds (medians) and queries of the page, of one row's panel and of saving one cell."""
    from parindex.cli.site import prepare_home

    prepare_home()
    from django.conf import settings
    from django.test import Client

    settings.ALLOWED_HOSTS = ["testserver"]
    sheet, user = _open(rows)
    client = Client()
    client.force_login(user)
    row = sheet.rows.order_by("position")[rows // 2]
    part = {"HX-Request": "true"}
    counter = iter(range(10**9))

    def save() -> None:
        """One more letter in the remark, as autosave sends it."""
        row.refresh_from_db()
        base = row.current.number if row.current else 0
        form = {"base": base, "claimed": "0,50", "justification": "", "remark": f"Lần {next(counter)}"}
        answer = client.post(f"/cham-diem/dong/{row.pk}/luu/", form, headers=part)
        assert answer.status_code == 200, answer.content.decode()[:400]

    page = _timed(times, lambda: client.get(f"/cham-diem/{sheet.pk}/"))
    panel = _timed(times, lambda: client.get(f"/cham-diem/dong/{row.pk}/", headers=part))
    saving = _timed(times, save)
    return {
        "page_ms": median(page),
        "page_queries": _queries(lambda: client.get(f"/cham-diem/{sheet.pk}/")),
        "row_ms": median(panel),
        "row_queries": _queries(lambda: client.get(f"/cham-diem/dong/{row.pk}/", headers=part)),
        "save_ms": median(saving),
        "slowest_save_ms": max(saving),
        "save_queries": _queries(save) - 2,  # less those with which this script looks up the version
    }


def _open(rows: int) -> tuple[Any, Any]:
    from parindex.domain.rights import Role
    from parindex.domain.workflow import Milestone
    from parindex.records.models import Agency, Post, User
    from parindex.services.actor import SYSTEM
    from parindex.services.frameworks.storing import store_framework
    from parindex.services.rounds.sheets import open_sheets
    from parindex.services.rounds.years import open_round

    agency = Agency.objects.create(code="so-mau", name="Sở mẫu", level="department", certainty="sample")
    user = User.objects.create_user(email="cham@mau.example", full_name="Người chấm", is_sample=True)
    Post.objects.create(user=user, agency=agency, role=Role.SCORER, since=date(2017, 1, 1))
    version = store_framework(actor=SYSTEM, data=framework_data(rows), source_name="bench")
    last = {Milestone.SELF_SCORE: date.today() + timedelta(days=30)}  # noqa: DTZ011
    round_ = open_round(
        actor=SYSTEM, year=2018, framework=version, units=[agency], milestones=last, is_sample=True
    )
    (sheet,) = open_sheets(actor=SYSTEM, round_=round_)
    return sheet, user


def _timed(times: int, act: Callable[[], Any]) -> list[float]:
    act()
    measured = []
    for _ in range(times):
        started = perf_counter()
        act()
        measured.append(1000 * (perf_counter() - started))
    return measured


def _queries(act: Callable[[], Any]) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        act()
    return len(asked)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="parindex-bench-") as folder:
        os.environ["PARINDEX_HOME"] = str(Path(folder))
        print(json.dumps(measure(int(sys.argv[1]), int(sys.argv[2]))))
