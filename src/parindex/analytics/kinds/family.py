"""The family of kernels: a rule kind that is not here is evaluated by the domain, unit after unit."""

from collections.abc import Callable, Mapping
from typing import Any

from parindex.analytics.kernels.base import Kernel, Scale
from parindex.analytics.kinds import (
    all_or_nothing,
    band_by_rate,
    bonus_penalty,
    checklist,
    comparison,
    count_threshold,
    deduction_per_event,
    grade,
    level,
    on_time,
    proportional,
    relative_to_best,
    survey_options,
    target_reached,
)
from parindex.domain.rules.base import Rule

# Any: each function takes its own kind of rule, which the key names.
_KERNELS: Mapping[str, Callable[[Any, Scale], Kernel]] = {
    "all_or_nothing": all_or_nothing.kernel,
    "band_by_rate": band_by_rate.kernel,
    "bonus_penalty": bonus_penalty.kernel,
    "checklist": checklist.kernel,
    "comparison": comparison.kernel,
    "count_threshold": count_threshold.kernel,
    "deduction_per_event": deduction_per_event.kernel,
    "grade": grade.kernel,
    "level": level.kernel,
    "on_time": on_time.kernel,
    "proportional": proportional.kernel,
    "relative_to_best": relative_to_best.kernel,
    "survey_options": survey_options.kernel,
    "target_reached": target_reached.kernel,
}

BULK_KINDS = frozenset(_KERNELS)


def kernel_of(rule: Rule, scale: Scale) -> Kernel | None:
    """The kernel of a rule; None for awards, which stand on a reason each, and for numbers that int64 cannot hold."""
    make = _KERNELS.get(rule.kind)
    try:
        return None if make is None else make(rule, scale)
    except OverflowError:
        return None
