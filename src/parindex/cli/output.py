"""What commands print: results without complaint when the reader has read enough, refusals on the error output."""

import os
import sys


def print_result(text: str) -> None:
    """Print a command's result."""
    try:
        print(text, flush=True)
    except BrokenPipeError:  # whoever reads has read enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def print_refusal(sentence: str) -> int:
    """Say on the error output why an input could not be used; gives the exit code for it."""
    print(sentence, file=sys.stderr)
    return 2
