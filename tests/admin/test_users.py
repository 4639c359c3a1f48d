import pytest

from quizzes.models import TEACHERS, User
from tests import factories
from tests.admin.filling import address, filled, queries
from tests.conftest import signed_in
from tests.pages import words

NEW = {"username": "ann", "display_name": "Ann Lee", "password1": "a loud harbour"}
NEW |= {"password2": NEW["password1"]}
PASSWORD = {"password1": "a loud harbour", "password2": "a loud harbour"}
# What a teacher must never give.
POWER = {"is_staff": "on", "is_superuser": "on", "groups": "1", "user_permissions": "1"}


@pytest.fixture
def as_administrator(db):
    return signed_in(factories.UserFactory(is_staff=True, is_superuser=True))


@pytest.fixture
def staff(db):
    """People a teacher must not see in the admin."""
    return [
        factories.TeacherFactory(username="colleague"),
        factories.UserFactory(username="head", is_staff=True, is_superuser=True),
        factories.UserFactory(username="root", is_superuser=True),
    ]


def powers(user):
    user = User.objects.get(pk=user.pk)
    return (user.is_staff, user.is_superuser, user.groups.count(), user.user_permissions.count())


@pytest.mark.django_db
def test_a_teacher_makes_a_student_who_can_sign_in(as_teacher, client):
    as_teacher.post(address("user_add"), NEW | POWER)

    ann = User.objects.get(username="ann")
    assert ann.display_name == "Ann Lee"
    assert powers(ann) == (False, False, 0, 0)
    assert client.login(username="ann", password="a loud harbour")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"password2": "another harbour"}, "didn’t match"),
        ({"password1": "short", "password2": "short"}, "too short"),
        ({"username": "student"}, "already exists"),
        ({"username": ""}, "This field is required."),
        ({"password1": "", "password2": ""}, "This field is required."),
    ],
    ids=["two passwords", "short", "taken", "no name", "no password"],
)
def test_a_student_that_cannot_be_made_is_said_why(changes, says, as_teacher):
    factories.UserFactory(username="student")

    page = as_teacher.post(address("user_add"), NEW | changes)

    assert says in words(page)
    assert not User.objects.filter(username="ann").exists()


@pytest.mark.django_db
def test_a_teacher_changes_a_student_and_gives_no_power(as_teacher, student):  # S5
    page = as_teacher.get(address("user_change", student.pk))

    sent = filled(page, display_name="Ann Lee", is_active=None) | POWER
    as_teacher.post(address("user_change", student.pk), sent)

    student.refresh_from_db()
    assert (student.display_name, student.is_active) == ("Ann Lee", False)
    assert powers(student) == (False, False, 0, 0)
    assert not {"is_staff", "groups", "user_permissions"} & set(
        page.context["adminform"].form.fields
    )


@pytest.mark.django_db
def test_a_teacher_sets_a_students_password(as_teacher, student, client):
    as_teacher.post(f"/admin/quizzes/user/{student.pk}/password/", PASSWORD)

    assert client.login(username=student.username, password="a loud harbour")


@pytest.mark.django_db
def test_a_password_cannot_be_taken_away(as_teacher, student):
    page = as_teacher.post(
        f"/admin/quizzes/user/{student.pk}/password/",
        {"usable_password": "false", "unset-password": "1"},
    )

    student.refresh_from_db()
    assert student.has_usable_password()
    assert "This field is required." in words(page)


@pytest.mark.django_db
def test_a_teacher_does_not_see_staff(as_teacher, student, staff):  # S4
    shown = as_teacher.get(address("user_changelist")).context["cl"].result_list

    assert list(shown) == [student]


@pytest.mark.django_db
@pytest.mark.parametrize("query", [{"is_staff__exact": "1"}, {"q": "colleague"}, {"all": ""}])
def test_no_query_shows_a_teacher_staff(query, as_teacher, staff):  # S4
    page = as_teacher.get(address("user_changelist"), query, follow=True)

    assert not {"colleague", "head", "root"} & set(words(page).split())


@pytest.mark.django_db
@pytest.mark.parametrize("which", [0, 1, 2], ids=["colleague", "head", "root"])
def test_a_teacher_reaches_no_staff_account(which, as_teacher, staff):  # S3
    someone = staff[which]
    before = User.objects.values().get(pk=someone.pk)

    answers = [
        as_teacher.get(address("user_change", someone.pk)),
        as_teacher.post(address("user_change", someone.pk), {"username": "mine"}),
        as_teacher.get(f"/admin/quizzes/user/{someone.pk}/password/"),
        as_teacher.post(f"/admin/quizzes/user/{someone.pk}/password/", PASSWORD),
        as_teacher.get(address("user_history", someone.pk)),
        as_teacher.post(address("user_delete", someone.pk), {"post": "yes"}),
    ]

    assert {answer.status_code for answer in answers} <= {403, 404}
    assert User.objects.values().get(pk=someone.pk) == before


@pytest.mark.django_db
def test_not_even_their_own(as_teacher, teacher):
    assert as_teacher.get(address("user_change", teacher.pk)).status_code == 404


@pytest.mark.django_db
def test_a_teacher_deletes_nobody(as_teacher, student):
    one = as_teacher.post(address("user_delete", student.pk), {"post": "yes"})
    as_teacher.post(
        address("user_changelist"),
        {"action": "delete_selected", "_selected_action": student.pk, "post": "yes"},
    )

    assert one.status_code == 403
    assert User.objects.filter(pk=student.pk).exists()


@pytest.mark.django_db
def test_an_administrator_makes_a_teacher(as_administrator, student):
    page = as_administrator.get(address("user_change", student.pk))
    teachers = page.context["adminform"].form.fields["groups"].queryset.get(name=TEACHERS)

    sent = filled(page, is_staff="on", groups=teachers.pk)
    as_administrator.post(address("user_change", student.pk), sent)

    assert powers(student)[0::2] == (True, 1)


@pytest.mark.django_db
def test_an_administrator_sees_everyone(as_administrator, student, staff):
    shown = as_administrator.get(address("user_changelist")).context["cl"].result_list

    assert set(shown) >= {student, *staff}


@pytest.mark.django_db
def test_an_account_with_answers_is_not_deleted(as_administrator):  # R14
    attempt = factories.AttemptFactory()

    page = as_administrator.post(address("user_delete", attempt.user_id), {"post": "yes"})

    assert page.status_code == 200
    assert User.objects.filter(pk=attempt.user_id).exists()


@pytest.mark.django_db
def test_the_list_takes_as_many_queries_for_many_students_as_for_few(as_teacher):
    few = queries(as_teacher, address("user_changelist"))
    factories.UserFactory.create_batch(4)

    assert queries(as_teacher, address("user_changelist")) == few
