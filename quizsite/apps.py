"""The admin as Dateline serves it."""

from django.contrib.admin.apps import AdminConfig
from django.core.checks import register

from quizsite.checks import secret_key_is_set


class DatelineAdmin(AdminConfig):
    """Django's admin with Dateline's own site class, and the site's own system check."""

    default_site = "quizsite.site.DatelineAdminSite"

    def ready(self) -> None:
        super().ready()
        register(secret_key_is_set)
