"""Rule kinds for many units at once, one small file a kind."""
