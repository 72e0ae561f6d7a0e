"""Many units, many rows: tables in, tables out.

`UnitFacts` (columns of facts) goes in, `UnitScores` (points, outcomes, branches) comes out, with `Scorer` between.
"""
