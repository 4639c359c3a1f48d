"""What every request goes through: signed in by default, in the reader's own time zone."""

import zoneinfo
from collections.abc import Callable
from urllib.parse import urlencode, urlsplit, urlunsplit

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseClientRedirect


class LoginMiddleware(LoginRequiredMiddleware):
    """Require login everywhere, and never swap the login page into part of a page.

    Signing in leads back to the page in view: where a form is sent to is often no page.
    """

    def handle_no_permission(
        self, request: HttpRequest, view_func: Callable[..., HttpResponse]
    ) -> HttpResponse:
        login = resolve_url(self.get_login_url(view_func))
        address = f"{login}?{urlencode({'next': _page_in_view(request)}, safe='/')}"
        return HttpResponseClientRedirect(address) if request.htmx else redirect(address)


class TimeZoneMiddleware:
    """Show times in the zone of whoever is signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with timezone.override(_zone_named(getattr(request.user, "time_zone", ""))):
            return self.get_response(request)


def _zone_named(name: str) -> zoneinfo.ZoneInfo | None:
    """None, which is the site's own, for no name and for one this machine does not know."""
    try:
        return zoneinfo.ZoneInfo(name) if name else None
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        return None


def _page_in_view(request: HttpRequest) -> str:
    """A page of this site: the one asked for, or the one that a form or htmx sent this from."""
    if request.method == "GET" and not request.htmx:
        return request.get_full_path()
    sender = request.headers.get("HX-Current-URL") or request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(sender, request.get_host()):
        return resolve_url(settings.LOGIN_REDIRECT_URL)
    page = urlunsplit(urlsplit(sender)._replace(scheme="", netloc=""))
    is_path = url_has_allowed_host_and_scheme(page, None)  # and not //elsewhere
    return page if is_path else resolve_url(settings.LOGIN_REDIRECT_URL)
