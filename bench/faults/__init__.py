"""Faults: the server is killed again and again in the middle of deeds, and nothing confirmed may be lost."""
