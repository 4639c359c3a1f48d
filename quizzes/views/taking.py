"""Taking a quiz: one question a page beside its article, an overview, the result.

Every page answers with the whole page, whether htmx asks or a browser without JavaScript.
"""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quizzes import attempts
from quizzes.asking import Asked, all_asked
from quizzes.edition import Reading, Span
from quizzes.forms.answers import AnswerForm, answer_form
from quizzes.models import Attempt, QuizMode

TIME_IS_UP = "Time is up, so that answer was not counted. Everything saved before counts."
CLOSED = "This attempt was submitted already, so that answer was not counted."
NOT_YET = "Not saved yet"
OVER = "Not saved: the time is up or the quiz was submitted. Reload the page."
ELSEWHERE = "Not saved: this question was answered in another window. Reload the page."
STALE = (
    "This question was answered in another window or on another device. "
    "The answer below is the one that is saved; the one you just sent is not."
)


@never_cache
@require_safe
def resume(request: HttpRequest, attempt_id: UUID) -> HttpResponse:
    """To the first question without an answer, or to the overview when there is none."""
    attempt = _mine(request, attempt_id)
    if not attempt.is_open(timezone.now()):
        return redirect(attempt)
    blank = next((asked for asked in all_asked(attempt) if asked.response is None), None)
    return redirect("quizzes:item", attempt_id, blank.position) if blank else redirect(attempt)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def item(request: HttpRequest, attempt_id: UUID, position: int) -> HttpResponse:
    """Ask one question, and take the answer to it."""
    attempt = _mine(request, attempt_id)
    everything = all_asked(attempt)
    asked = _at(everything, position)
    if request.method != "POST":
        if not attempt.is_open(timezone.now()):
            return redirect(attempt)
        return _item_page(request, everything, asked, answer_form(asked))
    form = answer_form(asked, request.POST)
    if not form.is_valid():
        if not attempt.is_open(timezone.now()):
            return redirect(attempt)
        problem = STALE if asked.is_revealed else ""
        return _item_page(request, everything, asked, form, problem=problem, status=422)
    try:
        attempts.answer(asked, **form.cleaned_data, now=timezone.now())
    except attempts.AttemptClosed:
        messages.warning(request, CLOSED if attempt.submitted_at else TIME_IS_UP)
        return redirect(attempt)
    except attempts.StaleAnswer:
        return _stale(request, attempt_id, position)
    return redirect(_after(asked, len(everything)))


@never_cache
@require_POST
def save(request: HttpRequest, attempt_id: UUID, position: int) -> HttpResponse:
    """A fragment: whether the answer is saved, and the revision it has now."""
    asked = _at(all_asked(_mine(request, attempt_id)), position)
    form = answer_form(asked, request.POST)
    if not form.is_valid():
        return _saved(request, form["revision"].value(), problem=NOT_YET, status=422)
    try:
        response = attempts.save(asked, **form.cleaned_data, now=timezone.now())
    except attempts.AttemptClosed:
        return _saved(request, form["revision"].value(), problem=OVER, status=409)
    except attempts.StaleAnswer:
        return _saved(request, form["revision"].value(), problem=ELSEWHERE, status=409)
    return _saved(request, response.revision)


@never_cache
@require_safe
def overview(request: HttpRequest, attempt_id: UUID) -> HttpResponse:
    """What is answered and what is not, before submitting."""
    attempt = _mine(request, attempt_id)
    if attempt.submitted_at:
        return redirect(attempt)
    everything = all_asked(attempt)
    context = {
        "attempt": attempt,
        "everything": everything,
        "blank": [asked for asked in everything if asked.response is None],
        "is_overdue": attempt.is_overdue(timezone.now()),
        "reading": everything[0].reading,
        "lit_spans": (),
    }
    return render(request, "quizzes/taking/overview.html", context)


@never_cache
@require_POST
def submit(request: HttpRequest, attempt_id: UUID) -> HttpResponse:
    """Hand in the attempt."""
    return redirect(attempts.submit(_mine(request, attempt_id), now=timezone.now()))


@never_cache
@require_safe
def result(request: HttpRequest, attempt_id: UUID) -> HttpResponse:
    """The score, and each question with its answer, its key and why; for its teacher too."""
    visible = Attempt.objects.visible_to(request.user).select_related("quiz", "version", "user")
    attempt = get_object_or_404(visible, public_id=attempt_id)
    if attempt.submitted_at is None:
        if attempt.user_id != request.user.pk:
            raise Http404
        return redirect(attempt)
    everything = all_asked(attempt)
    context = {
        "attempt": attempt,
        "everything": everything,
        "missed": [asked for asked in everything if not asked.is_right],
        "readings": _readings(everything),
        "whose": "Your" if attempt.user_id == request.user.pk else "Their",
    }
    return render(request, "quizzes/taking/result.html", context)


def _mine(request: HttpRequest, attempt_id: UUID) -> Attempt:
    mine = Attempt.objects.taken_by(request.user).select_related("quiz", "version")
    return get_object_or_404(mine, public_id=attempt_id)


def _readings(everything: list[Asked]) -> list[tuple[Reading, list[Span]]]:
    """Each article asked about, with all the evidence in it."""
    spans: dict[Reading, list[Span]] = {}
    for asked in everything:
        spans.setdefault(asked.reading, []).extend(asked.item.evidence)
    return list(spans.items())


def _at(everything: list[Asked], position: int) -> Asked:
    if not 1 <= position <= len(everything):
        raise Http404
    return everything[position - 1]


def _after(asked: Asked, count: int) -> str:
    """Where an accepted answer leads: to its feedback in practice, onwards in a test."""
    if asked.attempt.mode == QuizMode.PRACTICE:
        return asked.get_absolute_url()
    if asked.position < count:
        return reverse("quizzes:item", args=[asked.attempt.public_id, asked.position + 1])
    return asked.attempt.get_absolute_url()


def _stale(request: HttpRequest, attempt_id: UUID, position: int) -> HttpResponse:
    """The page as it stands now, and why the answer just sent was refused."""
    everything = all_asked(_mine(request, attempt_id))
    asked = _at(everything, position)
    return _item_page(request, everything, asked, answer_form(asked), problem=STALE, status=409)


def _item_page(
    request: HttpRequest,
    everything: list[Asked],
    asked: Asked,
    form: AnswerForm,
    *,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        "attempt": asked.attempt,
        "everything": everything,
        "asked": asked,
        "previous": everything[asked.position - 2] if asked.position > 1 else None,
        "next": everything[asked.position] if asked.position < len(everything) else None,
        "form": form,
        "problem": problem,
        "reading": asked.reading,
        "lit_spans": asked.item.evidence if asked.is_revealed else (),
    }
    return render(request, "quizzes/taking/item.html", context, status=status)


def _saved(
    request: HttpRequest, revision: object, *, problem: str = "", status: int = 200
) -> HttpResponse:
    context = {"revision": revision, "problem": problem, "is_saved": not problem}
    return render(request, "quizzes/taking/_saved.html", context, status=status)
