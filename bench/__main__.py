"""Prints every measurement: `python -m bench [--quick] [--only rules|growth|reading|sheets]`."""

import argparse

from bench import reading, sheets
from bench.rules import growth
from bench.rules import report as rules

UNITS = 11_000
SIZES = (1_100, 11_000, 110_000)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one round, and a tenth of the units")
    parser.add_argument("--only", choices=("rules", "growth", "reading", "sheets"), help="one part of it")
    options = parser.parse_args()
    rounds = 1 if options.quick else 5
    if options.only in {None, "rules"}:
        units = UNITS // 10 if options.quick else UNITS
        print(f"\n{units:,} units × 60 rules, new processes in turn, median of {rounds}\n")
        print(rules.report(units, rounds))
    if options.only in {None, "growth"}:
        print(f"\nparindex as the number of units grows, median of {rounds}\n")
        print(growth.report(SIZES[:2] if options.quick else SIZES, rounds))
    if options.only in {None, "reading"}:
        print("\nreading a plan document\n")
        print(reading.report(rounds))
    if options.only in {None, "sheets"}:
        print("\na sheet in the site, as the server answers\n")
        print(sheets.report(rounds))


if __name__ == "__main__":
    main()
