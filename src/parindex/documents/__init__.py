"""Office documents: domain objects out and in."""
