"""Questions: written, mended and reviewed, always with the article at hand."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.text import Truncator
from django.views.decorators.http import require_POST

from quizzes import authoring
from quizzes.admin.scoping import OwnedAdmin
from quizzes.edition import Span
from quizzes.forms.authoring import (
    USES,
    EvidenceForm,
    EvidenceFormSet,
    OptionForm,
    OptionFormSet,
    QuestionForm,
)
from quizzes.forms.quizzes import AddToQuizForm
from quizzes.models import (
    Article,
    Evidence,
    Option,
    Passage,
    Question,
    QuestionStatus,
    Quiz,
    QuizQuestion,
)


def _shown_for(part: str) -> list[str]:
    """CSS classes by which the script hides what the chosen kind has no use for."""
    return ["by-kind", *(f"kind-{kind.value}" for kind, parts in USES.items() if part in parts)]


class OptionInline(admin.StackedInline):
    """Answers offered, or accepted."""

    model = Option
    form = OptionForm
    formset = OptionFormSet
    fields = [("text", "is_correct"), ("feedback", "position")]
    classes = ["ordered", *_shown_for("options")]
    verbose_name_plural = "options, for single choice and short text"

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return 1 if obj else 4


class EvidenceInline(admin.StackedInline):
    """Quotations that prove the answer."""

    model = Evidence
    form = EvidenceForm
    formset = EvidenceFormSet
    extra = 1

    def get_queryset(self, request: HttpRequest) -> QuerySet[Evidence]:
        return super().get_queryset(request).select_related("passage")


class ArticleFilter(admin.SimpleListFilter):
    """By article: the user's own and those they may use."""

    title = "article"
    parameter_name = "article"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        asked = Article.objects.usable_by(request.user).filter(
            questions__in=model_admin.get_queryset(request)
        )
        return [(str(article.pk), article.title) for article in asked.distinct()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Question]) -> QuerySet[Question]:
        chosen = [pk for pk, _ in self.lookup_choices if pk == self.value()]
        return queryset.filter(article__in=chosen) if self.value() else queryset


@admin.register(Question)
class QuestionAdmin(OwnedAdmin):
    """A question stands when it can be asked; approving it is a button, not a field."""

    form = QuestionForm
    list_display = ["asked", "article", "kind", "status", "family", "rated"]
    list_select_related = ["article"]
    list_filter = ["status", "kind", ArticleFilter]
    search_fields = ["prompt", "article__title"]
    actions = ["approve_selected", "reject_selected", "add_to_quiz"]
    ordering = ["-pk"]
    fieldsets = [
        (None, {"fields": ["article", "kind", "prompt", "explanation"]}),
        (
            "For true or false",
            {"fields": ["truth"], "classes": _shown_for("truth")},
        ),
        (
            "For a number",
            {"fields": [("value", "unit"), "tolerance"], "classes": _shown_for("value")},
        ),
        ("Who may use it", {"fields": ["shared", "owner"], "classes": ["collapse"]}),
    ]
    inlines = [OptionInline, EvidenceInline]

    class Media:
        js = ["quizzes/admin.js"]

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("<int:question_id>/reject/", wrap(self.reject), name="quizzes_question_reject"),
            path("<int:question_id>/retire/", wrap(self.retire), name="quizzes_question_retire"),
            *super().get_urls(),
        ]

    @admin.display(description="question", ordering="prompt")
    def asked(self, question: Question) -> str:
        return Truncator(question.prompt).chars(100)

    @admin.display(description="score", ordering="score")
    def rated(self, question: Question) -> str | None:
        return None if question.score is None else f"{question.score:.2f}"

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        fixed = super().get_readonly_fields(request, obj)
        return [*fixed, "article"] if obj else fixed

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Question], search_term: str
    ) -> tuple[QuerySet[Question], bool]:
        """For a quiz, only what can be published is suggested."""
        found, may_repeat = super().get_search_results(request, queryset, search_term)
        if request.GET.get("model_name") == QuizQuestion._meta.model_name:
            found = found.filter(status=QuestionStatus.APPROVED)
        return found, may_repeat

    def get_formset_kwargs(
        self, request: HttpRequest, obj: Any, inline: Any, prefix: str
    ) -> dict[str, Any]:
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        if inline.model is Evidence:
            passages = Passage.objects.filter(article=_article(request, obj))
            choices = [("", "–"), *((passage.pk, str(passage)) for passage in passages)]
            kwargs["form_kwargs"] = {"passages": passages, "choices": choices}
        return kwargs

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], obj: Any = None, **kwargs: Any
    ) -> HttpResponse:
        article = _article(request, obj)
        passages = list(article.passages.all()) if article else []
        context |= {"article": article, "passages": passages, "spans": _spans(obj, passages)}
        return super().render_change_form(request, context, obj=obj, **kwargs)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if change and any(each.has_changed() for each in (form, *formsets)):
            self._tell_what_students_get(request, form.instance)
        if "_approve" in request.POST:
            question = Question.objects.in_full().get(pk=form.instance.pk)
            try:
                authoring.approve(question, by=request.user, now=timezone.now())
            except authoring.NotApproved as error:
                messages.error(request, f"It is saved, but not approved. {error}")
            else:
                messages.success(request, "The question is approved.")

    def response_add(
        self, request: HttpRequest, obj: Question, post_url_continue: str | None = None
    ) -> HttpResponse:
        response = super().response_add(request, obj, post_url_continue)
        if "_addanother" in request.POST:
            return redirect(f"{request.path}?article={obj.article_id}")
        return response

    def _tell_what_students_get(self, request: HttpRequest, question: Question) -> None:
        published = Quiz.objects.editable_by(request.user).published()
        for quiz in published.filter(entries__question=question):
            messages.info(
                request,
                f"Students still get “{quiz}” as it was published. Publish it again to give them "
                "this change.",
            )

    def response_post_save_add(self, request: HttpRequest, obj: Question) -> HttpResponse:
        return _to_article(request, obj)

    def response_post_save_change(self, request: HttpRequest, obj: Question) -> HttpResponse:
        """Back to where the teacher came from: the list as it was filtered, or the article."""
        if self.get_preserved_filters(request):
            return super().response_post_save_change(request, obj)
        return _to_article(request, obj)

    @method_decorator(require_POST)
    def reject(self, request: HttpRequest, question_id: int) -> HttpResponse:
        """Put a question aside for good."""
        return self._put_aside(request, question_id, authoring.reject, "rejected")

    @method_decorator(require_POST)
    def retire(self, request: HttpRequest, question_id: int) -> HttpResponse:
        """Take a question out of use."""
        return self._put_aside(request, question_id, authoring.retire, "retired")

    def _put_aside(
        self, request: HttpRequest, question_id: int, verb: Callable[..., None], done: str
    ) -> HttpResponse:
        question = self.get_object(request, str(question_id))
        if not self.has_change_permission(request, question):
            raise PermissionDenied
        verb(question, by=request.user, now=timezone.now())
        self.log_change(request, question, f"{done.capitalize()}.")
        messages.success(request, f"“{question}” is {done}.")
        return _to_article(request, question)

    @admin.action(description="Approve selected questions", permissions=["change"])
    def approve_selected(self, request: HttpRequest, queryset: QuerySet[Question]) -> None:
        approved = 0
        for question in self._editable(request, queryset):
            try:
                authoring.approve(question, by=request.user, now=timezone.now())
            except authoring.NotApproved as error:
                messages.error(request, str(error))
            else:
                approved += 1
        _say(request, approved, "approved")

    @admin.action(description="Reject selected questions", permissions=["change"])
    def reject_selected(self, request: HttpRequest, queryset: QuerySet[Question]) -> None:
        questions = self._editable(request, queryset)
        for question in questions:
            authoring.reject(question, by=request.user, now=timezone.now())
        _say(request, len(questions), "rejected")

    @admin.action(description="Add selected questions to a quiz", permissions=["build"])
    def add_to_quiz(
        self, request: HttpRequest, queryset: QuerySet[Question]
    ) -> HttpResponse | None:
        approved = list(queryset.approved().in_full())
        form = AddToQuizForm(request.user, request.POST if "_add" in request.POST else None)
        if form.is_valid():
            quiz = form.cleaned_data["quiz"]
            _say(request, authoring.add_questions(quiz, approved), f"added to “{quiz}”")
            return redirect("admin:quizzes_quiz_change", quiz.pk)
        context = {
            **self.admin_site.each_context(request),
            "title": "Add questions to a quiz",
            "opts": self.opts,
            "questions": approved,
            "others": queryset.count() - len(approved),
            "form": form,
        }
        return render(request, "admin/quizzes/question/add_to_quiz.html", context)

    def _editable(self, request: HttpRequest, queryset: QuerySet[Question]) -> list[Question]:
        """Those the user may change; the others are named."""
        questions = list(queryset.in_full())
        for question in questions:
            if not question.is_editable_by(request.user):
                messages.error(request, f"“{question}” belongs to another teacher.")
        return [question for question in questions if question.is_editable_by(request.user)]

    def has_build_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("quizzes.change_quiz")

    def why_kept(self, obj: Question) -> str:
        count = obj.entries.count()
        if not count:
            return ""
        quizzes = "a quiz" if count == 1 else f"{count} quizzes"
        return f"“{obj}” is part of {quizzes}. Take it out there first, or retire it instead."


def _article(request: HttpRequest, question: Question | None) -> Article | None:
    """What the question is about, or is to be about: as far as it is known yet."""
    if question and question.article_id:
        return question.article
    asked = request.POST.get("article") or request.GET.get("article") or ""
    usable = Article.objects.usable_by(request.user)
    return usable.filter(pk=asked).first() if asked.isdecimal() else None


def _to_article(request: HttpRequest, question: Question) -> HttpResponse:
    """To the question's article, or to the questions when its owner shares it no longer."""
    if Article.objects.usable_by(request.user).filter(pk=question.article_id).exists():
        return redirect(question.article)
    return redirect("admin:quizzes_question_changelist")


def _spans(question: Question | None, passages: list[Passage]) -> list[Span]:
    """The question's evidence, to be lit in its article."""
    if question is None:
        return []
    places = {passage.pk: place for place, passage in enumerate(passages)}
    return [
        Span(places[span.passage_id], span.start, span.end, span.quote)
        for span in question.evidence.all()
        if span.passage_id in places
    ]


def _say(request: HttpRequest, count: int, done: str) -> None:
    questions = "1 question is" if count == 1 else f"{count} questions are"
    messages.success(request, f"{questions} {done}.")
