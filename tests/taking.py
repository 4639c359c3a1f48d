"""Taking a quiz in a test, without a browser."""

from datetime import timedelta

from django.utils import timezone

from quizzes import attempts
from quizzes.asking import Asked, all_asked
from quizzes.models import Attempt, Question, User
from quizzes.models.attempt import GRACE
from tests import factories
from tests.factories import NOON

LATER = NOON + timedelta(minutes=5)


def begin(*questions: Question, user: User | None = None, **quiz: object) -> Attempt:
    """An attempt, begun at NOON, at a published quiz of these questions, or of one."""
    published = factories.publish(*questions, **quiz)
    return attempts.start(user or factories.UserFactory(), published, now=NOON)


def asked(attempt: Attempt, position: int = 1) -> Asked:
    """An item of the attempt, read anew as each request does."""
    fresh = Attempt.objects.select_related("quiz", "version").get(pk=attempt.pk)
    return all_asked(fresh)[position - 1]


def four_kinds() -> list[Question]:
    """A question of each kind on one article; right are 0, True, "Lund" and "40"."""
    article = factories.ArticleFactory()
    return [
        factories.QuestionFactory(article=article),
        factories.TrueFalseFactory(article=article),
        factories.ShortTextFactory(article=article),
        factories.NumberFactory(article=article),
    ]


# Views read the clock, so what they are shown begins now.


def begin_now(user: User, *questions: Question, **quiz: object) -> Attempt:
    return attempts.start(user, factories.publish(*questions, **quiz), now=timezone.now())


def begin_four(user: User, **quiz: object) -> Attempt:
    """An attempt at a question of each kind, with the right option first."""
    return begin_now(user, *four_kinds(), shuffle=False, **quiz)


def expire(attempt: Attempt) -> None:
    """Move the attempt into the past, so that its time and the grace after it are over."""
    then = timezone.now() - GRACE - timedelta(hours=1)
    Attempt.objects.filter(pk=attempt.pk).update(started_at=then, due_at=then)


def item(attempt: Attempt, position: int = 1) -> str:
    """The address of an item."""
    return f"/attempts/{attempt.public_id}/{position}/"
