"""What an appraisal may say of a row: points within the maximum, a body, and a reason for other points than claimed."""

from decimal import Decimal
from typing import Any

from parindex.domain.facts import Award
from parindex.domain.wording import points
from parindex.records.models import SheetRow
from parindex.records.models.fields import POINTS_DECIMALS
from parindex.services.errors import DeedError
from parindex.services.frameworks.storing import framework_of

LEAST_REASON = 3  # words
LONGEST_TEXT = 20_000  # characters: what spreadsheets can hold in a cell, with room to spare
MOST_DECIMALS = POINTS_DECIMALS  # as finely as points are kept


def claim_of(row: SheetRow) -> Decimal | None:
    """The points that a row claims; none where it is said not to apply."""
    return row.current.claimed if row.current and row.current.applicable else None


def maximum_of(row: SheetRow) -> Decimal | None:
    """The maximum of a row's criterion; None while it is a gap."""
    criterion = framework_of(row.sheet.unit.round.framework).criterion(row.criterion)
    return criterion.maximum.points if criterion and criterion.maximum else None


def awarded(row: SheetRow, award: Award) -> dict[str, Any]:
    """What a version says of an award. Raises `DeedError` where the award is not possible."""
    require_body(award.awarded_by)
    _require_points(row, award.points)
    reason = award.reason.strip() if award.points == claim_of(row) else stated_reason(award.reason)
    return {"awarded": award.points, "reason": reason, "body": award.awarded_by.strip()}


def kept_as_claimed(row: SheetRow, body: str) -> dict[str, Any]:
    """What a version says where the claim stands. Raises `DeedError` where points could be claimed and were not.

    A row that does not apply, or whose maximum is a gap, keeps that it has no points.
    """
    require_body(body)
    claimed, applies = claim_of(row), row.current is None or row.current.applicable
    if applies and claimed is None and maximum_of(row) is not None:
        raise DeedError(
            f"Tiêu chí {row.criterion} chưa tự chấm nên không giữ nguyên được; chưa lưu gì. Hãy cho điểm, kèm lý do.",
            f"Criterion {row.criterion} claims nothing to keep; nothing was stored. Give points, with a reason.",
        )
    return {"awarded": claimed, "reason": "", "body": body.strip()}


def stated_reason(text: str) -> str:
    """A reason of a few words. Raises `DeedError` for less, and for more than anybody reads."""
    if len(text.split()) < LEAST_REASON:
        raise DeedError(
            f"Phải nêu lý do (ít nhất {LEAST_REASON} từ); chưa thay đổi gì.",
            f"Give a reason (at least {LEAST_REASON} words); nothing was changed.",
        )
    require_bearable(text)
    return text.strip()


def require_bearable(text: str) -> None:
    """Raises `DeedError` for a text that is too long."""
    if len(text) > LONGEST_TEXT:
        raise DeedError(
            f"Nội dung dài nhất {LONGEST_TEXT} ký tự; hãy rút ngắn, hoặc đính kèm thành tài liệu. Chưa lưu gì.",
            f"A text takes {LONGEST_TEXT} characters: shorten it, or attach it as a document. Nothing was stored.",
        )


def require_body(body: str) -> None:
    """Raises `DeedError` where no appraising body is named."""
    if not body.strip():
        raise DeedError(
            "Phải ghi cơ quan thẩm định; chưa lưu gì.", "Name the appraising body; nothing was stored."
        )


def _require_points(row: SheetRow, given: Decimal) -> None:
    maximum = maximum_of(row)
    highest = given if maximum is None else maximum
    if not 0 <= given <= highest:
        raise DeedError(
            f"Tiêu chí {row.criterion}: điểm thẩm định phải từ 0 đến {points(highest, 'vi')}; chưa lưu gì.",
            f"Criterion {row.criterion}: an appraisal gives 0 to {points(highest, 'en')}; nothing was stored.",
        )
    if given != round(given, MOST_DECIMALS):
        raise DeedError(
            f"Tiêu chí {row.criterion}: điểm có nhiều hơn {MOST_DECIMALS} chữ số thập phân; chưa lưu gì.",
            f"Criterion {row.criterion}: points have at most {MOST_DECIMALS} decimals; nothing was stored.",
        )
