"""Choosing a quiz: the list, what a quiz asks of its taker, starting it."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from quizzes import attempts, publishing
from quizzes.models import Attempt
from tests import factories
from tests.factories import NOON

DONE = {"submitted_at": NOON, "score_numerator": 1, "score_denominator": 1}


def test_the_list_is_empty_in_words(as_student):
    page = as_student.get("/").content.decode()

    assert "Nothing to read yet" in page
    assert "When your teacher publishes one" in page


def test_a_teacher_is_told_how_to_fill_the_list(as_teacher):
    assert "Import an article" in as_teacher.get("/").content.decode()


def test_published_quizzes_are_listed_newest_first(as_student):
    factories.publish(title="An older quiz")
    factories.publish(title="A newer quiz", mode="test", time_limit=20)
    factories.QuizFactory(title="A draft")
    factories.publish(title="Put away", archived_at=NOON)

    page = as_student.get("/").content.decode()

    assert page.index("A newer quiz") < page.index("An older quiz")
    assert "test · 20 minutes" in page
    assert "A draft" not in page
    assert "Put away" not in page


def test_the_list_shows_a_quiz_as_it_was_published(as_student):
    quiz = factories.publish(title="As published")
    quiz.title = "Edited since"
    quiz.save()

    for url in ("/", quiz.get_absolute_url()):
        page = as_student.get(url).content.decode()
        assert "As published" in page
        assert "Edited since" not in page


@pytest.mark.parametrize(
    ("state", "standings"),
    [({}, ["Begun, not finished"]), (DONE, ["Last score: 1 of 1"]), (None, [])],
)
def test_the_list_says_where_the_student_stands(as_student, student, state, standings):
    version = factories.publish().versions.get()
    if state is not None:
        factories.AttemptFactory(user=student, version=version, **state)
    factories.AttemptFactory(version=version)  # another's

    page = as_student.get("/").content.decode()

    assert re.findall('class="standing">([^<]*)<', page) == standings


@pytest.mark.parametrize("count", [1, 12])
def test_the_list_takes_as_many_queries_for_any_number_of_quizzes(
    count, as_student, student, django_assert_num_queries
):
    question = factories.QuestionFactory()
    for _ in range(count):
        version = factories.publish(question).versions.get()
        factories.AttemptFactory(user=student, version=version, **DONE)

    with django_assert_num_queries(6):  # session, user, count, quizzes, versions, attempts
        assert as_student.get("/").status_code == 200


@pytest.mark.parametrize("number", ["2", "1e100", "-1", "9" * 5000, "\x00", ""])
def test_any_page_number_gives_a_page(as_student, number):  # S23
    question = factories.QuestionFactory()
    for _ in range(21):
        factories.publish(question)

    response = as_student.get("/", {"page": number})

    assert response.status_code == 200
    assert "of 2" in response.content.decode()


@pytest.mark.parametrize(
    ("quiz", "says"),
    [
        ({}, "Practice: after each answer you see what is right"),
        ({"mode": "test"}, "A test: you can change your answers until you submit"),
        ({"time_limit": 1}, "You have 1 minute from the moment you start"),
        ({"description": "All about a bridge."}, "All about a bridge."),
    ],
)
def test_a_quiz_says_what_it_asks_of_its_taker(as_student, quiz, says):
    quiz = factories.publish(**quiz)

    response = as_student.get(quiz.get_absolute_url())

    assert response.status_code == 200
    assert says in response.content.decode()


@pytest.mark.parametrize(
    ("state", "button"), [(None, "Start"), ({}, "Continue"), (DONE, "Start again")]
)
def test_the_button_says_what_it_does(as_student, student, state, button):
    version = factories.publish().versions.get()
    if state is not None:
        factories.AttemptFactory(user=student, version=version, **state)

    page = as_student.get(version.quiz.get_absolute_url()).content.decode()

    assert f'<button class="button">{button}</button>' in page


@pytest.mark.parametrize("count", [1, 10])
def test_a_quiz_takes_as_many_queries_for_any_number_of_attempts(
    count, as_student, student, django_assert_num_queries
):
    version = factories.publish().versions.get()
    factories.AttemptFactory.create_batch(count, user=student, version=version, **DONE)

    with django_assert_num_queries(5):  # session, user, quiz, version, attempts
        as_student.get(version.quiz.get_absolute_url())


@pytest.mark.parametrize("quiz", ["draft", "archived", "unknown"])
@pytest.mark.parametrize("way", ["look", "start"])
def test_a_quiz_that_is_not_open_is_not_there(as_student, quiz, way):
    factories.QuizFactory(slug="draft")
    factories.publish(slug="archived", archived_at=NOON)

    if way == "look":
        response = as_student.get(f"/quizzes/{quiz}/")
    else:
        response = as_student.post(f"/quizzes/{quiz}/start/")

    assert response.status_code == 404
    assert not Attempt.objects.exists()


def test_starting_leads_to_the_first_question(as_student, student):
    quiz = factories.publish()

    response = as_student.post(f"{quiz.get_absolute_url()}start/", follow=True)

    attempt = Attempt.objects.get()
    assert (attempt.user, attempt.quiz) == (student, quiz)
    assert abs(attempt.started_at - timezone.now()) < timedelta(minutes=5)
    assert response.redirect_chain[-1] == (f"/attempts/{attempt.public_id}/1/", 302)
    assert response.status_code == 200


def test_starting_again_goes_on_where_the_student_stopped(as_student, student):  # R5
    quiz = factories.publish(factories.QuestionFactory(), factories.TrueFalseFactory())
    attempt = attempts.start(student, quiz, now=timezone.now())
    factories.ResponseFactory(attempt=attempt)

    response = as_student.post(f"{quiz.get_absolute_url()}start/", follow=True)

    assert response.redirect_chain[-1] == (f"/attempts/{attempt.public_id}/2/", 302)
    assert Attempt.objects.count() == 1


def test_what_was_begun_can_be_gone_on_with_after_the_quiz_was_put_away(as_student, student):
    attempt = attempts.start(student, factories.publish(), now=timezone.now())
    attempt.quiz.archived_at = timezone.now()
    attempt.quiz.save()

    response = as_student.post(f"/quizzes/{attempt.quiz.slug}/start/")

    assert response.url == f"/attempts/{attempt.public_id}/resume/"


def test_starting_takes_as_many_queries_for_any_number_of_questions(
    as_student, django_assert_max_num_queries
):
    article = factories.ArticleFactory()
    quiz = factories.publish(*factories.QuestionFactory.create_batch(30, article=article))

    # session, user, quiz; begin, open attempt, version, begin, insert, commit, commit
    with django_assert_max_num_queries(11):
        as_student.post(f"/quizzes/{quiz.slug}/start/")


def test_a_republished_quiz_begins_at_its_new_version(as_student):  # R12
    quiz = factories.publish()
    quiz.entries.update(points=3)
    publishing.publish(quiz, by=None, now=NOON)

    as_student.post(f"/quizzes/{quiz.slug}/start/")

    assert Attempt.objects.get().max_score == 3
