"""The family of rule kinds: adding one is one file, one test file and one line in each of the two lists here."""

from collections.abc import Mapping

from parindex.domain.rules.all_or_nothing import AllOrNothing
from parindex.domain.rules.band_by_rate import BandByRate
from parindex.domain.rules.base import Rule, Sentence
from parindex.domain.rules.bonus_penalty import BonusPenalty
from parindex.domain.rules.checklist import Checklist
from parindex.domain.rules.comparison import TRENDS, Comparison
from parindex.domain.rules.count_threshold import CountThreshold
from parindex.domain.rules.deduction_per_event import DeductionPerEvent
from parindex.domain.rules.grade import Grade
from parindex.domain.rules.level import Level
from parindex.domain.rules.manual import Manual
from parindex.domain.rules.on_time import OnTime
from parindex.domain.rules.proportional import Proportional
from parindex.domain.rules.relative_to_best import RelativeToBest
from parindex.domain.rules.survey_options import SurveyOptions
from parindex.domain.rules.target_reached import TargetReached
from parindex.domain.titles import Title

AnyRule = (
    AllOrNothing
    | BandByRate
    | BonusPenalty
    | Checklist
    | Comparison
    | CountThreshold
    | DeductionPerEvent
    | Grade
    | Level
    | Manual
    | OnTime
    | Proportional
    | RelativeToBest
    | SurveyOptions
    | TargetReached
)

RULE_KINDS: tuple[type[AnyRule], ...] = (
    AllOrNothing,
    BandByRate,
    BonusPenalty,
    Checklist,
    Comparison,
    CountThreshold,
    DeductionPerEvent,
    Grade,
    Level,
    Manual,
    OnTime,
    Proportional,
    RelativeToBest,
    SurveyOptions,
    TargetReached,
)

SENTENCES: dict[str, Sentence] = {
    f"{kind.__dataclass_fields__['kind'].default}.{name}": sentence
    for kind in RULE_KINDS
    for name, sentence in kind.SENTENCES.items()
}


def level_titles(rule: Rule | None) -> Mapping[str, Title]:
    """Tên các mức: what a rule calls the levels, grades or options that its facts name by a code.

    Empty for a rule that knows none, and where there is no rule.
    """
    match rule:
        case Level():
            return {level.level: level.title for level in rule.levels}
        case Grade():
            return {grade.name: grade.title for grade in rule.grades}
        case SurveyOptions():
            return {option.name: option.title for option in rule.options}
        case Comparison():
            return TRENDS
    return {}
