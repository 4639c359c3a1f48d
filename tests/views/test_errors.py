"""Pages for requests that fail, in our own words, with the debugger off."""

import pytest
from django.db import OperationalError
from django.test import Client, RequestFactory, override_settings
from django.urls import path

from quizsite import urls as site_urls
from quizzes import urls as quizzes_urls
from quizzes.views import errors
from tests import factories
from tests.pages import words
from tests.taking import begin_four, item
from tests.views.test_safety import HEADERS, POLICY, policy


def breaks(request):
    raise OperationalError("canary: the disk is full")


class WithABrokenPage:
    """The site's addresses and one that fails."""

    urlpatterns = [path("breaks/", breaks), *site_urls.urlpatterns]
    handler400 = site_urls.handler400
    handler403 = site_urls.handler403
    handler404 = site_urls.handler404
    handler500 = site_urls.handler500


def _not_found(client):
    return client.get("/nowhere/")


def _not_theirs(client):
    return client.get("/teaching/")


def _unknown_host(client):
    return client.get("/", headers={"Host": "evil.example"})


def _too_large(client):
    return client.post("/accounts/password/", {"old_password": "x" * 3_000_000})


def _too_many_fields(client):
    return client.post("/accounts/password/", {f"field{n}": "x" for n in range(6001)})


def _unsigned_form(client):
    return client.post("/accounts/password/", headers={"X-Unsigned": "yes"})


def _broken(client):
    client.raise_request_exception = False
    with override_settings(ROOT_URLCONF=WithABrokenPage):
        return client.get("/breaks/")


CASES = [
    (_not_found, 404, "There is nothing here"),
    (_not_theirs, 403, "This page is not for you"),
    (_unknown_host, 400, "That request could not be read"),
    (_too_large, 400, "That request could not be read"),
    (_too_many_fields, 400, "That request could not be read"),
    (_unsigned_form, 403, "That form has grown old"),
    (_broken, 500, "Something went wrong on our side"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("ask", "status", "says"), CASES, ids=[ask.__name__.strip("_") for ask, _, _ in CASES]
)
def test_a_request_that_fails_gets_a_page_in_our_own_words(ask, status, says, student):
    client = Client(enforce_csrf_checks=ask is _unsigned_form)
    client.force_login(student)

    response = ask(client)

    assert response.status_code == status
    assert says in words(response)
    assert "Nothing was changed" in words(response) or status in (404, 500)
    assert "canary" not in response.content.decode()  # S25
    assert policy(response) == POLICY  # S8
    assert HEADERS.items() <= response.headers.items()  # S10


def test_a_stranger_gets_the_same_page_for_what_is_not_there(client):
    assert "There is nothing here" in words(client.get("/nowhere/"))


@pytest.mark.parametrize(
    ("view", "arguments", "status"),
    [
        (errors.bad_request, [Exception("canary")], 400),
        (errors.permission_denied, [Exception("canary")], 403),
        (errors.csrf_failure, ["canary"], 403),
        (errors.page_not_found, [Exception("canary")], 404),
        (errors.server_error, [], 500),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_an_error_page_needs_no_database_and_no_session(view, arguments, status):
    request = RequestFactory().get("/")

    response = view(request, *arguments)  # without the mark, a query would fail the test

    assert response.status_code == status
    assert "canary" not in response.content.decode()


def test_each_handler_is_one_of_ours():
    ours = {f"quizzes.views.errors.{name}" for name in vars(errors)}

    assert {
        site_urls.handler400,
        site_urls.handler403,
        site_urls.handler404,
        site_urls.handler500,
    } <= ours
    assert quizzes_urls.urlpatterns


@pytest.mark.django_db
def test_what_was_saved_survives_a_page_that_fails(student):
    attempt = begin_four(student)
    client = Client(raise_request_exception=False)
    client.force_login(student)
    client.post(item(attempt), {"answer": "0", "revision": "0"})

    _broken(client)

    assert attempt.responses.get().answer == 0
    assert factories.UserFactory()  # the transaction is not spoilt either
