"""Migrations: nothing forgotten, the group Teachers as planned, the way back open."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from quizzes.models import TEACHERS

EVERYTHING = ["add", "change", "delete", "view"]
TEACHERS_MAY = {
    "article": EVERYTHING,
    "passage": EVERYTHING,
    "event": EVERYTHING,
    "question": EVERYTHING,
    "evidence": EVERYTHING,
    "option": EVERYTHING,
    "quiz": EVERYTHING,
    "quizquestion": EVERYTHING,
    "quizversion": ["view"],
    "attempt": ["view"],
    "response": ["view"],
    "user": ["add", "change", "view"],
}


@pytest.mark.django_db
def test_no_change_of_a_model_lacks_its_migration():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.django_db
def test_teachers_have_exactly_the_permissions_of_their_work():
    allowed = {
        (model, f"{verb}_{model}") for model, verbs in TEACHERS_MAY.items() for verb in verbs
    }

    permissions = Group.objects.get(name=TEACHERS).permissions
    assert set(permissions.values_list("content_type__model", "codename")) == allowed
    assert set(permissions.values_list("content_type__app_label", flat=True)) == {"quizzes"}


@pytest.mark.django_db(transaction=True)
def test_every_migration_can_be_taken_back_and_made_again():
    latest = _executor().loader.graph.leaf_nodes()

    try:
        _executor().migrate([("quizzes", "0001_initial")])
        assert not Group.objects.filter(name=TEACHERS).exists()
        _executor().migrate([("quizzes", None)])
        assert not [name for name in _tables() if name.startswith("quizzes_")]
    finally:
        _executor().migrate(latest)

    assert "quizzes_attempt" in _tables()
    assert Group.objects.get(name=TEACHERS).permissions.count() == sum(
        map(len, TEACHERS_MAY.values())
    )


def _executor() -> MigrationExecutor:
    return MigrationExecutor(connection)


def _tables() -> list[str]:
    return connection.introspection.table_names()
