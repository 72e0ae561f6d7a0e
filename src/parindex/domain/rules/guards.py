"""What every rule kind answers alike: facts that are missing, do not apply, contradict each other, or no rule."""

from collections.abc import Mapping

from parindex.domain.facts import Fact, FactBook, FactValue
from parindex.domain.rules.base import Input, Outcome, Sentence, Step, Verdict

SENTENCES: Mapping[str, Sentence] = {
    "guard.reads": Sentence(
        vi="Căn cứ chấm: {facts}.",
        en="Based on: {facts}.",
    ),
    "guard.missing": Sentence(
        vi="Chưa có số liệu “{fact}”: chưa chấm được.",
        en="The fact “{fact}” is missing: this cannot be scored yet.",
    ),
    "guard.not_applicable": Sentence(
        vi="Số liệu “{fact}” được kê khai là không áp dụng: không tính điểm tiêu chí này.",
        en="The fact “{fact}” is reported as not applicable: this criterion is left out of the score.",
    ),
    "guard.contradictory": Sentence(
        vi="Có {count:number} số liệu “{fact}” không thống nhất ({references}): phải chọn một số liệu trước khi chấm.",
        en="There are {count:number} facts “{fact}” that disagree ({references}): one must be chosen before scoring.",
    ),
    "guard.wrong_kind": Sentence(
        vi="Số liệu “{fact}” không đúng loại; quy tắc cần {kind:kind}.",
        en="The fact “{fact}” is of the wrong kind; the rule needs {kind:kind}.",
    ),
    "guard.no_rule": Sentence(
        vi="Bộ tiêu chí đã nạp chưa nêu cách chấm điểm tiêu chí này.",
        en="The loaded framework does not state how this criterion is scored.",
    ),
    "guard.no_maximum": Sentence(
        vi="Bộ tiêu chí đã nạp chưa nêu điểm tối đa của tiêu chí này.",
        en="The loaded framework does not state the maximum of this criterion.",
    ),
    "guard.register_complete": Sentence(
        vi="Sổ trừ điểm của phần này đã đầy đủ, không có dòng nào về tiêu chí này: được trọn {maximum:points} điểm.",
        en="The register of this part is complete and has no row for this criterion: the full {maximum:points} points.",
    ),
    "guard.unlisted_complete": Sentence(
        vi="Sổ trừ điểm của phần này đã đầy đủ: {maximum:points} điểm chưa liệt kê đều đạt.",
        en="The register of this part is complete: the {maximum:points} unlisted points are all earned.",
    ),
    "guard.unlisted": Sentence(
        vi="Phần này còn {maximum:points} điểm chưa liệt kê, chưa có kết quả.",
        en="{maximum:points} points of this part are not listed and have no result yet.",
    ),
    "guard.appraised": Sentence(
        vi="{body} thẩm định: {points:points} điểm. Lý do: {reason}.",
        en="{body} appraised it at {points:points} points. Reason: {reason}.",
    ),
    "guard.appraised_as_claimed": Sentence(
        vi="{body} thẩm định: {points:points} điểm.",
        en="{body} appraised it at {points:points} points.",
    ),
    "guard.appraised_again": Sentence(
        vi="{body} thẩm định lại: {points:points} điểm. Lý do: {reason}.",
        en="{body} appraised it again at {points:points} points. Reason: {reason}.",
    ),
    "guard.appraised_again_without_reason": Sentence(
        vi="{body} thẩm định lại: {points:points} điểm.",
        en="{body} appraised it again at {points:points} points.",
    ),
    "guard.left_out": Sentence(
        vi="Cơ quan chấm điểm nêu tiêu chí này không áp dụng và thẩm định giữ nguyên: không tính điểm tiêu chí này.",
        en="The agency says that this criterion does not apply, and the appraisal agrees: it is left out of the score.",
    ),
    "guard.rounded": Sentence(
        vi="Làm tròn theo bộ tiêu chí: {points:points} điểm.",
        en="Rounded as the framework states: {points:points} points.",
    ),
}


def gather(
    inputs: tuple[Input, ...], book: FactBook
) -> tuple[dict[str, FactValue], tuple[Fact, ...], Verdict | None]:
    """The values of a rule's inputs, the facts read, and the verdict that stops the rule (None: evaluate it)."""
    values: dict[str, FactValue] = {}
    read: list[Fact] = []
    for wanted in inputs:
        facts = book.find(wanted.fact)
        read.extend(facts)
        if stopped := _stopped(wanted, facts):
            return values, tuple(read), stopped
        if facts and facts[0].value is not None:
            values[wanted.name] = facts[0].value
    return values, tuple(read), None


def _stopped(wanted: Input, facts: tuple[Fact, ...]) -> Verdict | None:
    if not facts:
        return _verdict("missing", Outcome.MISSING, fact=wanted.fact) if wanted.required else None
    if any(fact.value != facts[0].value or fact.applicable != facts[0].applicable for fact in facts):
        sources = "; ".join(str(fact.reference) for fact in facts)
        return _verdict(
            "contradictory", Outcome.CONTRADICTORY, fact=wanted.fact, count=len(facts), references=sources
        )
    if not facts[0].applicable:
        return _verdict("not_applicable", Outcome.NOT_APPLICABLE, fact=wanted.fact)
    if not wanted.accepts(facts[0].value):
        return _verdict("wrong_kind", Outcome.CONTRADICTORY, fact=wanted.fact, kind=wanted.kind.value)
    return None


def _verdict(key: str, outcome: Outcome, **values: str | int) -> Verdict:
    return Verdict(steps=(Step(key=f"guard.{key}", values=values),), outcome=outcome)
