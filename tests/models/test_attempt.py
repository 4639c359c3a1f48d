from datetime import timedelta
from fractions import Fraction

import pytest

from quizzes.models import Attempt
from quizzes.models.attempt import GRACE
from tests import factories
from tests.factories import NOON

DONE = {"submitted_at": NOON, "score_numerator": 1, "score_denominator": 3}
MOMENT = timedelta(microseconds=1)


@pytest.mark.parametrize(
    ("now", "is_open"),
    [
        (NOON - timedelta(seconds=1), True),
        (NOON, True),
        (NOON + GRACE - MOMENT, True),
        (NOON + GRACE, False),
        (NOON + timedelta(days=1), False),
    ],
    ids=["a second before", "at the end", "in the grace", "grace over", "a day later"],
)
def test_an_attempt_is_open_until_the_grace_after_its_end(now, is_open):  # R7
    attempt = Attempt(due_at=NOON)

    assert attempt.is_open(now) is is_open
    assert attempt.is_overdue(now) is not is_open


def test_without_a_limit_only_submitting_closes_an_attempt():
    far = NOON + timedelta(days=999)

    assert Attempt(due_at=None).is_open(far)
    assert not Attempt(due_at=None, submitted_at=NOON).is_open(NOON)


@pytest.mark.django_db
def test_overdue_are_open_attempts_whose_grace_is_over():
    late = factories.AttemptFactory(due_at=NOON)
    factories.AttemptFactory(due_at=NOON + MOMENT)
    factories.AttemptFactory(due_at=None)
    factories.AttemptFactory(due_at=NOON, **DONE)

    assert list(Attempt.objects.overdue(NOON + GRACE)) == [late]


@pytest.mark.django_db
def test_a_score_is_the_exact_fraction():
    assert factories.AttemptFactory(**DONE).score == Fraction(1, 3)
    assert factories.AttemptFactory().score is None


@pytest.mark.django_db
def test_a_credit_is_the_exact_fraction():
    marked = factories.ResponseFactory(credit_numerator=2, credit_denominator=3)

    assert marked.credit == Fraction(2, 3)
    assert factories.ResponseFactory().credit is None


@pytest.mark.django_db
def test_an_attempt_leads_to_its_overview_and_then_to_its_result():
    attempt = factories.AttemptFactory()
    address = f"/attempts/{attempt.public_id}/"

    assert attempt.get_absolute_url() == address
    attempt.submitted_at = NOON
    assert attempt.get_absolute_url() == f"{address}result/"


@pytest.mark.django_db
def test_everyone_sees_their_own_and_a_teacher_those_at_their_quizzes():  # S3
    teacher, other = factories.TeacherFactory.create_batch(2)
    student = factories.UserFactory()

    def at_quiz_of(owner, user):
        version = factories.QuizVersionFactory(quiz__owner=owner)
        return factories.AttemptFactory(version=version, user=user)

    mine = at_quiz_of(teacher, student)
    schools = at_quiz_of(None, student)
    others = at_quiz_of(other, student)
    own = at_quiz_of(other, teacher)

    def visible(user):
        return set(Attempt.objects.visible_to(user))

    assert visible(student) == {mine, schools, others}
    assert visible(factories.UserFactory()) == set()
    assert visible(teacher) == {mine, schools, own}
    assert visible(factories.UserFactory(is_staff=True, is_superuser=True)) == {
        mine,
        schools,
        others,
        own,
    }


@pytest.mark.django_db
def test_students_come_by_name_and_each_ones_attempts_by_time():
    version = factories.QuizVersionFactory()
    zoe = factories.UserFactory(username="aaa", display_name="Zoe")
    adam = factories.UserFactory(username="bbb", display_name="Adam")
    mia = factories.UserFactory(username="mia")

    def attempt(user, hours):
        started = NOON + timedelta(hours=hours)
        done = DONE | {"submitted_at": started}
        return factories.AttemptFactory(version=version, user=user, started_at=started, **done)

    first, second = attempt(zoe, 0), attempt(zoe, 3)
    third, fourth = attempt(mia, 1), attempt(adam, 2)

    assert list(Attempt.objects.by_student()) == [fourth, third, first, second]
