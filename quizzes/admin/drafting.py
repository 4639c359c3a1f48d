"""Drafting questions: started in a process of its own, watched until it ends.

The language libraries weigh too much for a process that serves pages. What is known of a run is in
its row, so that any server process can tell, and a reload of one ends no run.
"""

import subprocess
import sys
import threading
from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_GET, require_POST

from quizzes import authoring
from quizzes.models import Article, DraftRun, Origin


class Drafting(admin.ModelAdmin):
    """The pages by which an article is drafted."""

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("<int:article_id>/draft/", wrap(self.draft), name="quizzes_article_draft"),
            path("drafts/<str:uid>/", wrap(self.drafts), name="quizzes_article_drafts"),
            path("drafts/<str:uid>/state/", wrap(self.state), name="quizzes_article_draft_state"),
            *super().get_urls(),
        ]

    @method_decorator(require_POST)
    def draft(self, request: HttpRequest, article_id: int) -> HttpResponse:
        """Start the generator, unless it is at work on this article already."""
        article = self.get_object(request, str(article_id))
        if not self.has_change_permission(request, article):
            raise PermissionDenied
        run, is_new = authoring.start_drafting(article, now=timezone.now())
        if is_new:
            _start(run)
        else:
            messages.info(request, "The generator is at work on this article already.")
        return redirect("admin:quizzes_article_drafts", run.uid)

    @method_decorator(require_GET)
    def drafts(self, request: HttpRequest, uid: str) -> HttpResponse:
        """How a run is getting on, and in the end what it found."""
        run = self._run(request, uid)
        context = {
            **self.admin_site.each_context(request),
            "title": "Drafting questions",
            "subtitle": str(run.article),
            "opts": self.opts,
            **_state(run),
        }
        return render(request, "admin/quizzes/article/drafts.html", context)

    @method_decorator(require_GET)
    def state(self, request: HttpRequest, uid: str) -> HttpResponse:
        """A fragment: the same, for the page that waits."""
        run = self._run(request, uid)
        return render(request, "admin/quizzes/article/_drafts.html", _state(run))

    def _run(self, request: HttpRequest, uid: str) -> DraftRun:
        mine = Article.objects.editable_by(request.user)
        runs = DraftRun.objects.filter(article__in=mine).select_related("article")
        run = get_object_or_404(runs, uid=uid)
        if not self.has_change_permission(request, run.article):
            raise PermissionDenied
        return run


def _state(run: DraftRun) -> dict[str, Any]:
    now = timezone.now()
    is_overdue = run.is_overdue(now)
    return {
        "run": run,
        "is_waiting": run.finished_at is None and not is_overdue,
        "error": authoring.GIVEN_UP if is_overdue else run.error,
        "drafts": run.article.questions.in_full().filter(
            origin=Origin.RULES, created_at__range=(run.started_at, run.finished_at or now)
        ),
    }


def _start(run: DraftRun) -> None:
    """Start the child. It outlives a reload of this process, which meanwhile waits for its end."""
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "draft_run", run.uid]
    try:
        child = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        message = f"The generator could not be started ({error})."
        authoring.finish_drafting(run, error=message, now=timezone.now())
        return
    threading.Thread(target=child.wait, daemon=True).start()
