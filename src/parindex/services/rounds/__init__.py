"""Kỳ đánh giá: opening a year with its units, milestones, facts and sheets, and what waits in it."""
