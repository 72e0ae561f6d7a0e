"""The English translation of the pages is whole; `python -m tools.messages` brings it up to date."""

import re
import unicodedata

from babel.messages import Message

from tools import messages

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|</?\w+")
STORED = [message for message in messages.kept() if message.id]


def forms(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def named(message: Message) -> str:
    return forms(message.id)[0]


def placeholders(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))


def has_vietnamese_letters(text: str) -> bool:
    letters = unicodedata.normalize("NFD", text.lower())
    return "đ" in letters or any(unicodedata.combining(letter) for letter in letters)


def test_every_message_of_the_pages_is_in_the_translation_and_no_other():
    wanted = {(message.context, message.id) for message in messages.extracted() if message.id}

    assert {(message.context, message.id) for message in STORED} == wanted


def test_no_message_is_once_counted_and_once_not():
    found = [message for message in messages.extracted() if message.id]

    counted = {named(message) for message in found if message.pluralizable}
    uncounted = {named(message) for message in found if not message.pluralizable}

    assert counted & uncounted == set()


def test_every_message_is_translated_in_all_its_forms():
    lacking = [named(message) for message in STORED if not all(forms(message.string))]
    short = [named(message) for message in STORED if message.pluralizable and len(forms(message.string)) != 2]
    doubtful = [named(message) for message in STORED if "fuzzy" in message.flags]

    assert (lacking, short, doubtful) == ([], [], [])


def test_every_translation_has_the_placeholders_of_its_message():
    different = [
        (named(message), form)
        for message in STORED
        for form in forms(message.string)
        if placeholders(form) != placeholders(named(message))
    ]

    assert different == []


def test_every_translation_is_english():
    left = [form for message in STORED for form in forms(message.string) if has_vietnamese_letters(form)]

    assert left == []


def test_the_file_is_as_the_command_writes_it():
    stored = messages.ENGLISH.read_text(encoding="utf-8")

    assert stored == messages.written(messages.updated(messages.kept()))


def test_the_file_is_in_composed_letters():
    stored = messages.ENGLISH.read_text(encoding="utf-8")

    assert unicodedata.is_normalized("NFC", stored)
