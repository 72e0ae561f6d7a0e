"""What commands print: UTF-8 whatever the terminal says, and no complaint when the reader has read enough."""

import os
import sys
from io import TextIOWrapper
from typing import Any


def print_result(text: str) -> None:
    """Print a command's result."""
    _speak_utf8(sys.stdout)
    try:
        print(text, flush=True)
    except BrokenPipeError:  # whoever reads has read enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def print_refusal(sentence: str) -> int:
    """Say on the error output why an input could not be used; gives the exit code for it."""
    _speak_utf8(sys.stderr)
    print(sentence, file=sys.stderr)
    return 2


def _speak_utf8(stream: Any) -> None:
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="replace")
