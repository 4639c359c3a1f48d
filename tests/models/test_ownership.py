import pytest

from quizzes.models import Quiz
from tests import factories


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("way", "sees"),
    [
        ("editable_by", {"mine", "the school's"}),
        ("usable_by", {"mine", "the school's", "another's, shared"}),
    ],
)
def test_a_teacher_works_on_their_own_and_the_schools(way, sees):
    teacher, other = factories.TeacherFactory.create_batch(2)
    factories.QuizFactory(title="mine", owner=teacher)
    factories.QuizFactory(title="the school's")
    factories.QuizFactory(title="another's", owner=other)
    factories.QuizFactory(title="another's, shared", owner=other, shared=True)
    superuser = factories.UserFactory(is_superuser=True)

    def titles(user):
        return set(getattr(Quiz.objects, way)(user).values_list("title", flat=True))

    assert titles(teacher) == sees
    assert len(titles(superuser)) == 4
