"""Choosing a quiz."""

from collections import defaultdict
from collections.abc import Iterable

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from quizzes import attempts
from quizzes.edition import Edition
from quizzes.models import Attempt, Quiz, QuizVersion, User

QUIZZES_A_PAGE = 20


@never_cache
@require_safe
def library(request: HttpRequest) -> HttpResponse:
    """Every quiz that can be taken, with where this student stands in it."""
    quizzes = Quiz.objects.published().order_by("-latest")
    page = Paginator(quizzes, QUIZZES_A_PAGE).get_page(request.GET.get("page"))
    versions = QuizVersion.objects.in_bulk([quiz.latest for quiz in page])
    mine = _attempts_by_quiz(request.user, page)
    rows = [
        {
            "quiz": quiz,
            "edition": Edition.from_json(versions[quiz.latest].content),
            "attempts": mine[quiz.pk],
        }
        for quiz in page
    ]
    return render(request, "quizzes/library/library.html", {"page": page, "rows": rows})


@never_cache
@require_safe
def quiz(request: HttpRequest, slug: str) -> HttpResponse:
    """What a quiz asks of its taker, before it begins."""
    quiz = get_object_or_404(Quiz.objects.published(), slug=slug)
    version = QuizVersion.objects.get(pk=quiz.latest)
    context = {
        "quiz": quiz,
        "edition": Edition.from_json(version.content),
        "attempts": _attempts_by_quiz(request.user, [quiz])[quiz.pk],
    }
    return render(request, "quizzes/library/quiz.html", context)


@never_cache
@require_POST
def start(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin, or go on with what was begun."""
    quiz = get_object_or_404(Quiz, slug=slug)
    try:
        attempt = attempts.start(request.user, quiz, now=timezone.now())
    except attempts.QuizNotOpen as error:
        raise Http404 from error
    if attempt.submitted_at:
        messages.warning(request, "The time for this attempt has run out. What was saved counts.")
    return redirect("quizzes:resume", attempt.public_id)


def _attempts_by_quiz(user: User, quizzes: Iterable[Quiz]) -> dict[int, list[Attempt]]:
    """The user's attempts at these quizzes, latest first."""
    by_quiz = defaultdict(list)
    mine = Attempt.objects.taken_by(user).select_related("quiz")
    for attempt in mine.filter(quiz__in=list(quizzes)):
        by_quiz[attempt.quiz_id].append(attempt)
    return by_quiz
