"""Deeds: one keyword-only function for each thing people do."""
