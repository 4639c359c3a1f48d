import pytest

from quizzes.models import Quiz, QuizVersion
from quizzes.models.quiz import VersionChanged
from tests import factories
from tests.factories import NOON


@pytest.mark.django_db
def test_a_version_never_changes():
    version = factories.QuizVersionFactory()
    version.content = {}

    with pytest.raises(VersionChanged):
        version.save()
    with pytest.raises(VersionChanged):
        version.save(update_fields=["content"])

    version.refresh_from_db()
    assert version.content


@pytest.mark.django_db
def test_published_are_those_with_a_version_that_were_not_put_away():
    version = factories.QuizVersionFactory()
    latest = factories.QuizVersionFactory(quiz=version.quiz, number=2)
    factories.QuizFactory()
    factories.QuizVersionFactory(quiz=factories.QuizFactory(archived_at=NOON))

    published = list(Quiz.objects.published())

    assert [(quiz.pk, quiz.latest) for quiz in published] == [(version.quiz_id, latest.pk)]


@pytest.mark.django_db
def test_takers_are_counted_once_and_finished_attempts_each(django_assert_num_queries):
    done = {"submitted_at": NOON, "score_numerator": 0, "score_denominator": 1}
    version = factories.QuizVersionFactory()
    factories.QuizVersionFactory(quiz=version.quiz, number=2)
    first = factories.AttemptFactory(version=version, **done)
    factories.AttemptFactory(version=version, user=first.user, **done)
    factories.AttemptFactory(version=version)

    with django_assert_num_queries(1):
        quiz = Quiz.objects.with_takers().get()

    assert (quiz.takers, quiz.finished, quiz.versions_made) == (2, 2, 2)


@pytest.mark.django_db
def test_the_newest_version_comes_first():
    quiz = factories.QuizVersionFactory().quiz
    newer = factories.QuizVersionFactory(quiz=quiz, number=2)

    assert quiz.versions.first() == newer


@pytest.mark.django_db
def test_quizzes_and_versions_say_what_they_are():
    version = factories.QuizVersionFactory()

    assert str(version) == "The bridge at Lund, version 1"
    assert str(version.quiz.entries.get()).endswith(". Where did the bridge open?")
    assert version.quiz.get_absolute_url() == f"/quizzes/{version.quiz.slug}/"
    assert QuizVersion.objects.get() == version
