"""Every address of the site, read from its resolver, and what stands behind each in a test."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, get_resolver, reverse
from django.utils import timezone

from quizzes import attempts
from quizzes.models import Attempt, Quiz, User
from tests import factories
from tests.taking import begin_four

ADMIN = "admin:"


def patterns(within: Any = None, namespace: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every URL pattern with its full name."""
    for each in (within or get_resolver()).url_patterns:
        if isinstance(each, URLPattern):
            yield f"{namespace}{each.name}", each
        else:
            yield from patterns(
                each, f"{namespace}{each.namespace}:" if each.namespace else namespace
            )


def names() -> set[str]:
    """The names of the pages of our own; the admin's are tested with the admin."""
    return {name for name, _ in patterns() if not name.startswith(ADMIN)}


@dataclass(frozen=True)
class World:
    """A student's open and submitted attempts at a teacher's quizzes, and people around them."""

    student: User
    other_student: User
    teacher: User
    other_teacher: User
    administrator: User
    quiz: Quiz
    attempt: Attempt
    submitted: Attempt

    def url(self, name: str) -> str:
        """The address of that name, at the student's attempt or the teacher's quiz."""
        attempt = self.submitted if name == "quizzes:result" else self.attempt
        arguments = {
            "attempt_id": attempt.public_id,
            "position": 1,
            "slug": self.quiz.slug,
        }
        wanted = next(each for each in patterns() if each[0] == name)[1].pattern.converters
        return reverse(name, kwargs={key: arguments[key] for key in wanted})


def make_world() -> World:
    teacher, other_teacher = factories.TeacherFactory.create_batch(2)
    student, other_student = factories.UserFactory.create_batch(2)
    attempt = begin_four(student, owner=teacher)
    submitted = begin_four(student, owner=teacher)
    return World(
        student=student,
        other_student=other_student,
        teacher=teacher,
        other_teacher=other_teacher,
        administrator=factories.UserFactory(is_staff=True, is_superuser=True),
        quiz=attempt.quiz,
        attempt=attempt,
        submitted=attempts.submit(submitted, now=timezone.now()),
    )
