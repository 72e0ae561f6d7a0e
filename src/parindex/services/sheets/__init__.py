"""Phiếu chấm điểm: what agencies fill in, row by row, and every move that takes a row through the year."""
