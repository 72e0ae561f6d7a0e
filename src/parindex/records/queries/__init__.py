"""Reads, named by what comes back, always ordered."""
