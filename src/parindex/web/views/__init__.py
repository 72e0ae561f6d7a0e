"""One view a page: one read or one deed, then the template."""
