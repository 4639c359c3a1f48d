"""The teachers' workbench: Django's plain admin under Dateline's name and policy."""

from collections.abc import Callable
from typing import Any

from csp.constants import UNSAFE_INLINE
from csp.decorators import csp_update
from django.contrib import admin
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver

# As they are worked through, from the article to what students made of it.
ORDER = ["Article", "Question", "Quiz", "QuizVersion", "Attempt", "User"]


def _place(model: dict[str, Any]) -> int:
    name = model["object_name"]
    return ORDER.index(name) if name in ORDER else len(ORDER)


class DatelineAdminSite(admin.AdminSite):
    """The plain admin. Its widgets write inline styles; nothing else is let through."""

    site_header = "Dateline"
    site_title = "Dateline"
    index_title = "Articles, questions and quizzes"

    def admin_view(self, view: Callable[..., Any], cacheable: bool = False) -> Any:
        with_styles = csp_update({"style-src": [UNSAFE_INLINE]})
        return super().admin_view(with_styles(view), cacheable)

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Without “view on site”, which tells the address of any row to anyone on the staff."""
        return [url for url in super().get_urls() if getattr(url, "name", "") != "view_on_site"]

    def get_app_list(
        self, request: HttpRequest, app_label: str | None = None
    ) -> list[dict[str, Any]]:
        """Dateline first, its models in the order of the work."""
        apps = super().get_app_list(request, app_label)
        for app in apps:
            if app["app_label"] == "quizzes":
                app["models"].sort(key=_place)
        return sorted(apps, key=lambda app: app["app_label"] != "quizzes")
