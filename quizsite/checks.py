"""What must be configured before Dateline serves anyone, said in plain words."""

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.core.exceptions import ImproperlyConfigured

MISSING_SECRET = (
    "DATELINE_SECRET_KEY is not set. `make env` writes a fresh one to .env; "
    "on a server, set it in the environment."
)


def secret_key_is_set(app_configs: object, **kwargs: object) -> list[CheckMessage]:
    """Stop every command that needs a configured site."""
    return [] if _has_secret() else [Error(MISSING_SECRET, id="dateline.E001")]


def require_secret() -> None:
    """Stop a server from starting without a secret key (servers run no system checks)."""
    if not _has_secret():
        raise ImproperlyConfigured(MISSING_SECRET)


def _has_secret() -> bool:
    try:
        return bool(settings.SECRET_KEY)
    except ImproperlyConfigured:  # what Django says for an empty key
        return False
