"""Bộ tiêu chí: versions as they are stored, imported, compared and followed from one to the next."""
