"""Rule kinds, one file each; see `base` for their shape and `family` for the list."""
