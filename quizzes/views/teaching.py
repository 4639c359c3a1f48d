"""What a teacher learns: who took a quiz, and with what score."""

from collections.abc import Callable
from functools import wraps
from itertools import groupby

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from quizzes.models import Attempt, Quiz

QUIZZES_A_PAGE = 50


def teachers_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Refuse a student (403)."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not request.user.is_staff:
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


@never_cache
@require_safe
@teachers_only
def quizzes(request: HttpRequest) -> HttpResponse:
    """The teacher's quizzes, with how often each was taken."""
    mine = Quiz.objects.editable_by(request.user).with_takers().order_by("title")
    page = Paginator(mine, QUIZZES_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "quizzes/teaching/quizzes.html", {"page": page})


@never_cache
@require_safe
@teachers_only
def results(request: HttpRequest, slug: str) -> HttpResponse:
    """Each student's attempts at a quiz, and their scores."""
    quiz = get_object_or_404(Quiz.objects.editable_by(request.user), slug=slug)
    attempts = Attempt.objects.filter(quiz=quiz).select_related("user").by_student()
    students = [
        {"user": user, "attempts": list(theirs)}
        for user, theirs in groupby(attempts, key=lambda attempt: attempt.user)
    ]
    return render(request, "quizzes/teaching/results.html", {"quiz": quiz, "students": students})
