"""The document about rights says what the table of rights says."""

from tools import rights


def test_the_document_is_as_the_table_writes_it():
    assert rights.DOCUMENT.read_text(encoding="utf-8") == rights.written()
