"""What a form says of a value that cannot be read: one sentence a field."""

from collections.abc import Mapping

from parindex.domain.rules.base import Sentence


class UnreadableError(ValueError):
    """A value that was typed cannot be read. `problems` hold a sentence for each field, by its name in the form.

    Fields of lists are named with the place of their row: "due.2" is the due date of the third row.
    """

    def __init__(self, problems: Mapping[str, Sentence]) -> None:
        super().__init__("; ".join(problem.en for problem in problems.values()))
        self.problems = problems


def unreadable(field: str, *, vi: str, en: str) -> UnreadableError:
    """The error that names one field."""
    return UnreadableError({field: Sentence(vi=vi, en=en)})
