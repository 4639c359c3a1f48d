import re

import pytest

from tests import factories
from tests.admin.filling import address
from tests.conftest import signed_in
from tests.pages import words


@pytest.mark.django_db
def test_a_teacher_is_shown_the_way_from_an_article_to_a_quiz(as_teacher):
    page = as_teacher.get("/admin/")

    assert "From an article to a quiz" in words(page)
    guide = page.content.decode().partition("<ol>")[2].partition("</ol>")[0]
    links = re.findall(r'href="([^"]+)"', guide)
    assert [as_teacher.get(link).status_code for link in links] == [200] * 4


@pytest.mark.django_db
def test_those_without_the_role_are_not(client):
    page = signed_in(factories.UserFactory(is_staff=True)).get("/admin/")

    assert "From an article to a quiz" not in words(page)


@pytest.mark.django_db
def test_what_is_worked_on_stands_in_the_order_of_the_work(as_teacher):
    names = [
        model["object_name"] for model in as_teacher.get("/admin/").context["app_list"][0]["models"]
    ]

    assert names == ["Article", "Question", "Quiz", "QuizVersion", "Attempt", "User"]


@pytest.mark.django_db
def test_an_administrator_finds_dateline_first():
    administrator = factories.UserFactory(is_staff=True, is_superuser=True)

    apps = signed_in(administrator).get("/admin/").context["app_list"]

    assert [app["app_label"] for app in apps] == ["quizzes", "auth"]


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/admin/", address("article_import"), address("question_add")])
def test_the_policy_lets_no_inline_script_through(path, as_teacher):  # S8, S9
    answer = as_teacher.get(path)

    policy = answer.headers["Content-Security-Policy"].split("; ")
    assert "script-src 'self'" in policy
    markup = answer.content.decode()
    assert not re.findall(r"<script(?![^>]*\bsrc=)|\son\w+=|javascript:", markup)
