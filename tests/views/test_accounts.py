"""Signing in and out, and changing one's password."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.auth import get_user
from django.test import override_settings

from tests import factories
from tests.factories import PASSWORD
from tests.pages import words

SIGN_IN = "/accounts/sign-in/"
SIGN_OUT = "/accounts/sign-out/"
CHANGE = "/accounts/password/"


def sign_in(client, user, password=PASSWORD, **more):
    return client.post(SIGN_IN, {"username": user.username, "password": password} | more)


def test_the_right_password_signs_in_and_leads_to_the_quizzes(client, student):
    response = sign_in(client, student)

    assert (response.status_code, response.url) == (302, "/")
    assert get_user(client) == student


def test_signing_in_leads_back_to_the_page_asked_for(client, student):
    assert sign_in(client, student, next="/scores/?page=2").url == "/scores/?page=2"


def test_a_session_lasts_half_a_day_or_two_weeks_on_request(client, student):
    for keep, lasts in (({}, timedelta(hours=12)), ({"keep": "on"}, timedelta(weeks=2))):
        sign_in(client, student, **keep)
        assert client.session.get_expiry_age() == lasts.total_seconds()
        cookie = client.cookies[settings.SESSION_COOKIE_NAME]
        assert cookie["max-age"] == lasts.total_seconds()
        client.post(SIGN_OUT)


def test_the_session_key_changes_at_sign_in(client, student):  # S16
    session = client.session
    session["left"] = "by a stranger"
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key

    sign_in(client, student)

    assert client.session.session_key != session.session_key


@pytest.mark.parametrize("who", ["known", "unknown", "inactive"])
def test_a_refusal_does_not_tell_who_has_an_account(client, db, who):  # S14
    user = factories.UserFactory(is_active=who != "inactive")
    if who == "unknown":
        user.username = "nobody"

    response = sign_in(client, user, password="wrong")

    page = words(response)
    assert response.status_code == 200
    assert "Error: Please enter a correct username and password." in page
    assert "<title>Error: Sign in" in response.content.decode()
    assert not get_user(client).is_authenticated


@pytest.mark.parametrize(
    ("username", "password"),
    [("", ""), ("x" * 10_000, "x" * 10_000), ("a\x00b", PASSWORD), ("student", "a\x00b")],
)
def test_bad_input_is_refused_in_words(client, db, username, password):  # S23
    response = client.post(SIGN_IN, {"username": username, "password": password})

    assert response.status_code == 200
    assert "Error: " in words(response)


def test_who_is_signed_in_is_not_asked_again(as_student):
    assert as_student.get(SIGN_IN).url == "/"


def test_signing_out_takes_a_form(as_student):
    assert as_student.get(SIGN_OUT).status_code == 405
    assert get_user(as_student).is_authenticated

    response = as_student.post(SIGN_OUT)

    assert response.url == SIGN_IN
    assert not get_user(as_student).is_authenticated
    assert as_student.get("/scores/").url == f"{SIGN_IN}?next=/scores/"


def test_every_page_offers_to_sign_out(as_student):
    assert f'<form method="post" action="{SIGN_OUT}">' in as_student.get("/").content.decode()


def change(client, new, old=PASSWORD, again=None):
    return client.post(
        CHANGE, {"old_password": old, "new_password1": new, "new_password2": again or new}
    )


def test_a_password_is_changed_and_the_session_goes_on(as_student, student):
    response = change(as_student, "another quiet harbour")

    student.refresh_from_db()
    assert response.url == "/accounts/password/done/"
    assert "Your password is changed" in words(as_student.get(response.url))
    assert student.check_password("another quiet harbour")


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ({"new": "another quiet harbour", "old": "wrong"}, "old password was entered incorrectly"),
        ({"new": "another quiet harbour", "again": "other"}, "two password fields"),
        ({"new": "12345678901"}, "entirely numeric"),
        ({"new": "short"}, "too short"),
        ({"new": "password1"}, "too common"),
    ],
)
def test_a_password_that_will_not_do_is_refused_in_words(as_student, student, form, says):
    response = change(as_student, **form)

    student.refresh_from_db()
    assert response.status_code == 200
    assert says in words(response)
    assert student.check_password(PASSWORD)


def test_a_teacher_is_offered_more_than_a_student(as_student, as_teacher):
    assert "Results Admin" not in words(as_student.get("/"))
    assert "Results Admin" in words(as_teacher.get("/"))


@override_settings(SESSION_COOKIE_SECURE=True, CSRF_COOKIE_SECURE=True)
def test_cookies_are_for_this_site_alone(client, student):  # S11
    sign_in(client, student)

    session = client.cookies[settings.SESSION_COOKIE_NAME]
    assert (session["samesite"], session["httponly"], session["secure"]) == ("Lax", True, True)
    assert (session["path"], session["domain"]) == ("/", "")
