"""S3, S4: who may open what in the admin. A new address without a line here fails the build."""

from dataclasses import dataclass

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from quizzes.models import Article, Attempt, DraftRun, Question, Quiz, QuizVersion, User
from tests import addresses, factories
from tests.conftest import signed_in
from tests.factories import NOON

PEOPLE = ["anyone", "student", "staff", "teacher", "other_teacher", "administrator"]
IN = "sign in"
# Who gets what, in the order above; "staff" has no role yet, the rows are those of "teacher".
STAFF = [IN, IN, 200, 200, 200, 200]
ROLE = [IN, IN, 403, 200, 200, 200]
OWN = [IN, IN, 404, 200, 404, 200]
OWN_REDIRECT = [IN, IN, 404, 302, 404, 302]
KEPT = [IN, IN, 403, 403, 403, 403]
OWN_KEPT = [IN, IN, 404, 403, 404, 403]
ONLY_ADMINISTRATOR = [IN, IN, 403, 403, 403, 200]
# Students are every teacher's.
STUDENTS = [IN, IN, 403, 200, 200, 200]
EXPECTED = {
    "admin:index": ("GET", STAFF),
    "admin:login": ("GET", [200, 200, 302, 302, 302, 302]),
    "admin:logout": ("POST", [IN, 302, 302, 302, 302, 302]),
    "admin:password_change": ("GET", STAFF),
    "admin:password_change_done": ("GET", STAFF),
    "admin:autocomplete": ("GET", [IN, IN, 403, 200, 200, 200]),
    "admin:jsi18n": ("GET", STAFF),
    "admin:app_list": ("GET", [IN, IN, 404, 200, 200, 200]),
    "admin:quizzes_article_changelist": ("GET", ROLE),
    "admin:quizzes_article_add": ("GET", [IN, IN, 302, 302, 302, 302]),
    "admin:quizzes_article_import": ("GET", ROLE),
    "admin:quizzes_article_confirm": ("POST", ROLE),
    "admin:quizzes_article_change": ("GET", OWN),
    "admin:quizzes_article_history": ("GET", OWN),
    "admin:quizzes_article_delete": ("GET", OWN),
    "admin:quizzes_article_draft": ("POST", OWN_REDIRECT),
    "admin:quizzes_article_drafts": ("GET", OWN),
    "admin:quizzes_article_draft_state": ("GET", OWN),
    "admin:quizzes_article_make_quiz": ("POST", OWN_REDIRECT),
    "admin:quizzes_question_changelist": ("GET", ROLE),
    "admin:quizzes_question_add": ("GET", ROLE),
    "admin:quizzes_question_change": ("GET", OWN),
    "admin:quizzes_question_history": ("GET", OWN),
    "admin:quizzes_question_delete": ("GET", OWN),
    "admin:quizzes_question_reject": ("POST", OWN_REDIRECT),
    "admin:quizzes_question_retire": ("POST", OWN_REDIRECT),
    "admin:quizzes_quiz_changelist": ("GET", ROLE),
    "admin:quizzes_quiz_add": ("GET", ROLE),
    "admin:quizzes_quiz_change": ("GET", OWN),
    "admin:quizzes_quiz_history": ("GET", OWN),
    "admin:quizzes_quiz_delete": ("GET", OWN),
    "admin:quizzes_quiz_archive": ("POST", OWN_REDIRECT),
    "admin:quizzes_quiz_restore": ("POST", OWN_REDIRECT),
    "admin:quizzes_quizversion_changelist": ("GET", ROLE),
    "admin:quizzes_quizversion_add": ("GET", KEPT),
    "admin:quizzes_quizversion_change": ("GET", OWN),
    "admin:quizzes_quizversion_history": ("GET", OWN),
    "admin:quizzes_quizversion_delete": ("GET", OWN_KEPT),
    "admin:quizzes_attempt_changelist": ("GET", ROLE),
    "admin:quizzes_attempt_add": ("GET", KEPT),
    "admin:quizzes_attempt_change": ("GET", OWN),
    "admin:quizzes_attempt_history": ("GET", OWN),
    "admin:quizzes_attempt_delete": ("GET", OWN_KEPT),
    "admin:quizzes_user_changelist": ("GET", ROLE),
    "admin:quizzes_user_add": ("GET", ROLE),
    "admin:quizzes_user_change": ("GET", STUDENTS),
    "admin:quizzes_user_history": ("GET", STUDENTS),
    "admin:quizzes_user_delete": ("GET", ONLY_ADMINISTRATOR),
    "admin:auth_user_password_change": ("GET", STUDENTS),
    "admin:auth_group_changelist": ("GET", ONLY_ADMINISTRATOR),
    "admin:auth_group_add": ("GET", ONLY_ADMINISTRATOR),
    "admin:auth_group_change": ("GET", ONLY_ADMINISTRATOR),
    "admin:auth_group_history": ("GET", ONLY_ADMINISTRATOR),
    "admin:auth_group_delete": ("GET", ONLY_ADMINISTRATOR),
}
BY_POST_ALONE = [name for name, (method, _) in EXPECTED.items() if method == "POST"]
SUGGEST = "?app_label=quizzes&model_name=quizquestion&field_name=question"


@dataclass(frozen=True)
class World:
    """One row of each kind, all of them ``teacher``'s."""

    people: dict[str, Client]
    run: DraftRun

    def url(self, name: str) -> str:
        pattern = next(each for found, each in addresses.patterns() if found == name).pattern
        arguments = {key: self._argument(name, key) for key in pattern.converters}
        if name == "admin:app_list":
            arguments = {"app_label": "quizzes"}
        return reverse(name, kwargs=arguments) + (SUGGEST if name == "admin:autocomplete" else "")

    def _argument(self, name: str, key: str) -> object:
        models = [Article, Question, Quiz, QuizVersion, Attempt]
        rows = {model._meta.model_name: model.objects.get() for model in models}
        rows |= {"user": User.objects.get(username="student"), "group": Group.objects.get()}
        return self.run.uid if key == "uid" else rows[name.split("_")[1]].pk


@pytest.fixture
def world(db, monkeypatch):
    monkeypatch.setattr("subprocess.Popen", _no_process)
    student = factories.UserFactory(username="student")
    teacher, other_teacher = factories.TeacherFactory.create_batch(2)
    question = factories.QuestionFactory(owner=teacher, article__owner=teacher)
    quiz = factories.publish(question, owner=teacher)
    factories.AttemptFactory(version=quiz.versions.get(), user=student)
    run = question.article.draft_runs.create(started_at=NOON, finished_at=NOON)
    people = {
        "student": student,
        "staff": factories.UserFactory(is_staff=True),
        "teacher": teacher,
        "other_teacher": other_teacher,
        "administrator": factories.UserFactory(is_staff=True, is_superuser=True),
    }
    clients = {name: signed_in(user) for name, user in people.items()}
    return World(people={"anyone": Client()} | clients, run=run)


def _no_process(*args, **options):
    raise OSError("not in this test")


def got(response):
    """The status; or that the way leads to a sign-in page."""
    location = response.headers.get("Location", "")
    asks = location.startswith(("/accounts/sign-in/?", "/admin/login/?"))
    return IN if asks else response.status_code


def test_every_address_of_the_admin_has_its_line():
    named = {name for name, _ in addresses.patterns() if name.startswith("admin:")}

    assert set(EXPECTED) == named - {"admin:None"}  # a redirect, and the page that is not found


@pytest.mark.parametrize("name", EXPECTED)
def test_everyone_gets_what_is_theirs_and_no_more(name, world):
    method, expected = EXPECTED[name]
    url = world.url(name)

    statuses = [got(world.people[who].generic(method, url)) for who in PEOPLE]

    assert dict(zip(PEOPLE, statuses, strict=True)) == dict(zip(PEOPLE, expected, strict=True))


@pytest.mark.parametrize("name", BY_POST_ALONE)
def test_what_acts_does_not_act_on_a_get(name, world):  # S6
    rows = [list(model.objects.values()) for model in (Article, Question, Quiz, DraftRun)]

    response = world.people["teacher"].get(world.url(name))

    assert response.status_code in (302, 405)
    assert [list(model.objects.values()) for model in (Article, Question, Quiz, DraftRun)] == rows


@pytest.mark.django_db
def test_what_is_the_schools_every_teacher_edits(world):
    for model in (Article, Question, Quiz):
        model.objects.update(owner=None)

    for name in ["article_change", "question_change", "quiz_change", "quizversion_change"]:
        page = world.people["other_teacher"].get(world.url(f"admin:quizzes_{name}"))

        assert page.status_code == 200
        assert ('name="_save"' in page.content.decode()) == (name != "quizversion_change")


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["article", "question", "quiz"])
def test_lists_hold_what_is_the_teachers_the_schools_and_what_is_shared(name, teacher):
    make = {
        "article": factories.ArticleFactory,
        "question": factories.QuestionFactory,
        "quiz": factories.QuizFactory,
    }[name]
    other = factories.TeacherFactory()
    mine, schools = make(owner=teacher), make(owner=None)
    make(owner=other)
    expected = {mine, schools}
    if name != "quiz":
        expected.add(make(owner=other, shared=True))

    page = signed_in(teacher).get(reverse(f"admin:quizzes_{name}_changelist"))

    assert set(page.context["cl"].result_list) == expected
