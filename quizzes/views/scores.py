"""A student's own scores."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from quizzes.models import Attempt

ATTEMPTS_A_PAGE = 50


@never_cache
@require_safe
def scores(request: HttpRequest) -> HttpResponse:
    """Every attempt of one's own, latest first."""
    mine = Attempt.objects.taken_by(request.user).select_related("quiz")
    page = Paginator(mine, ATTEMPTS_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "quizzes/scores/scores.html", {"page": page})
