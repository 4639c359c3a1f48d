"""Accounts with known passwords, for the demo alone."""

from pathlib import PurePath
from typing import Any

from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

from quizzes.models import TEACHERS, User

DEMO_DATABASE = "demo.sqlite3"
PASSWORD = "dateline-demo"
ACCOUNTS = [
    ("teacher", "Thea Moreau", True),
    ("amina", "Amina Haddad", False),
    ("jonas", "Jonas Lind", False),
]


class Command(BaseCommand):
    help = (
        "Make the demo's teacher and two students, with a password everyone knows, and print them."
    )

    def handle(self, **options: Any) -> None:
        if PurePath(str(connection.settings_dict["NAME"])).name != DEMO_DATABASE:
            raise CommandError(
                "These accounts have a password that everyone knows: they are made only in the "
                f"demo's own database, {DEMO_DATABASE}. Use `createsuperuser` for a real site."
            )
        with transaction.atomic():
            for username, name, teaches in ACCOUNTS:
                _make(username, name, teaches)
        for username, name, teaches in ACCOUNTS:
            role = "teacher" if teaches else "student"
            self.stdout.write(f"  {role}  {username:8} password: {PASSWORD}   ({name})")


def _make(username: str, name: str, teaches: bool) -> None:
    user, _ = User.objects.get_or_create(username=username, defaults={"display_name": name})
    user.is_staff = teaches
    user.set_password(PASSWORD)
    user.save(update_fields=["is_staff", "password"])
    if teaches:
        user.groups.add(Group.objects.get(name=TEACHERS))
