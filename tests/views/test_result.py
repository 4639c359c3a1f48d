"""The result: the score, and each question with its answer, its key and why."""

import pytest
from django.utils import timezone

from quizzes import attempts
from quizzes.models import Question
from tests import factories
from tests.conftest import signed_in
from tests.pages import words
from tests.taking import begin_four, begin_now, item

RIGHT = ["0", "true", "lund", "forty"]
WRONG = ["1", "false", "Malmö", "41"]


def hand_in(client, attempt, answers):
    for position, answer in enumerate(answers, start=1):
        client.post(item(attempt, position), {"answer": answer, "revision": "0"})
    attempts.submit(attempt, now=timezone.now())
    return f"/attempts/{attempt.public_id}/result/"


@pytest.mark.parametrize("mode", ["practice", "test"])
def test_all_right_is_said_in_words(as_student, student, mode):
    page = as_student.get(hand_in(as_student, begin_four(student, mode=mode), RIGHT))

    text = words(page)
    assert " 4 of 4 " in text
    assert "Every answer was right." in text
    assert text.count("Lund is the only town named.") == 4
    assert "Take it again" in text


@pytest.mark.parametrize("mode", ["practice", "test"])
def test_what_was_not_right_is_shown_with_the_key_and_its_proof(as_student, student, mode):
    page = as_student.get(hand_in(as_student, begin_four(student, mode=mode), WRONG[:3]))

    text = words(page)
    assert " 0 of 4 " in text
    assert "4 of 4 questions were not answered right." in text
    assert page.content.decode().count("<mark>The bridge at Lund opened in 1987.</mark>") == 4
    assert "Your answer Malmö Right answer Lund" in text
    assert "Right answer 40 million crowns" in text
    assert "No answer" in text


def test_feedback_is_shown_for_the_option_that_was_chosen(as_student, student):
    question = factories.QuestionFactory()
    question.options.filter(text="Lund").update(feedback="Said of Lund.")
    question.options.filter(text="Malmö").update(feedback="Said of Malmö.")
    attempt = begin_now(student, Question.objects.get(), shuffle=False)

    page = as_student.get(hand_in(as_student, attempt, ["1"])).content.decode()

    assert "Said of Malmö." in page
    assert "Said of Lund." not in page


def test_an_archived_quiz_cannot_be_taken_again(as_student, student):
    attempt = begin_four(student)
    url = hand_in(as_student, attempt, RIGHT)
    attempt.quiz.archived_at = timezone.now()
    attempt.quiz.save()

    page = as_student.get(url).content.decode()

    assert "4 of 4" in page
    assert "Take it again" not in page


def test_until_it_is_submitted_there_is_no_result(as_student, student):
    attempt = begin_four(student)

    response = as_student.get(f"/attempts/{attempt.public_id}/result/")

    assert response.url == f"/attempts/{attempt.public_id}/"


def test_a_teacher_sees_the_result_at_their_own_quiz_with_the_students_name(student, teacher):
    student.display_name = "Amina H."
    student.save()
    attempt = begin_four(student, owner=teacher)
    url = hand_in(signed_in(student), attempt, RIGHT)

    page = signed_in(teacher).get(url).content.decode()

    assert "Amina H." in page
    assert "Their answer" in page
    assert f"/teaching/{attempt.quiz.slug}/" in page
    assert "Your answer" not in page
    assert "Take it again" not in page


def test_a_teacher_sees_nothing_of_an_attempt_that_is_still_open(student, as_teacher, teacher):
    attempt = begin_four(student, owner=teacher)

    assert as_teacher.get(f"/attempts/{attempt.public_id}/result/").status_code == 404


def test_another_teacher_sees_no_result(student, as_teacher):  # S3
    attempt = begin_four(student, owner=factories.TeacherFactory())
    url = hand_in(signed_in(student), attempt, RIGHT)

    assert as_teacher.get(url).status_code == 404


@pytest.mark.parametrize("count", [3, 30])
def test_the_result_takes_four_queries_for_any_number_of_questions(
    count, as_student, student, django_assert_num_queries
):
    article = factories.ArticleFactory()
    questions = factories.QuestionFactory.create_batch(count, article=article)
    url = hand_in(as_student, begin_now(student, *questions), ["0"] * count)

    with django_assert_num_queries(4):
        as_student.get(url)
