import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from quizzes.management.commands.demo_accounts import PASSWORD
from quizzes.models import TEACHERS, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo_database(monkeypatch):
    monkeypatch.setitem(connection.settings_dict, "NAME", "/anywhere/demo.sqlite3")


def test_the_demo_gets_a_teacher_and_two_students_who_can_sign_in(demo_database, client, capsys):
    call_command("demo_accounts")

    printed = capsys.readouterr().out
    assert [user.username for user in User.objects.filter(is_staff=True)] == ["teacher"]
    assert User.objects.get(username="teacher").groups.get().name == TEACHERS
    for username in ("teacher", "amina", "jonas"):
        assert client.login(username=username, password=PASSWORD)
        assert username in printed


def test_making_the_accounts_again_keeps_those_there_are(demo_database):
    call_command("demo_accounts")
    User.objects.filter(username="amina").update(display_name="Amina H.")

    call_command("demo_accounts")

    assert User.objects.count() == 3
    assert User.objects.get(username="amina").display_name == "Amina H."


def test_no_other_database_gets_accounts_with_a_known_password():
    with pytest.raises(CommandError, match=r"only in the demo's own database"):
        call_command("demo_accounts")

    assert not User.objects.exists()
