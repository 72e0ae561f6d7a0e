"""Biểu mẫu của phiếu: the fields of a row as they are shown and as they come back."""
