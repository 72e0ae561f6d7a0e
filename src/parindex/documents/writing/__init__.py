"""Writing documents: domain objects in, a file out."""
