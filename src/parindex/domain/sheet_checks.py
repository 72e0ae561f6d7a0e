"""Anh/chị còn quên gì? What a scoring sheet still lacks before it is handed in.

Each kind is one function of one row; a new kind is one function and one line in `_FAMILY`. What `blocks` keeps the
sheet from being handed in, what `warns` is for its author to judge.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from parindex.domain import wording
from parindex.domain.findings.model import counted
from parindex.domain.points import ZERO
from parindex.domain.rules.base import Sentence
from parindex.domain.sheet_rows import CheckedEvidence as CheckedEvidence
from parindex.domain.sheet_rows import CheckedOverride as CheckedOverride
from parindex.domain.sheet_rows import CheckedRow as CheckedRow
from parindex.domain.sheet_rows import Forgotten as Forgotten
from parindex.domain.sheet_rows import Severity as Severity
from parindex.domain.text import code_key, fold

FEWEST_WORDS = 5
"""A justification has at least so many different words."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Case:
    """One row with the year that is scored and the day of the check."""

    row: CheckedRow
    year: int
    today: date

    @property
    def first_day(self) -> date:
        return date(self.year, 1, 1)

    @property
    def last_day(self) -> date:
        return date(self.year, 12, 31)

    @property
    def last_issue(self) -> date:
        """Annual reports of a year are signed until the end of the January after it."""
        return date(self.year + 1, 1, 31)


def forgotten(rows: Iterable[CheckedRow], *, year: int, today: date) -> tuple[Forgotten, ...]:
    """All that the rows of a sheet for `year` lack, by criterion code, what blocks before what warns."""
    cases = [_Case(row=row, year=year, today=today) for row in rows]
    found = [each for case in cases for check in _FAMILY for each in check(case)]
    return tuple(sorted(found, key=lambda each: (code_key(each.criterion), each.severity)))


def is_thin(row: CheckedRow) -> bool:
    """Whether a justification says too little: few different words, one letter repeated, or the title once more."""
    words = _WORD.findall(fold(row.justification))
    telling = {word for word in words if len(word) < 3 or len(set(word)) > 1}
    return len(telling) < FEWEST_WORDS or words == _WORD.findall(fold(row.title))


def _nothing_entered(case: _Case) -> Iterator[Forgotten]:
    if case.row.applicable and case.row.claimed is None:
        yield _found(
            "nothing_entered",
            case,
            "blocks",
            vi="chưa nhập điểm tự chấm; hãy nhập điểm hoặc chọn “Không áp dụng” kèm lý do.",
            en="no points are entered; enter them, or choose “not applicable” with a reason.",
            points=case.row.maximum,
        )


def _claim_above_maximum(case: _Case) -> Iterator[Forgotten]:
    claim, maximum = case.row.claim, case.row.maximum
    if claim is not None and maximum is not None and claim > maximum:
        yield _found(
            "claim_above_maximum",
            case,
            "blocks",
            vi=f"điểm tự chấm {_vi(claim)} cao hơn điểm tối đa {_vi(maximum)}; hãy nhập lại điểm.",
            en=f"the {_en(claim)} points claimed exceed the maximum of {_en(maximum)}; enter them again.",
            points=claim - maximum,
        )


def _claim_differs_without_justification(case: _Case) -> Iterator[Forgotten]:
    claim, computed = case.row.claim, case.row.computed
    if claim is None or computed is None or case.row.justification.strip():
        return
    if claim != computed:
        yield _found(
            "claim_differs_without_justification",
            case,
            "blocks",
            vi=f"điểm tự chấm {_vi(claim)} khác điểm tính theo số liệu {_vi(computed)}; hãy giải trình hoặc sửa.",
            en=f"{_en(claim)} points are claimed, the facts make {_en(computed)}; justify the claim or correct it.",
            points=abs(claim - computed),
        )


def _not_applicable_without_reason(case: _Case) -> Iterator[Forgotten]:
    if not case.row.applicable and not case.row.justification.strip():
        yield _found(
            "not_applicable_without_reason",
            case,
            "blocks",
            vi="chọn “Không áp dụng” nhưng chưa nêu lý do; hãy nêu lý do trong phần giải trình.",
            en="“not applicable” is chosen without a reason; state it in the justification.",
            points=case.row.maximum,
        )


def _points_without_evidence(case: _Case) -> Iterator[Forgotten]:
    """Without evidence the scoring method has to be justified in writing; a thin justification only warns."""
    if not case.row.lacks_evidence or not is_thin(case.row):
        return
    yield _found(
        "points_without_evidence",
        case,
        "warns" if case.row.justification.strip() else "blocks",
        vi=f"tự chấm {_vi(case.row.claim)} điểm nhưng không có tài liệu kiểm chứng; "
        f"hãy đính kèm tài liệu hoặc giải trình cách chấm (ít nhất {FEWEST_WORDS} từ).",
        en=f"{_en(case.row.claim)} points are claimed without evidence; "
        f"attach a document or justify the method (in at least {FEWEST_WORDS} words).",
        points=case.row.claim,
    )


def _expired_evidence(case: _Case) -> Iterator[Forgotten]:
    """Documents whose validity ended before the year did, and before today."""
    for each in case.row.live_evidence:
        if each.valid_to is not None and each.valid_to < min(case.today, case.last_day):
            vi, en = (wording.day(each.valid_to, language) for language in ("vi", "en"))
            yield _found(
                "expired_evidence",
                case,
                "warns",
                vi=f"{_named(each, 'vi')} hết hiệu lực từ sau ngày {vi}; hãy thay bằng tài liệu còn hiệu lực.",
                en=f"{_named(each, 'en')} was valid until {en} only; replace it by one that is in force.",
                points=case.row.claim,
            )


def _evidence_outside_year(case: _Case) -> Iterator[Forgotten]:
    """Documents of another year; an older one that says it is valid into this year counts as of this year."""
    for each in case.row.live_evidence:
        issued, valid_to = each.issued_date, each.valid_to
        if issued is None or case.first_day <= issued <= case.last_issue:
            continue
        if issued < case.first_day and valid_to is not None and valid_to >= case.first_day:
            continue
        vi, en = (wording.day(issued, language) for language in ("vi", "en"))
        yield _found(
            "evidence_outside_year",
            case,
            "warns",
            vi=f"{_named(each, 'vi')} ban hành ngày {vi}, ngoài năm {case.year}; hãy kiểm tra ngày hoặc thay tài liệu.",
            en=f"{_named(each, 'en')} was issued on {en}, outside {case.year}; check the date or replace it.",
            points=case.row.claim,
        )


def _thin_justification(case: _Case) -> Iterator[Forgotten]:
    """Said once: where evidence is lacking, that kind speaks of the justification too."""
    if case.row.justification.strip() and is_thin(case.row) and not case.row.lacks_evidence:
        yield _found(
            "thin_justification",
            case,
            "warns",
            vi="phần giải trình quá ngắn hoặc chỉ nhắc lại tên tiêu chí; hãy nêu rõ lý do.",
            en="the justification says too little; state the reason.",
        )


def _override_without_reason(case: _Case) -> Iterator[Forgotten]:
    for override in case.row.overrides:
        if not override.reason.strip():
            yield _found(
                "override_without_reason",
                case,
                "warns",
                vi=f"số liệu “{override.fact_title}” đã được sửa nhưng chưa nêu lý do; hãy nêu lý do sửa.",
                en=f"the fact “{override.fact_title}” was changed without a reason; state it.",
                points=case.row.computed,
            )


def _late_reports_recorded_elsewhere(case: _Case) -> Iterator[Forgotten]:
    claim, maximum, late = case.row.claim, case.row.maximum, case.row.late_events
    if late > 0 and claim is not None and maximum is not None and claim >= maximum:
        yield _found(
            "late_reports_recorded_elsewhere",
            case,
            "warns",
            vi=f"tự chấm điểm tối đa nhưng hệ thống đã ghi nhận {late} lần chậm hạn; "
            "hãy đối chiếu và chấm lại hoặc giải trình.",
            en=f"full points are claimed, and {counted(late, 'late event is', 'late events are')} on record; "
            "compare them, then correct or justify the claim.",
            points=case.row.claim,
        )


def _unanswered_questions(case: _Case) -> Iterator[Forgotten]:
    asked = case.row.open_questions
    if asked > 0:
        yield _found(
            "unanswered_questions",
            case,
            "warns",
            vi=f"còn {asked} câu hỏi chưa trả lời; hãy trả lời trước khi nộp phiếu.",
            en=f"{counted(asked, 'question is', 'questions are')} unanswered; answer before handing in.",
        )


_FAMILY: tuple[Callable[[_Case], Iterator[Forgotten]], ...] = (
    _nothing_entered,
    _claim_above_maximum,
    _claim_differs_without_justification,
    _not_applicable_without_reason,
    _points_without_evidence,
    _late_reports_recorded_elsewhere,
    _expired_evidence,
    _evidence_outside_year,
    _override_without_reason,
    _thin_justification,
    _unanswered_questions,
)


def _found(
    kind: str, case: _Case, severity: Severity, *, vi: str, en: str, points: Decimal | None = None
) -> Forgotten:
    """`vi` and `en` go on after the criterion's code: "1.2: …"."""
    code = case.row.criterion
    said = Sentence(vi=f"{code}: {vi}", en=f"{code}: {en}")
    return Forgotten(kind=kind, criterion=code, severity=severity, said=said, points=points)


def _named(evidence: CheckedEvidence, language: wording.Language) -> str:
    """A document by its title and number: tài liệu “Báo cáo quý I” (số 12/BC-UBND)."""
    document, number = ("tài liệu", "số ") if language == "vi" else ("the document", "")
    return f"{document} “{evidence.title}”" + (f" ({number}{evidence.number})" if evidence.number else "")


def _vi(points: Decimal | None) -> str:
    return wording.points(points or ZERO, "vi")


def _en(points: Decimal | None) -> str:
    return wording.points(points or ZERO, "en")
