"""What a teacher learns: who took a quiz, and with what score."""

import pytest

from tests import factories
from tests.conftest import signed_in
from tests.factories import NOON
from tests.pages import words

DONE = {"submitted_at": NOON, "score_numerator": 1, "score_denominator": 1}


@pytest.fixture
def quiz(teacher):
    """A quiz of the teacher's that two students took, one of them twice."""
    version = factories.publish(owner=teacher, title="The bridge").versions.get()
    zoe = factories.UserFactory(display_name="Zoe")
    factories.AttemptFactory(version=version, user=zoe, **DONE)
    factories.AttemptFactory(version=version, user=zoe)
    adam = factories.UserFactory(display_name="Adam")
    factories.AttemptFactory(version=version, user=adam, **DONE)
    return version.quiz


def test_a_teacher_sees_their_quizzes_with_how_often_each_was_taken(as_teacher, quiz):
    factories.QuizFactory(title="The school's")
    factories.publish(title="Another's", owner=factories.TeacherFactory())

    response = as_teacher.get("/teaching/")

    assert f'href="/teaching/{quiz.slug}/"' in response.content.decode()
    page = words(response)
    assert "The bridge 2 2 The school's not published 0 0" in page
    assert "Another" not in page


def test_results_list_students_by_name_and_each_attempt(as_teacher, quiz):
    page = words(as_teacher.get(f"/teaching/{quiz.slug}/"))

    assert "2 students" in page
    assert page.index("Adam") < page.index("Zoe")
    assert page.count("1 of 1") == 2
    assert page.count("Not yet") == 1
    assert (page.count("Review Adam,"), page.count("Review Zoe,")) == (1, 1)


def test_a_quiz_nobody_took_says_so(as_teacher, teacher):
    quiz = factories.publish(owner=teacher)

    assert "Nobody has taken it yet" in words(as_teacher.get(f"/teaching/{quiz.slug}/"))


def test_a_teacher_without_quizzes_is_told_where_they_come_from(as_teacher):
    assert "No quizzes yet" in words(as_teacher.get("/teaching/"))


@pytest.mark.parametrize("url", ["/teaching/", "/teaching/the-bridge/", "/teaching/unknown/"])
def test_a_student_is_refused(as_student, url):  # S3
    factories.publish(slug="the-bridge")

    assert as_student.get(url).status_code == 403


@pytest.mark.parametrize("slug", ["anothers", "unknown"])
def test_results_of_another_teacher_are_not_there(as_teacher, slug):  # S3
    factories.publish(slug="anothers", owner=factories.TeacherFactory())

    assert as_teacher.get(f"/teaching/{slug}/").status_code == 404


def test_the_schools_quizzes_are_every_teachers(as_teacher):
    quiz = factories.publish()

    assert as_teacher.get(f"/teaching/{quiz.slug}/").status_code == 200


def test_an_administrator_sees_every_quiz(quiz):
    admin = factories.UserFactory(is_staff=True, is_superuser=True)

    assert signed_in(admin).get(f"/teaching/{quiz.slug}/").status_code == 200


@pytest.mark.parametrize("count", [1, 20])
def test_results_take_four_queries_for_any_number_of_attempts(
    count, as_teacher, django_assert_num_queries
):
    version = factories.publish().versions.get()
    factories.AttemptFactory.create_batch(count, version=version, **DONE)

    with django_assert_num_queries(4):  # session, user, quiz, attempts
        as_teacher.get(f"/teaching/{version.quiz.slug}/")


@pytest.mark.parametrize("count", [1, 20])
def test_the_list_takes_four_queries_for_any_number_of_quizzes(
    count, as_teacher, django_assert_num_queries
):
    factories.QuizVersionFactory.create_batch(count)

    with django_assert_num_queries(4):  # session, user, count, quizzes
        as_teacher.get("/teaching/")
