"""The demonstration: Vĩnh Phúc with its plan, sample people and sample years."""
