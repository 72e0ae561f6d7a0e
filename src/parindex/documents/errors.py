"""What all rooms of documents say when they cannot: one whole sentence in each language."""


class DocumentError(Exception):
    """Something that cannot be done with a file. `vi` and `en` are whole sentences; each room has its own kind."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(vi)
        self.vi = vi
        self.en = en
