"""Importing an article: paste it, see what was read of it, confirm. Nothing is saved before."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import AdminForm
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.forms import Form
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from quizzes import articles
from quizzes.forms.importing import ConfirmForm, ImportForm
from quizzes.models import Article

TOO_LARGE = "That is too much text at once. Paste one article, without the rest of the site."
View = Callable[..., HttpResponse]


def refusing_in_words(view: View) -> View:
    """Answer a request too large to be read with the form and a sentence.

    The token cannot be checked before the request is read, so the view is exempted, and the check
    is made once it is known to be readable.
    """
    protected = method_decorator(csrf_protect)(view)

    @wraps(view)
    def guarded(self: "Importing", request: HttpRequest) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        try:
            request.POST  # noqa: B018  reading it is what may fail
        except RequestDataTooBig:
            return self.ask(request, ImportForm(), problem=TOO_LARGE, status=413)
        return protected(self, request)

    return csrf_exempt(guarded)


def _as_typed(sent: QueryDict) -> dict[str, Any]:
    """What the preview's form holds, under the names of the form before it."""
    return sent.dict() | {"title": sent.get("kept_title"), "published_on": sent.get("kept_date")}


class Importing(admin.ModelAdmin):
    """The pages by which an article comes in."""

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("import/", wrap(self.import_article), name="quizzes_article_import"),
            path("import/confirm/", wrap(self.confirm), name="quizzes_article_confirm"),
            *super().get_urls(),
        ]

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        return redirect("admin:quizzes_article_import")

    @refusing_in_words
    @method_decorator(require_http_methods(["GET", "POST"]))
    def import_article(self, request: HttpRequest) -> HttpResponse:
        """Ask for a text; sent one, show what was read of it."""
        if request.method == "GET":
            return self.ask(request, ImportForm())
        if "_change" in request.POST:
            return self.ask(request, ImportForm(initial=_as_typed(request.POST)))
        form = ImportForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.ask(request, form)
        return self.preview(request, ConfirmForm.of(form), form.cleaned_data["scrape"])

    @refusing_in_words
    @method_decorator(require_http_methods(["GET", "POST"]))
    def confirm(self, request: HttpRequest) -> HttpResponse:
        """Save what the preview showed."""
        if request.method == "GET":  # after signing in again, say
            return redirect("admin:quizzes_article_import")
        form = ConfirmForm(request.POST)
        if not form.is_valid():
            return self.preview(request, form, form.cleaned_data.get("scrape"))
        try:
            article, is_new = articles.store(
                form.kept(), form.cleaned_data["text"], owner=request.user, source=form.source()
            )
        except articles.ImportRefused as error:
            form.add_error(None, str(error))
            return self.preview(request, form, form.cleaned_data.get("scrape"))
        self._say(request, article, is_new)
        return redirect(article)

    def ask(
        self, request: HttpRequest, form: Form, *, problem: str = "", status: int = 200
    ) -> HttpResponse:
        """The page that asks for a text."""
        fieldsets = [
            (None, {"fields": ["text", "file"]}),
            ("What you know of it", {"fields": ["title", "published_on", "language"]}),
            ("Source", {"fields": ["source_name", "source_url", "rights"]}),
        ]
        context = {
            **self.admin_site.each_context(request),
            "title": "Import an article",
            "opts": self.opts,
            "adminform": AdminForm(form, fieldsets, {}),
            "problem": problem,
        }
        return render(request, "admin/quizzes/article/import.html", context, status=status)

    def preview(self, request: HttpRequest, form: ConfirmForm, scrape: Any) -> HttpResponse:
        """The page that shows what was read, before it is saved."""
        if scrape is None:  # the hidden text did not come through whole
            return self.ask(request, ImportForm(form.data))
        kept = [(None, {"fields": ["kept_title", "kept_date"]})]
        context = {
            **self.admin_site.each_context(request),
            "title": "Is this the article?",
            "opts": self.opts,
            "form": form,
            "adminform": AdminForm(form, kept, {}),
            "scrape": scrape,
        }
        return render(request, "admin/quizzes/article/import_preview.html", context)

    def _say(self, request: HttpRequest, article: Article, is_new: bool) -> None:
        if not is_new:
            messages.info(request, f"This text was imported already, as “{article}”.")
            return
        count = article.passages.count()
        passages = "1 passage" if count == 1 else f"{count} passages"
        messages.success(request, f"“{article}” is imported: {passages}.")
        self.log_addition(request, article, [{"added": {}}])
