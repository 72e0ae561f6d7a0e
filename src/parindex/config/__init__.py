"""Where the house is wired together: settings, URLs, WSGI."""
