"""Articles: the hub from which questions and quizzes are made."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Case, Count, F, Q, QuerySet, URLField, Value, When
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from quizzes import authoring
from quizzes.admin.drafting import Drafting
from quizzes.admin.importing import Importing
from quizzes.admin.scoping import OwnedAdmin
from quizzes.forms.passages import PassageForm, PassageFormSet
from quizzes.models import Article, Event, Passage, Question, QuestionStatus, User


def _counted(status: QuestionStatus) -> Callable[[Any], Any]:
    """A column: how many questions of an article have this status."""

    @admin.display(description=status.label, ordering=status.value)
    def count(article: Article) -> int:
        return getattr(article, status.value)

    count.__name__ = status.value
    return count


class PassageInline(admin.StackedInline):
    """The passages of an article, each with the words that questions quote."""

    model = Passage
    form = PassageForm
    formset = PassageFormSet
    extra = 1
    fields = [("position", "heading"), "text"]
    classes = ["ordered"]

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)
        formset.reader = request.user
        return formset


class ArticleForm(ModelForm):
    """An article; nobody has the same text twice."""

    def clean(self) -> dict[str, Any]:
        super().clean()
        digest, owner = self.instance.original_digest, self.cleaned_data.get("owner")
        theirs = Article.objects.filter(owner=owner, original_digest=digest)
        moved = "owner" in self.changed_data and digest
        if moved and theirs.exclude(pk=self.instance.pk).exists():
            self.add_error("owner", "They have imported the same text themselves.")
        return self.cleaned_data


@admin.register(Article)
class ArticleAdmin(Importing, Drafting, OwnedAdmin):
    """An article comes in by import; from its page it is drafted and made into a quiz."""

    form = ArticleForm
    list_display = [
        "title",
        "language",
        "published_on",
        *[_counted(status) for status in QuestionStatus],
    ]
    list_filter = ["language"]
    search_fields = ["title", "source_name"]
    fieldsets = [
        (None, {"fields": ["title", "published_on", "language"]}),
        ("Source", {"fields": ["source_name", "source_url", "rights"]}),
        ("Who may use it", {"fields": ["shared", "owner"], "classes": ["collapse"]}),
    ]
    inlines = [PassageInline]
    formfield_overrides = {URLField: {"assume_scheme": "https"}}

    class Media:
        js = ["quizzes/admin.js"]

    def get_urls(self) -> list[URLPattern]:
        make = self.admin_site.admin_view(self.make_quiz)
        return [
            path("<int:article_id>/make-quiz/", make, name="quizzes_article_make_quiz"),
            *super().get_urls(),
        ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        usable = Q(questions__in=Question.objects.usable_by(request.user))
        counts = {
            status.value: Count("questions", filter=usable & Q(questions__status=status))
            for status in QuestionStatus
        }
        return super().get_queryset(request).annotate(**counts)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], obj: Any = None, **kwargs: Any
    ) -> HttpResponse:
        context["show_save_and_add_another"] = False
        if obj:
            context |= {
                "questions": _questions(obj, request.user),
                "events": Event.objects.filter(passage__article=obj),
                "may_draft": obj.is_editable_by(request.user),
                "run": obj.draft_runs.first(),
            }
        return super().render_change_form(request, context, obj=obj, **kwargs)

    @method_decorator(require_POST)
    def make_quiz(self, request: HttpRequest, article_id: int) -> HttpResponse:
        """Make a quiz of the approved questions, and go on to its page."""
        article = self.get_object(request, str(article_id))
        may_view = self.has_view_permission(request, article)
        if not (may_view and request.user.has_perm("quizzes.add_quiz")):
            raise PermissionDenied
        try:
            quiz = authoring.make_quiz(article, owner=request.user)
        except authoring.NothingApproved:
            messages.error(request, "No question of this article is approved yet.")
            return redirect(article)
        messages.success(request, "The quiz is made. Look it over, then publish it.")
        return redirect("admin:quizzes_quiz_change", quiz.pk)

    def why_kept(self, obj: Article) -> str:
        count = obj.questions.count()
        if not count:
            return ""
        noun = "question" if count == 1 else "questions"
        return (
            f"“{obj}” has {count} {noun}, and scores may refer to them. "
            "Delete its questions first, or keep the article and retire them."
        )


def _questions(article: Article, user: User) -> QuerySet[Question]:
    """Those the user may use: drafts first, then by status, each in the order they were made."""
    order = [When(status=status, then=Value(place)) for place, status in enumerate(QuestionStatus)]
    usable = Question.objects.usable_by(user).filter(article=article).in_full()
    return usable.order_by(Case(*order), F("pk"))
