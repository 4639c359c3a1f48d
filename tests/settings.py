"""Settings for tests: the site's own, whatever `.env` says, with a database file per process."""

import os
import tempfile

os.environ |= {
    "DATELINE_SECRET_KEY": "only-for-tests",
    "DATELINE_DEBUG": "false",
    "DATELINE_HTTPS": "false",
    "DATELINE_TIME_ZONE": "UTC",
    "DJANGO_ALLOW_ASYNC_UNSAFE": "1",  # Playwright's loop runs in the test's thread
}

from quizsite.settings import *  # noqa: F403
from quizsite.settings import DATABASES

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Threads that share a database in memory do not lock as they do on a site's file.
    test_file = f"{tempfile.gettempdir()}/dateline-test-{os.getpid()}.sqlite3"
    DATABASES["default"]["TEST"] = {"NAME": test_file}

# The site's own hasher takes a fifth of a second for each account that a test makes.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True
