"""Close what nobody came back to."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from quizzes import attempts


class Command(BaseCommand):
    help = "Submit every attempt whose time has run out, with what was saved. Run it by cron."

    def handle(self, **options: Any) -> None:
        closed = attempts.close_overdue(now=timezone.now())
        self.stdout.write(f"Closed {closed} attempt{'' if closed == 1 else 's'}.")
