"""Settings of a Dateline site, read from the environment (or `.env`), safe when unset.

DATELINE_SECRET_KEY  required to serve; `make` writes a fresh one to `.env`
DATELINE_DEBUG       true while developing
DATELINE_HOSTS       comma-separated host names the site answers to; this machine when unset
DATELINE_HTTPS       true behind TLS: secure cookies, HSTS and the redirect
DATELINE_TIME_ZONE   the school's zone, for users who set none of their own
DATABASE_URL         postgres://user:password@host/name, or sqlite:////path/to/file
"""

from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF
from django.urls import reverse_lazy
from environs import Env

BASE_DIR = Path(__file__).resolve().parent.parent

env = Env()
env.read_env(BASE_DIR / ".env", recurse=False)

DEBUG = env.bool("DATELINE_DEBUG", False)
# Empty is caught by quizsite.checks, in words; Django refuses to sign anything with an empty key.
SECRET_KEY = env.str("DATELINE_SECRET_KEY", "")
HOSTS = env.str("DATELINE_HOSTS", "localhost,127.0.0.1,[::1]")
ALLOWED_HOSTS = [host.strip() for host in HOSTS.split(",")]
HTTPS = env.bool("DATELINE_HTTPS", False)

INSTALLED_APPS = [
    "quizzes",  # before the admin, whose templates it extends
    "quizsite.apps.DatelineAdmin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "quizzes.middleware.LoginMiddleware",
    "quizzes.middleware.TimeZoneMiddleware",
]

ROOT_URLCONF = "quizsite.urls"
WSGI_APPLICATION = "quizsite.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Writers queue instead of failing: BEGIN IMMEDIATE takes the write lock at once, so `timeout`
# applies, and the write-ahead log lets readers pass. FULL: what was acknowledged survives a crash.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
}
DATABASES = {
    "default": env.dj_db_url(
        "DATABASE_URL", f"sqlite:///{BASE_DIR / 'db.sqlite3'}", conn_max_age=None
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

AUTH_USER_MODEL = "quizzes.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = reverse_lazy("login")
LOGIN_REDIRECT_URL = reverse_lazy("quizzes:library")
LOGOUT_REDIRECT_URL = reverse_lazy("login")
SESSION_COOKIE_AGE = int(timedelta(hours=12).total_seconds())
KEEP_SIGNED_IN_AGE = int(timedelta(weeks=2).total_seconds())
CSRF_FAILURE_VIEW = "quizzes.views.errors.csrf_failure"

LANGUAGE_CODE = "en"
TIME_ZONE = env.str("DATELINE_TIME_ZONE", "UTC")
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

FIXTURE_DIRS = [BASE_DIR / "fixtures"]
STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 6_000  # the longest article: 900 passages of six fields

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "connect-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

# With debug off Django would mail its errors to nobody: they go where the server's own words go.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {
        "django": {"handlers": []},
        # A page that is not there, or not for this user, is no fault of the site.
        "django.request": {"level": "ERROR"},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
}

if HTTPS:
    SESSION_COOKIE_NAME = "__Host-sessionid"
    CSRF_COOKIE_NAME = "__Host-csrftoken"
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = int(timedelta(days=365).total_seconds())
    # The school's other host names are not ours to bind.
    SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
