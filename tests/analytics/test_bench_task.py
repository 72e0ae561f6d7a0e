"""The benchmark's own rules, against results worked out apart from the project's code."""

import numpy as np

from bench.rules.exactness import check, exact_bands, exact_parts
from bench.rules.framework import books, columns, framework
from bench.rules.task import BAND, PART, QUANTUM, draw
from parindex.analytics.books import units_from_books
from parindex.analytics.scoring import score_units


def test_a_thousand_units_fall_on_the_right_side_of_every_threshold():
    task = draw(1_000)

    scores = score_units(framework(task), columns(task))

    exact = check(task, scores.points.astype(np.float64) * float(QUANTUM))
    assert (exact.wrong_side, exact.wrong_rounding) == (0, 0)
    assert np.array_equal(scores.points[:, task.kinds == PART], exact_parts(task))
    assert np.array_equal(scores.points[:, task.kinds == BAND] * float(QUANTUM), exact_bands(task))


def test_float32_puts_shares_on_the_wrong_side_and_the_check_sees_it():
    task = draw(1_000)
    bands = task.kinds == BAND
    share = task.first[:, bands].astype(np.float32) / task.second[:, bands].astype(np.float32)
    edges = np.array([0.0, 0.5, 0.7, 0.9])

    found = np.zeros(task.first.shape)
    found[:, bands] = (
        np.array([0, 0.5, 0.75, 1])[np.searchsorted(edges, share, side="right") - 1] * task.maxima[bands]
    )

    assert check(task, found).wrong_side > 0


def test_columns_and_books_of_the_same_facts_score_alike():
    task = draw(20)
    held = framework(task)

    by_columns = score_units(held, columns(task))
    by_books = score_units(held, units_from_books(held, books(task)))

    assert np.array_equal(by_columns.points, by_books.points)
    assert np.array_equal(by_columns.cases, by_books.cases)
