"""What happened, to be looked at and never changed: published versions and attempts."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from quizzes.admin.scoping import FoundOr404
from quizzes.edition import Edition
from quizzes.models import Attempt, Quiz, QuizVersion, Response
from quizzes.templatetags.dateline import points


class ReadOnly(admin.options.BaseModelAdmin):
    """Nothing is added, changed or deleted here, by anyone."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class QuizFilter(admin.SimpleListFilter):
    """By quiz: those the user may edit."""

    title = "quiz"
    parameter_name = "quiz"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(str(quiz.pk), quiz.title) for quiz in Quiz.objects.editable_by(request.user)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        chosen = [pk for pk, _ in self.lookup_choices if pk == self.value()]
        return queryset.filter(quiz__in=chosen) if self.value() else queryset


@admin.register(QuizVersion)
class QuizVersionAdmin(ReadOnly, FoundOr404):
    """A quiz as students got it."""

    list_display = ["quiz", "number", "published_at", "published_by"]
    list_select_related = ["quiz", "published_by"]
    list_filter = [QuizFilter]
    fields = ["quiz", "number", "published_at", "published_by", "asked", "digest"]
    readonly_fields = ["asked"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[QuizVersion]:
        mine = Quiz.objects.editable_by(request.user)
        return super().get_queryset(request).filter(quiz__in=mine).defer("content")

    @admin.display(description="Questions")
    def asked(self, version: QuizVersion) -> SafeString:
        items = Edition.from_json(version.content).items
        rows = [(item.prompt, ", ".join(item.kind.key_texts())) for item in items]
        return format_html_join("", "<p>{} <b>{}</b></p>", rows)


class ResponseInline(ReadOnly, admin.StackedInline):
    """The answers of an attempt."""

    model = Response
    fields = ["answer", "revision", "saved_at", "checked_at", "earned"]
    readonly_fields = ["earned"]
    extra = 0

    @admin.display(description="Credit")
    def earned(self, response: Response) -> str:
        return "–" if response.credit is None else str(response.credit)


@admin.register(Attempt)
class AttemptAdmin(ReadOnly, FoundOr404):
    """A student's run through a quiz."""

    list_display = ["user", "quiz", "started_at", "submitted_at", "scored"]
    list_select_related = ["user", "quiz"]
    list_filter = ["mode", QuizFilter]
    search_fields = ["user__username", "user__display_name"]
    fields = ["user", "quiz", "version", "mode", "started_at", "due_at", "submitted_at", "scored"]
    inlines = [ResponseInline]
    view_on_site = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Attempt]:
        mine = Quiz.objects.editable_by(request.user)
        return super().get_queryset(request).filter(quiz__in=mine)

    @admin.display(description="Score")
    def scored(self, attempt: Attempt) -> str:
        if attempt.score is None:
            return "not submitted"
        return f"{points(attempt.score)} of {attempt.max_score}"
