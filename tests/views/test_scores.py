"""My scores: every attempt of one's own."""

from datetime import timedelta

import pytest

from tests import factories
from tests.factories import NOON
from tests.pages import words

DONE = {"submitted_at": NOON, "score_numerator": 1, "score_denominator": 1}


def test_without_an_attempt_the_page_says_what_it_is_for(as_student):
    assert "No scores yet" in as_student.get("/scores/").content.decode()


def test_every_attempt_is_listed_latest_first_with_the_way_to_it(as_student, student):
    version = factories.QuizVersionFactory()
    done = factories.AttemptFactory(user=student, version=version, **DONE)
    begun = factories.AttemptFactory(
        user=student, version=version, started_at=NOON + timedelta(days=1)
    )

    response = as_student.get("/scores/")

    page, markup = words(response), response.content.decode()
    assert page.index("Not finished") < page.index("1 of 1")
    assert "2 Mar 2026, 12:00 UTC" in page
    assert f"/attempts/{begun.public_id}/resume/" in markup
    assert f"/attempts/{done.public_id}/result/" in markup


def test_a_part_of_a_point_is_never_rounded_up(as_student, student):  # R15
    version = factories.publish(*factories.QuestionFactory.create_batch(3)).versions.get()
    factories.AttemptFactory(
        user=student, version=version, **DONE | {"score_numerator": 299, "score_denominator": 100}
    )

    assert "2.9 of 3" in as_student.get("/scores/").content.decode()


def test_nobody_sees_the_scores_of_another(as_student, as_teacher):  # S3
    other = factories.AttemptFactory(**DONE)

    for client in (as_student, as_teacher):
        assert str(other.public_id) not in client.get("/scores/").content.decode()


@pytest.mark.parametrize("count", [1, 20])
def test_scores_take_as_many_queries_for_any_number(
    count, as_student, student, django_assert_num_queries
):
    version = factories.QuizVersionFactory()
    factories.AttemptFactory.create_batch(count, user=student, version=version, **DONE)

    with django_assert_num_queries(4):  # session, user, count, attempts
        as_student.get("/scores/")


def test_many_attempts_come_in_pages(as_student, student):
    version = factories.QuizVersionFactory()
    factories.AttemptFactory.create_batch(51, user=student, version=version, **DONE)

    first, second = (as_student.get("/scores/", {"page": n}).content.decode() for n in (1, 2))

    assert (first.count("1 of 1"), second.count("1 of 1")) == (50, 1)
    assert 'href="?page=2"' in first
    assert 'href="?page=1"' in second
