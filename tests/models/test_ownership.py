import pytest

from quizzes.models import Article
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
    factories.ArticleFactory(title="mine", owner=teacher)
    factories.ArticleFactory(title="the school's")
    factories.ArticleFactory(title="another's", owner=other)
    factories.ArticleFactory(title="another's, shared", owner=other, shared=True)
    superuser = factories.UserFactory(is_superuser=True)

    def titles(user):
        return set(getattr(Article.objects, way)(user).values_list("title", flat=True))

    assert titles(teacher) == sees
    assert len(titles(superuser)) == 4


@pytest.mark.django_db
def test_a_row_knows_whether_it_is_among_those_a_teacher_may_edit():
    teacher, other = factories.TeacherFactory.create_batch(2)
    superuser = factories.UserFactory(is_superuser=True)
    for owner in (teacher, other, None):
        factories.ArticleFactory(owner=owner)

    for user in (teacher, other, superuser):
        editable = {each for each in Article.objects.all() if each.is_editable_by(user)}
        assert editable == set(Article.objects.editable_by(user))
