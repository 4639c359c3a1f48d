"""R14: nothing that holds answers, or that answers rest on, can be deleted away."""

import pytest
from django.db.models import ProtectedError

from quizzes import models
from tests import factories


def _question_in_a_quiz():
    return factories.QuizQuestionFactory().question


def _article_with_a_question():
    return factories.QuestionFactory().article


def _passage_with_evidence():
    return factories.EvidenceFactory().passage


def _published_quiz():
    return factories.QuizVersionFactory().quiz


def _answered_quiz():
    return factories.ResponseFactory().attempt.quiz


def _version_with_an_attempt():
    return factories.AttemptFactory().version


def _attempt_with_an_answer():
    return factories.ResponseFactory().attempt


def _student_with_an_attempt():
    return factories.AttemptFactory().user


def _owner_of_an_article():
    return factories.ArticleFactory(owner=factories.UserFactory()).owner


def _owner_of_a_quiz():
    return factories.QuizFactory(owner=factories.UserFactory()).owner


def _reviewer_of_a_question():
    return factories.QuestionFactory(reviewed_by=factories.UserFactory()).reviewed_by


def _publisher_of_a_version():
    return factories.QuizVersionFactory(published_by=factories.UserFactory()).published_by


@pytest.mark.django_db
@pytest.mark.parametrize(
    "make",
    [
        _question_in_a_quiz,
        _article_with_a_question,
        _passage_with_evidence,
        _published_quiz,
        _answered_quiz,
        _version_with_an_attempt,
        _attempt_with_an_answer,
        _student_with_an_attempt,
        _owner_of_an_article,
        _owner_of_a_quiz,
        _reviewer_of_a_question,
        _publisher_of_a_version,
    ],
    ids=lambda make: make.__name__.strip("_"),
)
@pytest.mark.parametrize("way", ["row", "rows"])
def test_what_others_rest_on_cannot_be_deleted(make, way):
    row = make()
    rows = type(row)._default_manager.filter(pk=row.pk)

    with pytest.raises(ProtectedError):
        row.delete() if way == "row" else rows.delete()

    assert rows.exists()


@pytest.mark.django_db
def test_what_nothing_rests_on_goes_with_its_parts():
    question = factories.QuestionFactory()
    article = question.article

    question.delete()
    article.delete()

    left = [models.Option, models.Evidence, models.Passage, models.Article]
    assert not any(model.objects.exists() for model in left)


@pytest.mark.django_db
def test_an_unpublished_quiz_goes_but_its_questions_stay():
    entry = factories.QuizQuestionFactory()

    entry.quiz.delete()

    assert models.Question.objects.get() == entry.question
