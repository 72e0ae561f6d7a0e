"""Brings the English translation of the pages up to date with the pages.

    .venv/bin/python -m tools.messages

Messages are Vietnamese, as templates and Python write them. New ones are added empty, gone ones are removed,
translations stay. What is still empty is printed, and the command ends with 1. It needs no gettext programs:
Django turns templates into something Python-like, Babel reads that and Python itself.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from tools.system import say

WEB = Path(__file__).resolve().parent.parent / "src" / "parindex" / "web"
ENGLISH = WEB / "locale" / "en" / "LC_MESSAGES" / "django.po"
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
HEADER = "# English translation of the pages. `python -m tools.messages` adds and removes messages."
LEFT_OUT = (
    '"Generated-By:',
    '"Language-Team:',
    '"Last-Translator:',
    '"PO-Revision-Date:',
    '"POT-Creation-Date:',
    '"Project-Id-Version:',
    '"Report-Msgid-Bugs-To:',
)


def extracted() -> Catalog:
    """Every message of the templates and modules, untranslated."""
    catalogue = Catalog(locale="en", domain="django", header_comment=HEADER, fuzzy=False)
    for source in sorted([*WEB.rglob("*.html"), *WEB.rglob("*.py")]):
        place = str(source.relative_to(WEB))
        for line, found, _, context in _found(source):
            catalogue.add(found, locations=[(place, line)], context=context)
    return catalogue


def _found(source: Path) -> Iterator[tuple[int, str | tuple[str, ...], list[str], str | None]]:
    text = source.read_text(encoding="utf-8")
    if source.suffix == ".html":
        # Python's tokenizer minds indentation, which means nothing here.
        text = "\n".join(line.lstrip() for line in templatize(text).splitlines())
    yield from extract("python", BytesIO(text.encode()), keywords=KEYWORDS)


def kept(path: Path = ENGLISH) -> Catalog:
    """The catalogue as it is stored."""
    with path.open("rb") as file:
        return read_po(file, locale="en", domain="django", abort_invalid=True)


def updated(old: Catalog) -> Catalog:
    """The extracted messages with the translations that there are."""
    catalogue = extracted()
    for message in catalogue:
        before = old.get(message.id, message.context) if message.id else None
        if before is not None and before.pluralizable == message.pluralizable:
            message.string = before.string
    return catalogue


def is_translated(message: Message) -> bool:
    """Whether each form has a text."""
    forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return all(forms)


def written(catalogue: Catalog) -> str:
    """The catalogue as a file: sorted by message; neither dates nor line numbers, which would change every time."""
    file = BytesIO()
    write_po(file, catalogue, width=0, sort_output=True, include_lineno=False, ignore_obsolete=True)
    lines = file.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(LEFT_OUT))


def main() -> int:
    catalogue = updated(kept()) if ENGLISH.is_file() else extracted()
    ENGLISH.parent.mkdir(parents=True, exist_ok=True)
    ENGLISH.write_text(written(catalogue), encoding="utf-8")
    empty = [message for message in catalogue if message.id and not is_translated(message)]
    for message in empty:
        say(f"  not translated: {message.id}")
    say(f"{len(catalogue)} messages, {len(empty)} not translated")
    return int(bool(empty))


if __name__ == "__main__":
    sys.exit(main())
