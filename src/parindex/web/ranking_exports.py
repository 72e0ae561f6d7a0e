"""Rankings and comparisons as .xlsx, and published rankings as open data (CSV, JSON)."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from parindex.documents.writing.tables import MIME, Cell, Column, write_table
from parindex.domain.framework import Framework
from parindex.services.results.comparisons import WhatIfPage
from parindex.services.results.over_scoring import OverScoring
from parindex.services.results.publications import Publication
from parindex.services.results.rankings import Ranking, RankLine
from parindex.web.templatetags.parindex import titled
from parindex.web.templatetags.rankings import basis


def ranking(seen: Ranking) -> HttpResponse:
    """The lines that the page shows, with every area."""
    columns = _columns((_("Hạng"), 8), (_("Mã"), 14), (_("Đơn vị"), 40), (_("Điểm"), 10), (_("Căn cứ"), 30))
    columns += _columns((_("Hạng năm trước"), 12), (_("Chưa rõ"), 40))
    columns += [
        Column(heading=f"{area.code}. {titled(area.title)}", width=16) for area in seen.framework.areas
    ]
    rows = (
        (
            line.rank,
            line.unit.agency.code if line.unit.agency else "",
            line.unit.name,
            line.points,
            basis(line.standing),
            line.earlier,
            titled(line.why) if line.why else "",
            *(line.standing.points_in(area.code) for area in seen.framework.areas),
        )
        for line in seen.lines
    )
    return _book(f"xep-hang-{seen.round.level}-{seen.round.year}", _("Xếp hạng"), columns, rows)


def over_scoring(seen: OverScoring) -> HttpResponse:
    """The rows in which claim and award differ, of the agency or criterion that is chosen."""
    columns = _columns((_("Cơ quan chấm điểm"), 34), (_("Đơn vị"), 34), (_("Tiêu chí"), 10), (_("Tên"), 44))
    columns += _columns(
        (_("Tối đa"), 10), (_("Tự chấm"), 10), (_("Điểm thẩm định"), 10), (_("Chênh lệch"), 10)
    )
    columns += _columns((_("Lý do"), 50))
    rows = (
        (
            row.agency_name,
            row.unit,
            row.row.criterion,
            titled(row.title),
            row.maximum,
            row.claimed,
            row.awarded,
            row.difference,
            row.reason,
        )
        for row in seen.rows
    )
    return _book(f"tu-cham-{seen.round.level}-{seen.round.year}", _("Tự chấm và thẩm định"), columns, rows)


def what_if(seen: WhatIfPage) -> HttpResponse:
    """Criterion by criterion: the old points, the new ones, and why some are open."""
    columns = _columns((_("Tiêu chí"), 10), (_("Tên"), 44), (_("Thay cho"), 14), (_("Điểm cũ"), 10))
    columns += _columns((_("Tối đa cũ"), 10), (_("Điểm mới"), 10), (_("Tối đa mới"), 10), (_("Vì sao"), 60))
    compared = seen.compared.rows if seen.compared else ()
    rows = (
        (
            row.code,
            titled(row.title),
            ", ".join(row.old_codes),
            row.old.earned if row.old_codes and not row.old.open else None,
            row.old.maximum if row.old_codes else None,
            row.points,
            row.new.maximum,
            titled(row.why) if row.why else "",
        )
        for row in compared
    )
    return _book("thu-bo-tieu-chi", _("Thử bộ tiêu chí khác"), columns, rows)


def open_csv(seen: Publication) -> HttpResponse:
    """A published ranking as CSV in UTF-8: one row a unit, points with a decimal point, empty where not settled."""
    text = io.StringIO()
    text.write("\ufeff")  # so that spreadsheet programs read the letters as UTF-8
    areas = seen.ranking.framework.areas
    lines = csv.writer(text, lineterminator="\r\n")
    lines.writerow(
        [
            "year",
            "level",
            "sample",
            "rank",
            "code",
            "unit",
            "points",
            "rescaled",
            *(f"area_{a.code}" for a in areas),
        ]
    )
    for line in seen.ranking.all_lines:
        said = _data(line, seen.ranking.framework)
        head = [seen.round.year, seen.round.level, _yes(seen.round.is_sample)]
        unit = [said["rank"], said["code"], said["unit"], said["points"], _yes(said["rescaled"])]
        lines.writerow([*head, *unit, *(area["points"] for area in said["areas"])])
    return _attached(text.getvalue().encode(), "text/csv; charset=utf-8", f"{_name(seen)}.csv")


def open_json(seen: Publication) -> HttpResponse:
    """A published ranking as JSON; points are text, so that no reader rounds them. `null` is not settled."""
    round_, framework = seen.round, seen.ranking.framework
    data = {
        "year": round_.year,
        "level": round_.level,
        "sample": round_.is_sample,
        "published_at": round_.published_at.isoformat() if round_.published_at else None,
        "framework": {
            "id": framework.id,
            "title": {"vi": framework.title.vi, "en": framework.title.en},
            "decision": str(framework.decision),
            "total": str(framework.total),
            "areas": [
                {"code": area.code, "title": area.title.vi, "maximum": str(area.maximum.points)}
                for area in framework.areas
            ],
        },
        "units": [_data(line, framework) for line in seen.ranking.all_lines],
        "announced": [
            {
                "rank": result.rank,
                "subject": result.subject,
                "points": None if result.points is None else str(result.points),
                "trust": result.trust,
                "source": result.source,
                "note": result.note,
            }
            for result in seen.announced
        ],
    }
    content = json.dumps(data, ensure_ascii=False, indent=1).encode()
    return _attached(content, "application/json", f"{_name(seen)}.json")


def _data(line: RankLine, framework: Framework) -> dict[str, Any]:
    """One unit as open data holds it."""
    areas = ((area.code, line.standing.points_in(area.code)) for area in framework.areas)
    return {
        "rank": line.rank,
        "tied": line.tied,
        "code": line.unit.agency.code if line.unit.agency else "",
        "unit": line.unit.name,
        "points": None if line.points is None else str(line.points),
        "rescaled": line.is_rescaled,
        "areas": [{"code": code, "points": None if found is None else str(found)} for code, found in areas],
    }


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _name(seen: Publication) -> str:
    return f"chi-so-cchc-{seen.round.level}-{seen.round.year}"


def _columns(*headings: tuple[str, int]) -> list[Column]:
    return [Column(heading=heading, width=width) for heading, width in headings]


def _book(name: str, title: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> HttpResponse:
    return _attached(write_table(title=title, columns=columns, rows=rows), MIME, f"{name}.xlsx")


def _attached(content: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
