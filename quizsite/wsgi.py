"""The WSGI entry point, which granian serves."""

import os

from django.core.wsgi import get_wsgi_application

from quizsite.checks import require_secret

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quizsite.settings")
require_secret()
application = get_wsgi_application()
