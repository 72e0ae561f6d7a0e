"""Marks of Markdown and HTML inside a text, taken away or turned into line breaks."""

import html
import re

from parindex.documents.reading.blocks import tidy

_BREAK = re.compile(r"<\s*/?\s*(?:br|p|div|li)\b[^<>]{0,200}>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_EMPHASIS = re.compile(r"\*+(?=\S)|(?<=\S)\*+")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|])")


def clean(text: str) -> str:
    """Text without tags, emphasis, entities and escapes; `<p>` and `<br>` become line breaks."""
    text = _BREAK.sub("\n", text) if "<" in text else text
    text = _TAG.sub("", text) if "<" in text else text
    text = _ESCAPE.sub(r"\1", _EMPHASIS.sub("", text))
    return tidy(html.unescape(text))
