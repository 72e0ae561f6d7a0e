"""Cải thiện: the published year, its lost points, the plan that recovers them, and the agencies that must move."""
