"""What the admin starts in a process of its own when a teacher asks for drafts."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from quizzes import authoring, drafting
from quizzes.management.commands.draft_questions import DEFAULT_COUNT
from quizzes.models import DraftRun


class Command(BaseCommand):
    help = "Draft questions for a run that the admin has begun, and note on it how that went."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("uid", help="the uid of the run")

    def handle(self, *, uid: str, **options: Any) -> None:
        try:
            run = DraftRun.objects.select_related("article").get(uid=uid)
        except DraftRun.DoesNotExist as error:
            raise CommandError(f"There is no run “{uid}”.") from error
        try:
            drafts = drafting.propose_for(run.article, count=DEFAULT_COUNT)
            new = drafting.store(run.article, drafts)
        except Exception as error:  # whatever it is, a teacher is waiting to hear of it
            authoring.finish_drafting(run, error=_sentence(error), now=timezone.now())
            raise
        authoring.finish_drafting(
            run, added=len(new), abstained=drafts.abstained, now=timezone.now()
        )
        self.stdout.write(f"{len(new)} new drafts for “{run.article.slug}”.")


def _sentence(error: Exception) -> str:
    if isinstance(error, drafting.ArticleChanged):
        return str(error)
    return f"The generator stopped with an error ({type(error).__name__}: {error})."
