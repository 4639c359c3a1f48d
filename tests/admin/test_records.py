import pytest

from quizzes.models import Attempt, QuizVersion
from tests import factories
from tests.admin.filling import address, queries
from tests.conftest import signed_in
from tests.factories import NOON
from tests.pages import words


@pytest.fixture
def attempt(teacher):
    """A student's submitted attempt at the teacher's quiz, with its answer."""
    quiz = factories.publish(factories.QuestionFactory(), owner=teacher, title="The bridge")
    attempt = factories.AttemptFactory(
        version=quiz.versions.get(),
        user__display_name="Ann Lee",
        submitted_at=NOON,
        score_numerator=1,
        score_denominator=2,
    )
    factories.ResponseFactory(attempt=attempt, credit_numerator=1, credit_denominator=2)
    return attempt


@pytest.mark.django_db
def test_a_version_is_shown_with_its_questions_and_their_keys(as_teacher, attempt):
    page = as_teacher.get(address("quizversion_change", attempt.version_id))

    assert "Where did the bridge open? Lund" in words(page)


@pytest.mark.django_db
def test_an_attempt_is_shown_with_its_score_and_answers(as_teacher, attempt):
    listed = words(as_teacher.get(address("attempt_changelist")))
    page = words(as_teacher.get(address("attempt_change", attempt.pk)))

    assert "Ann Lee" in listed
    assert "0.5 of 1" in listed
    assert "Credit: 1/2" in page


@pytest.mark.django_db
def test_an_open_attempt_has_no_score(as_teacher, attempt):
    factories.AttemptFactory(version=attempt.version)

    assert "not submitted" in words(as_teacher.get(address("attempt_changelist")))


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["teacher", "administrator"])
@pytest.mark.parametrize("name", ["quizversion", "attempt"])
def test_nothing_is_added_changed_or_deleted(who, name, teacher, attempt):
    administrator = factories.UserFactory(is_staff=True, is_superuser=True)
    client = signed_in(teacher if who == "teacher" else administrator)
    pk = attempt.pk if name == "attempt" else attempt.version_id

    answers = [
        client.post(address(f"{name}_add"), {}),
        client.post(address(f"{name}_change", pk), {"score_numerator": 100}),
        client.post(address(f"{name}_delete", pk), {"post": "yes"}),
    ]

    assert [answer.status_code for answer in answers] == [403, 403, 403]
    assert (Attempt.objects.count(), QuizVersion.objects.count()) == (1, 1)


@pytest.mark.django_db
def test_another_teachers_records_do_not_exist(attempt):  # S3, S4
    client = signed_in(factories.TeacherFactory())

    assert client.get(address("attempt_change", attempt.pk)).status_code == 404
    assert client.get(address("quizversion_change", attempt.version_id)).status_code == 404
    for name in ["attempt_changelist", "quizversion_changelist"]:
        listed = words(client.get(address(name), {"quiz": attempt.quiz_id}))
        assert "The bridge" not in listed
        assert "Ann Lee" not in listed


@pytest.mark.django_db
def test_records_are_filtered_by_quiz(as_teacher, attempt, teacher):
    other = factories.publish(factories.QuestionFactory(), owner=teacher)

    for quiz, count in [(attempt.quiz, 1), (other, 0)]:
        page = as_teacher.get(address("attempt_changelist"), {"quiz": quiz.pk})
        assert page.context["cl"].result_count == count


@pytest.mark.django_db
def test_lists_take_as_many_queries_for_many_records_as_for_few(as_teacher, attempt):
    pages = [address("attempt_changelist"), address("quizversion_changelist")]
    few = [queries(as_teacher, page) for page in pages]
    factories.AttemptFactory.create_batch(4, version=attempt.version)
    for _ in range(3):
        factories.publish(factories.QuestionFactory(), owner=attempt.quiz.owner)

    assert [queries(as_teacher, page) for page in pages] == few
