"""What a deed says when it cannot be done."""


class DeedError(Exception):
    """A deed that was not done; nothing of it was kept. `vi` and `en` say what happened and what to do."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(en)
        self.vi = vi
        self.en = en

    def sentence(self, language: str) -> str:
        return self.vi if language == "vi" else self.en
