"""Quizzes: put together, looked over, published, put away."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from quizzes import authoring, publishing
from quizzes.admin.scoping import OwnedAdmin, ScopedChoices
from quizzes.forms.ordered import OrderedFormSet
from quizzes.forms.quizzes import EntryForm, NewEntryFormSet, QuizForm
from quizzes.models import Question, Quiz, QuizQuestion
from quizzes.slugs import insert_with_free_slug

HOW_TO_ADD = (
    "Type some of its words. Or tick questions in <a href='{}'>the list of questions</a> "
    "and choose “Add selected questions to a quiz”."
)


class EntryInline(admin.StackedInline):
    """The questions of a quiz: where they stand, and what they are worth."""

    model = QuizQuestion
    form = EntryForm
    formset = OrderedFormSet
    fields = ["asked", ("position", "points")]
    readonly_fields = ["asked"]
    extra = 0
    classes = ["ordered"]
    verbose_name = "question"
    verbose_name_plural = "questions"

    def get_queryset(self, request: HttpRequest) -> QuerySet[QuizQuestion]:
        return super().get_queryset(request).select_related("question")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description="Question")
    def asked(self, entry: QuizQuestion) -> SafeString:
        address = reverse("admin:quizzes_question_change", args=[entry.question_id])
        status = entry.question.get_status_display().lower()
        return format_html('<a href="{}">{}</a> ({})', address, entry.question, status)


class NewEntryInline(ScopedChoices, admin.StackedInline):
    """Questions to be added: found by typing some of their words."""

    model = QuizQuestion
    form = EntryForm
    formset = NewEntryFormSet
    fields = ["question", ("position", "points")]
    autocomplete_fields = ["question"]
    extra = 1
    verbose_name = "question to add"
    verbose_name_plural = "add questions"

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name == "question":
            kwargs["queryset"] = Question.objects.usable_by(request.user).approved()
            kwargs["help_text"] = format_html(
                HOW_TO_ADD, reverse("admin:quizzes_question_changelist")
            )
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    has_change_permission = has_delete_permission = has_view_permission


@admin.register(Quiz)
class QuizAdmin(OwnedAdmin):
    """A quiz as its teacher edits it; publishing freezes what students get."""

    form = QuizForm
    list_display = ["title", "mode", "size", "versions_made", "takers", "archived_at"]
    list_filter = ["mode", ("archived_at", admin.EmptyFieldListFilter)]
    search_fields = ["title"]
    fieldsets = [
        (None, {"fields": ["title", "description"]}),
        ("How it is asked", {"fields": ["mode", "time_limit", "shuffle"]}),
        ("Who may edit it", {"fields": ["owner"], "classes": ["collapse"]}),
    ]
    inlines = [EntryInline, NewEntryInline]
    save_on_top = True

    class Media:
        js = ["quizzes/admin.js"]

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("<int:quiz_id>/archive/", wrap(self.archive), name="quizzes_quiz_archive"),
            path("<int:quiz_id>/restore/", wrap(self.restore), name="quizzes_quiz_restore"),
            *super().get_urls(),
        ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Quiz]:
        counted = super().get_queryset(request).with_takers()
        return counted.annotate(size=Count("entries", distinct=True))

    @admin.display(description="questions", ordering="size")
    def size(self, quiz: Quiz) -> int:
        return quiz.size

    @admin.display(description="versions", ordering="versions_made")
    def versions_made(self, quiz: Quiz) -> int:
        return quiz.versions_made

    @admin.display(description="students", ordering="takers")
    def takers(self, quiz: Quiz) -> int:
        return quiz.takers

    def save_model(self, request: HttpRequest, obj: Quiz, form: Any, change: bool) -> None:
        if change:
            super().save_model(request, obj, form, change)
            return
        self.give_owner(request, obj)
        insert_with_free_slug(obj)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], obj: Any = None, **kwargs: Any
    ) -> HttpResponse:
        context["show_save_and_add_another"] = False
        if obj:
            context["versions"] = obj.versions.select_related("published_by").defer("content")
        return super().render_change_form(request, context, obj=obj, **kwargs)

    def response_change(self, request: HttpRequest, obj: Quiz) -> HttpResponse:
        if "_publish" not in request.POST:
            return super().response_change(request, obj)
        self._publish(request, obj)
        return redirect("admin:quizzes_quiz_change", obj.pk)

    def response_post_save_add(self, request: HttpRequest, obj: Quiz) -> HttpResponse:
        return redirect("admin:quizzes_quiz_change", obj.pk)

    def _publish(self, request: HttpRequest, quiz: Quiz) -> None:
        try:
            version, is_new = publishing.publish(quiz, by=request.user, now=timezone.now())
        except publishing.NotPublishable as error:
            messages.error(request, "The quiz is saved, but it was not published:")
            for problem in error.problems:
                messages.error(request, problem)
            return
        if not is_new:
            messages.info(request, f"Nothing has changed since version {version.number}.")
            return
        self.log_change(request, quiz, f"Published version {version.number}.")
        page = format_html('<a href="{}">Look at it as students do</a>', quiz.get_absolute_url())
        messages.success(request, format_html("Version {} is published. {}.", version.number, page))

    @method_decorator(require_POST)
    def archive(self, request: HttpRequest, quiz_id: int) -> HttpResponse:
        """Put a quiz away: nobody can start it any more."""
        quiz = self._own(request, quiz_id)
        authoring.archive(quiz, now=timezone.now())
        self.log_change(request, quiz, "Archived.")
        messages.success(request, "The quiz is archived: nobody can start it. Its scores stay.")
        return redirect("admin:quizzes_quiz_change", quiz.pk)

    @method_decorator(require_POST)
    def restore(self, request: HttpRequest, quiz_id: int) -> HttpResponse:
        """Bring an archived quiz back."""
        quiz = self._own(request, quiz_id)
        authoring.restore(quiz)
        self.log_change(request, quiz, "Brought back.")
        messages.success(request, "The quiz is back.")
        return redirect("admin:quizzes_quiz_change", quiz.pk)

    def _own(self, request: HttpRequest, quiz_id: int) -> Any:
        quiz = self.get_object(request, str(quiz_id))
        if not self.has_change_permission(request, quiz):
            raise PermissionDenied
        return quiz

    def why_kept(self, obj: Quiz) -> str:
        if not obj.versions.exists():
            return ""
        return (
            f"“{obj}” has been published, and students’ scores may refer to it. "
            "Archive it instead: nobody can start it any more, and its scores stay."
        )
