"""What holds at every address: reading writes nothing, forms are signed, headers are strict."""

from typing import Any

import pytest
from django.apps import apps
from django.http import HttpResponse
from django.test import Client

from tests import addresses, factories
from tests.conftest import signed_in
from tests.views.test_access import EXPECTED

READ = [name for name, (method, _) in EXPECTED.items() if method == "GET"]
POSTED = [name for name, (method, _) in EXPECTED.items() if method == "POST"] + [
    "quizzes:item",
    "login",
    "password_change",
]
POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
}
HEADERS = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def policy(response: HttpResponse) -> set[str]:
    header = response.headers["Content-Security-Policy"]
    return {directive.strip() for directive in header.split(";") if directive.strip()}


def everything_stored() -> dict[str, list[Any]]:
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values())
        for model in apps.get_models()
    }


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_reading_writes_nothing(method):  # S6
    world = addresses.make_world()
    people = [world.student, world.other_student, world.teacher, world.administrator]
    clients = [Client(), *map(signed_in, people)]
    before = everything_stored()

    for name in [*EXPECTED, "admin:index"]:
        for client in clients:
            client.generic(method, world.url(name))

    assert everything_stored() == before


@pytest.mark.django_db
@pytest.mark.parametrize("name", POSTED)
def test_a_form_without_its_token_is_refused_in_words(name):  # S6
    world = addresses.make_world()
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.student)
    before = everything_stored()

    response = client.post(world.url(name), {"answer": "0", "revision": "0"})

    assert response.status_code == 403
    assert "That form has grown old" in response.content.decode()
    assert everything_stored() == before


@pytest.mark.django_db
def test_htmx_sends_the_token_in_a_header(student):  # S6
    world = addresses.make_world()
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.student)
    page = client.get(world.url("quizzes:item")).content.decode()
    token = page.split('hx-headers=\'{"X-CSRFToken": "')[1].split('"')[0]

    form = {"answer": "0", "revision": "0"}
    response = client.post(world.url("quizzes:save"), form, headers={"X-CSRFToken": token})

    assert response.status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("name", READ)
def test_every_page_has_strict_headers(name):  # S8, S10
    world = addresses.make_world()
    teaching = name in {"quizzes:teaching", "quizzes:results"}
    client = signed_in(world.teacher if teaching else world.student)

    response = client.get(world.url(name))

    assert response.status_code in (200, 302)
    assert policy(response) == POLICY
    assert HEADERS.items() <= response.headers.items()


@pytest.mark.django_db
def test_the_admin_may_style_inline_and_nothing_else(as_teacher):  # S9
    response = as_teacher.get("/admin/")

    assert policy(response) == POLICY - {"style-src 'self'"} | {"style-src 'self' 'unsafe-inline'"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name",
    [name for name in EXPECTED if name.startswith("quizzes:")] + ["login"],
)
def test_what_is_personal_is_never_kept_by_a_cache(name):  # S16
    world = addresses.make_world()
    for_teachers = name in {"quizzes:teaching", "quizzes:results"}
    client = signed_in(world.teacher if for_teachers else world.student)

    response = client.generic(EXPECTED[name][0], world.url(name))

    directives = {each.strip() for each in response.headers["Cache-Control"].split(",")}
    assert {"no-store", "private"} <= directives


@pytest.mark.django_db
@pytest.mark.parametrize("name", READ)
def test_no_page_writes_styles_or_scripts_into_its_markup(name):  # S8
    world = addresses.make_world()
    teaching = name in {"quizzes:teaching", "quizzes:results"}
    client = signed_in(world.teacher if teaching else world.student)

    page = client.get(world.url(name), follow=True).content.decode()

    assert " style=" not in page
    assert "<style" not in page
    assert " onclick=" not in page
    assert "<script>" not in page
    assert "http://" not in page.replace("http://www.w3.org/2000/svg", "")
    assert "https://" not in page


@pytest.mark.django_db
def test_the_words_of_an_article_are_never_markup(as_student, student):  # S7
    attack = '<script>alert(1)</script><img src=x onerror="a()" hx-get="/x">"\'&'
    article = factories.ArticleFactory(title=attack, source_name=attack, rights=attack)
    factories.PassageFactory(article=article, heading=attack, text=factories.TEXT + attack)
    question = factories.QuestionFactory(
        article=article,
        prompt=attack,
        explanation=attack,
        options=[(attack, True), ("b", False)],
    )
    question.options.update(feedback=attack)
    student.display_name = attack
    student.save()
    quiz = factories.publish(question, title=attack, description=attack)

    pages = [as_student.get("/"), as_student.get(quiz.get_absolute_url())]
    pages.append(as_student.post(f"{quiz.get_absolute_url()}start/", follow=True))
    item = pages[-1].redirect_chain[-1][0]
    pages.append(as_student.post(item, {"answer": "0", "revision": "0"}, follow=True))
    pages.append(as_student.get(f"{item[:-2]}"))
    pages.append(as_student.post(f"{item[:-2]}submit/", follow=True))
    pages.append(as_student.get("/scores/"))

    for page in pages:
        assert page.status_code == 200
        assert "&lt;script&gt;" in page.content.decode()
        assert "<script>alert" not in page.content.decode()
        assert "<img" not in page.content.decode()
