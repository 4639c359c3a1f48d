from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from tests.factories import AttemptFactory

pytestmark = pytest.mark.django_db


def test_it_hands_in_what_is_overdue_and_says_how_many(capsys):
    now = timezone.now()
    overdue = AttemptFactory(started_at=now - timedelta(hours=2), due_at=now - timedelta(hours=1))
    running = AttemptFactory(started_at=now, due_at=now + timedelta(hours=1))

    call_command("close_overdue_attempts")

    overdue.refresh_from_db()
    running.refresh_from_db()
    assert overdue.submitted_at == overdue.due_at
    assert running.submitted_at is None
    assert capsys.readouterr().out == "Closed 1 attempt.\n"
