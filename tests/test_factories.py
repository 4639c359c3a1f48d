"""Each factory builds the smallest valid row, the same every time."""

import pytest
from django.contrib.auth import authenticate
from factory.django import DjangoModelFactory

from quizzes import models, publishing
from tests import factories

FACTORIES = [
    factory
    for factory in vars(factories).values()
    if isinstance(factory, type)
    and issubclass(factory, DjangoModelFactory)
    and factory is not DjangoModelFactory
]


def test_every_model_has_a_factory():
    assert {factory._meta.model.__name__ for factory in FACTORIES} >= set(models.__all__) - {
        "TEACHERS",
        "Origin",
        "Precision",
        "QuestionKind",
        "QuestionStatus",
        "QuizMode",
    }


@pytest.mark.django_db
@pytest.mark.parametrize("factory", FACTORIES, ids=lambda factory: factory.__name__)
def test_a_factory_builds_a_valid_row_twice(factory):
    for row in (factory(), factory()):
        row.full_clean()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "factory",
    [factory for factory in FACTORIES if factory._meta.model is models.Question],
    ids=lambda factory: factory.__name__,
)
def test_a_question_made_can_be_published(factory):
    assert publishing.problem_with(factory()) == ""


@pytest.mark.django_db
def test_a_user_made_can_sign_in():
    user = factories.UserFactory()

    assert authenticate(username=user.username, password=factories.PASSWORD) == user


@pytest.mark.django_db
def test_a_teacher_made_may_do_what_teachers_may():
    teacher = factories.TeacherFactory()

    assert teacher.is_staff
    assert teacher.has_perm("quizzes.add_question")
    assert not factories.UserFactory().has_perm("quizzes.add_question")


@pytest.mark.django_db
def test_a_quiz_made_and_published_holds_the_questions_in_order():
    questions = [factories.NumberFactory(), factories.QuestionFactory()]

    quiz = factories.publish(*questions, title="Two questions")

    assert list(quiz.questions.order_by("entries__position")) == questions
    assert quiz.versions.get().content["title"] == "Two questions"
