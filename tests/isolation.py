"""Gives every test process a PARINDEX_HOME of its own, so that no test ever touches real data.

A plugin named in `pyproject.toml`, not a conftest: pytest-django loads the settings before any conftest is read.
"""

import atexit
import os
import shutil
import tempfile

_home = tempfile.mkdtemp(prefix="parindex-tests-")
atexit.register(shutil.rmtree, _home, ignore_errors=True)

os.environ["PARINDEX_HOME"] = _home
# Playwright's loop runs in the test's thread, where Django would refuse the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
