"""Một dòng đang mở: what the side panel shows of a row: rule, facts, claim, and the rows beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from parindex.domain.explanation import explain, state_rule
from parindex.domain.intervals import Interval
from parindex.domain.rules.band_by_rate import BandByRate
from parindex.domain.rules.base import Sentence
from parindex.domain.scoring import CriterionScore
from parindex.domain.wording import points
from parindex.domain.workflow import Move, Stage
from parindex.records.models import RowVersion
from parindex.services.sheets.pictures import RowLine, SheetPicture
from parindex.services.sheets.rows import RowEntry, previewed
from parindex.web.charts import RuleLine, rule_line
from parindex.web.language import language
from parindex.web.sheets.conflicts import Conflict
from parindex.web.sheets.entries import TypedRow
from parindex.web.sheets.fields import FactField, fact_fields

_FIELDS = {"claimed": "claimed", "applicable": "na", "justification": "justification", "remark": "remark"}


@dataclass(frozen=True, kw_only=True)
class RowPanel:
    """One open row. `columns` are the texts of its own fields, `problems` what is wrong with them.

    `score` is what the rule makes of the fields as they are shown, saved or not. `before` and `after` are the rows
    beside it among those shown. `base` is the number of the version that the fields go back to, `stale` names columns
    and facts that somebody else changed meanwhile and the reader did not.
    """

    picture: SheetPicture
    line: RowLine
    facts: tuple[FactField, ...]
    columns: Mapping[str, str]
    score: CriterionScore
    base: int
    stale: frozenset[str] = frozenset()
    problems: Mapping[str, Sentence] = field(default_factory=dict)
    before: RowLine | None = None
    after: RowLine | None = None
    conflict: Conflict | None = None

    @property
    def can_save(self) -> bool:
        return self.line.can(Move.SAVE)

    @property
    def has_problems(self) -> bool:
        """Whether some of what was typed is not saved."""
        return bool(self.problems or any(fact.problems for fact in self.facts))

    @property
    def statement(self) -> tuple[str, ...]:
        return state_rule(self.line.criterion, self.picture.framework, language())

    @property
    def explanation(self) -> tuple[str, ...]:
        return explain(self.score, self.picture.framework, language())

    @property
    def rule_line(self) -> RuleLine | None:
        """The thresholds on a line with the value as it is shown; only for bands of a share."""
        rule = self.line.criterion.rule
        if not isinstance(rule, BandByRate) or rule.measure != "share":
            return None
        values = (fact.value for fact in self.score.facts if fact.code == rule.value)
        value = next((value for value in values if isinstance(value, Fraction | Interval)), None)
        return rule_line(rule.bands, value)

    @property
    def needs_justification(self) -> bool:
        """Whether words are missing: the claim is not what the rule gives, nothing proves it, or it does not apply."""
        if self.columns["justification"].strip() or not self.line.is_filled:
            return False
        return bool(self.columns["na"]) or self.line.differs or not self.line.proofs


def row_panel(
    picture: SheetPicture,
    line: RowLine,
    *,
    shown: Sequence[RowLine] = (),
    typed: TypedRow | None = None,
    conflict: Conflict | None = None,
    is_kept: bool = False,
) -> RowPanel:
    """The panel of a row, as it stands or as it was typed; `shown` are the rows of the list beside it.

    `is_kept`: what was typed has been saved, so that the fields go back to what the row says now.
    """
    before, after = _beside(picture.rows, line, {one.row.pk for one in shown})
    panel = RowPanel(
        picture=picture,
        line=line,
        facts=fact_fields(line.criterion, picture.framework, picture.facts),
        columns=_columns(line),
        score=line.score,
        base=line.version.number if line.version else 0,
        before=before,
        after=after,
        conflict=conflict,
    )
    if typed is None:
        return panel
    return _as_kept(panel, typed) if is_kept else _as_typed(panel, typed)


def _as_typed(panel: RowPanel, typed: TypedRow) -> RowPanel:
    """The panel with everything that its author typed, on the version that they saw."""
    return replace(
        panel,
        facts=typed.facts,
        columns=typed.columns,
        problems=typed.problems,
        score=_score(panel, typed.entry),
        base=typed.entry.base,
    )


def _as_kept(panel: RowPanel, typed: TypedRow) -> RowPanel:
    """The panel after a save: the author's words where they wrote any, else what the row says now."""
    facts = [_merged(now, one, typed) for now, one in zip(panel.facts, typed.facts, strict=True)]
    stale = {now.code for now, one in zip(panel.facts, facts, strict=True) if now is one}
    others = _changed_by_others(panel.line, typed)
    columns = {name: panel.columns[name] if name in others else typed.columns[name] for name in panel.columns}
    return replace(
        panel,
        facts=tuple(facts),
        columns=columns,
        problems=typed.problems,
        score=_score(panel, typed.entry),
        stale=frozenset(stale | others),
    )


def _merged(now: FactField, one: FactField, typed: TypedRow) -> FactField:
    is_untouched = one.code not in typed.entry.facts and not one.problems
    if is_untouched and now.mark != one.mark:
        return now
    return replace(now, raw=one.raw, problems=one.problems, said=one.said)


def _changed_by_others(line: RowLine, typed: TypedRow) -> set[str]:
    """The columns of the form that say something else now, and not by this author."""
    now, seen = line.version or RowVersion(), typed.seen or RowVersion()
    changed = {name for name in _FIELDS if getattr(now, name) != getattr(seen, name)}
    return {_FIELDS[name] for name in changed - set(typed.entry.said) if _FIELDS[name] not in typed.problems}


def rows_shown(picture: SheetPicture, wanted: str) -> tuple[RowLine, ...]:
    """The rows of a sheet that a filter leaves."""
    return tuple(line for line in picture.rows if _takes(wanted, line))


def _takes(wanted: str, line: RowLine) -> bool:
    match wanted:
        case "thieu":
            return not line.is_filled
        case "lech":
            return line.differs
        case "tra-lai":
            return line.stage is Stage.RETURNED
        case "hoi":
            return line.open_questions > 0
    return True


def _score(panel: RowPanel, entry: RowEntry) -> CriterionScore:
    picture, line = panel.picture, panel.line
    return previewed(line.row, picture.framework, picture.facts, entry) if entry.facts else line.score


def _columns(line: RowLine) -> Mapping[str, str]:
    version = line.version
    if version is None:
        return {"claimed": "", "na": "", "justification": "", "remark": ""}
    return {
        "claimed": "" if version.claimed is None else points(version.claimed, "vi"),
        "na": "" if version.applicable else "1",
        "justification": version.justification,
        "remark": version.remark,
    }


def _beside(rows: Sequence[RowLine], line: RowLine, shown: set[int]) -> tuple[RowLine | None, RowLine | None]:
    """The rows before and after one, among those that are shown."""
    place = next((at for at, one in enumerate(rows) if one.row.pk == line.row.pk), 0)
    before = [one for one in rows[:place] if one.row.pk in shown]
    after = [one for one in rows[place + 1 :] if one.row.pk in shown]
    return (before[-1] if before else None), (after[0] if after else None)
