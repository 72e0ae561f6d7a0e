"""What tests of pages share."""

from tests.demonstration import demonstration, loaded_demonstration

__all__ = ["demonstration", "loaded_demonstration"]
