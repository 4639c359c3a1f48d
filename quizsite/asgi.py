"""The ASGI entry point, for hosts that speak nothing else."""

import os

from django.core.asgi import get_asgi_application

from quizsite.checks import require_secret

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quizsite.settings")
require_secret()
application = get_asgi_application()
