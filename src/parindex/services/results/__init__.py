"""Kết quả: publishing, rankings, a unit's points, and what years, agencies and rules have in common."""
