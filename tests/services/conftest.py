"""What tests of deeds share."""

from tests.demonstration import demonstration, loaded_demonstration, loaded_sample_years, sample_years

__all__ = ["demonstration", "loaded_demonstration", "loaded_sample_years", "sample_years"]
