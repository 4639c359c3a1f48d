"""Signed in by default, back to the page in view, times in the reader's own zone."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests import factories
from tests.factories import NOON

SIGN_IN = "/accounts/sign-in/"
PAGE = "/attempts/00000000-0000-4000-8000-000000000000/3/"


def next_of(address: str) -> str:
    """Where a redirect to the sign-in page would lead on to."""
    split = urlsplit(address)
    assert (split.netloc, split.path) == ("", SIGN_IN)
    return parse_qs(split.query)["next"][0]


def test_a_stranger_is_sent_to_sign_in_and_back(client):
    response = client.get("/scores/?page=2")

    assert response.status_code == 302
    assert next_of(response.url) == "/scores/?page=2"


def test_htmx_is_sent_away_from_the_page_it_would_swap_into(client):  # R9
    response = client.post(
        f"{PAGE}save/",
        headers={"HX-Request": "true", "HX-Current-URL": f"http://testserver{PAGE}?a=b"},
    )

    assert response.status_code == 200
    assert response.content == b""
    assert next_of(response["HX-Redirect"]) == f"{PAGE}?a=b"


ELSEWHERE = [
    "http://evil.example/page",
    "https://evil.example/page",
    "//evil.example/page",
    "https:evil.example",
    "https:///evil.example",
    "\\\\evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "http://testserver//evil.example",
    "http://testserver/\\evil.example",
    "http://testserver@evil.example/",
    "http://testserver.evil.example/",
    "http://[evil",
    "",
]


@pytest.mark.parametrize("address", ELSEWHERE)
def test_htmx_is_never_led_elsewhere(client, address):  # S22
    headers = {"HX-Request": "true", "HX-Current-URL": address}

    response = client.get(PAGE, headers=headers)

    assert next_of(response["HX-Redirect"]) == "/"


@pytest.mark.parametrize("address", ELSEWHERE)
def test_a_form_is_never_led_elsewhere(client, address):  # S22
    response = client.post(PAGE, headers={"Referer": address})

    assert next_of(response.url) == "/"


@pytest.mark.parametrize("address", ["/quizzes/bridge/start/", f"{PAGE}", "/accounts/sign-out/"])
def test_a_form_sent_too_late_leads_back_to_the_page_it_stood_on(client, address):
    response = client.post(address, headers={"Referer": "http://testserver/quizzes/bridge/"})

    assert next_of(response.url) == "/quizzes/bridge/"


@pytest.mark.django_db
@pytest.mark.parametrize("address", ELSEWHERE[:8])
def test_signing_in_never_leads_elsewhere(client, address):  # S22
    user = factories.UserFactory()
    form = {"username": user.username, "password": factories.PASSWORD, "next": address}

    response = client.post(SIGN_IN, form)

    assert response.status_code == 302
    assert response.url == "/"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("zone", "shown"),
    [("", "12:00 UTC"), ("Asia/Kolkata", "17:30 IST"), ("America/New_York", "07:00 EST")],
)
def test_times_are_shown_in_the_readers_own_zone(as_student, student, zone, shown):
    factories.AttemptFactory(user=student, started_at=NOON)
    student.time_zone = zone
    student.save()

    assert shown in as_student.get("/scores/").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["Mars/Olympus", "../zone"])
def test_a_zone_this_machine_does_not_know_is_the_sites_own(as_student, student, name):
    factories.AttemptFactory(user=student, started_at=NOON)
    student.time_zone = name
    student.save()

    assert "12:00 UTC" in as_student.get("/scores/").content.decode()


@pytest.mark.django_db
def test_a_zone_is_not_left_to_the_next_reader(as_student, student):
    factories.AttemptFactory(user=student, started_at=NOON)
    student.time_zone = "Asia/Kolkata"
    student.save()
    as_student.get("/scores/")
    student.time_zone = ""
    student.save()

    assert "12:00 UTC" in as_student.get("/scores/").content.decode()
