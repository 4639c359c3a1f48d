"""S3: who may open what. A new address without a line here fails the build."""

import pytest
from django.test import Client

from tests import addresses, factories
from tests.conftest import signed_in

SIGN_IN = "/accounts/sign-in/"
UNKNOWN = "00000000-0000-4000-8000-000000000000"
PUBLIC = {"login", "admin:login"}

PEOPLE = ["anyone", "student", "other_student", "teacher", "other_teacher", "administrator"]
LOGIN = "sign in"
# Who gets what, in the order above, by the method a browser uses.
OWN = [LOGIN, 200, 404, 404, 404, 404]
OWN_REDIRECT = [LOGIN, 302, 404, 404, 404, 404]
SIGNED_IN = [LOGIN, 200, 200, 200, 200, 200]
EXPECTED = {
    "login": ("GET", [200, 302, 302, 302, 302, 302]),
    "logout": ("POST", [LOGIN, 302, 302, 302, 302, 302]),
    "password_change": ("GET", SIGNED_IN),
    "password_change_done": ("GET", SIGNED_IN),
    "quizzes:library": ("GET", SIGNED_IN),
    "quizzes:quiz": ("GET", SIGNED_IN),
    "quizzes:start": ("POST", [LOGIN, 302, 302, 302, 302, 302]),
    "quizzes:attempt": ("GET", OWN),
    "quizzes:resume": ("GET", OWN_REDIRECT),
    "quizzes:item": ("GET", OWN),
    "quizzes:save": ("POST", OWN),
    "quizzes:submit": ("POST", OWN_REDIRECT),
    "quizzes:result": ("GET", [LOGIN, 200, 404, 200, 404, 200]),
    "quizzes:scores": ("GET", SIGNED_IN),
    "quizzes:teaching": ("GET", [LOGIN, 403, 403, 200, 200, 200]),
    "quizzes:results": ("GET", [LOGIN, 403, 403, 200, 404, 200]),
}
METHODS = {"GET": {"GET", "HEAD"}, "POST": {"POST"}} | {
    "quizzes:item": {"GET", "HEAD", "POST"},
    "password_change": {"GET", "HEAD", "POST", "PUT"},
    "login": {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"},  # to the quizzes, when signed in
}


def test_every_address_has_its_line():
    assert set(EXPECTED) == addresses.names()


def test_only_the_sign_in_pages_are_open_to_anyone():
    public = {
        name
        for name, pattern in addresses.patterns()
        if not getattr(pattern.callback, "login_required", True)
    }

    assert public == PUBLIC


@pytest.mark.django_db
@pytest.mark.parametrize("name", EXPECTED)
def test_everyone_gets_what_is_theirs_and_no_more(name):
    method, expected = EXPECTED[name]
    world = addresses.make_world()

    got = []
    for person in PEOPLE:
        client = Client() if person == "anyone" else signed_in(getattr(world, person))
        response = client.generic(method, world.url(name), **_form(name))
        location = response.headers.get("Location", "")
        got.append(LOGIN if location.startswith(f"{SIGN_IN}?") else response.status_code)

    assert dict(zip(PEOPLE, got, strict=True)) == dict(zip(PEOPLE, expected, strict=True))


@pytest.mark.django_db
@pytest.mark.parametrize("name", EXPECTED)
def test_another_method_is_refused(name):
    world = addresses.make_world()
    for_teachers = name in {"quizzes:teaching", "quizzes:results"}
    client = signed_in(world.teacher if for_teachers else world.student)

    refused = {
        method
        for method in ["PUT", "PATCH", "DELETE", "HEAD", "GET", "POST"]
        if client.generic(method, world.url(name), **_form(name)).status_code == 405
    }

    allowed = METHODS.get(name) or METHODS[EXPECTED[name][0]]
    assert refused == {"PUT", "PATCH", "DELETE", "HEAD", "GET", "POST"} - allowed


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("method", "url"),
    [
        ("GET", "/quizzes/unknown/"),
        ("POST", "/quizzes/unknown/start/"),
        *[("GET", f"/attempts/{UNKNOWN}/{page}") for page in ("", "resume/", "1/", "result/")],
        *[("POST", f"/attempts/{UNKNOWN}/{page}") for page in ("1/", "1/save/", "submit/")],
        ("GET", "/teaching/unknown/"),
    ],
)
def test_what_there_never_was_is_not_there(method, url, as_teacher):
    assert as_teacher.generic(method, url).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize(
    "url",
    [
        "/attempts/1/",
        "/attempts/not-a-uuid/1/",
        "/attempts/00000000-0000-4000-8000-00000000000G/",
        "/quizzes/no%00slug/",
        "/quizzes/" + "x" * 5000 + "/",
        "/%ED%A0%80/",
        "/..%2f..%2fetc/passwd",
        "/nowhere/",
    ],
)
@pytest.mark.parametrize("person", ["anyone", "student"])
def test_an_address_that_is_none_is_not_there(client, url, person):  # S23
    if person == "student":
        client.force_login(factories.UserFactory())

    response = client.get(url)

    assert response.status_code in ({404} if person == "student" else {404, 302})


def _form(name):
    data = "answer=0&revision=0" if name in {"quizzes:item", "quizzes:save"} else ""
    return {"data": data, "content_type": "application/x-www-form-urlencoded"}
