"""The three kinds of rules in the Common Expression Language."""

from bench.rules.task import BANDS, FULL_UNTIL, HALF_UNTIL

_BANDS = " : ".join(f"a / b >= {float(least)} ? {float(worth)} * m" for least, worth in BANDS)

EXPRESSIONS = (
    f"{_BANDS} : 0.0",
    f"a <= {float(FULL_UNTIL)} ? m : a <= {float(HALF_UNTIL)} ? 0.5 * m : 0.0",
    "a / b > 1.0 ? m : m * a / b",
)
