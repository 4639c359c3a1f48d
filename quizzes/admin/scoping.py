"""Which rows a teacher sees, changes and may refer to in the admin.

Their own and the school's; of articles and questions also what other teachers share, to read and
build on. Everything else does not exist for them: not in lists, filters, choices or posted ids.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db.models import Field, ForeignKey, Model, QuerySet
from django.forms import Field as FormField
from django.forms import ModelChoiceField
from django.http import Http404, HttpRequest

from quizzes.models import Article, Passage, Question, Quiz, User

# For each model that a form may point at: the rows a user may choose from.
CHOICES: dict[type[Model], Callable[[User], QuerySet[Any]]] = {
    Article: Article.objects.usable_by,
    Question: Question.objects.usable_by,
    Quiz: Quiz.objects.editable_by,
    Passage: lambda user: Passage.objects.filter(article__in=Article.objects.usable_by(user)),
    User: lambda user: User.objects.filter(is_staff=True),
}


class ScopedChoices(admin.options.BaseModelAdmin):
    """Offers, and accepts, only rows that the user may refer to."""

    def formfield_for_foreignkey(
        self, db_field: ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> ModelChoiceField | None:
        kwargs.setdefault("queryset", CHOICES[db_field.related_model](request.user))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(
        self, db_field: Field, request: HttpRequest, **kwargs: Any
    ) -> FormField | None:
        """Without the small buttons that open related rows in a window of their own."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        return field


class FoundOr404(admin.ModelAdmin):
    """What is not in the user's list is not to be found under its address either."""

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Model:
        row = super().get_object(request, object_id, from_field)
        if row is None:
            raise Http404
        return row


class OwnedAdmin(ScopedChoices, FoundOr404):
    """Rows with an owner: whoever adds one owns it, and only administrators pass it on."""

    view_on_site = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows = CHOICES[self.model](request.user)
        ordering = self.get_ordering(request)
        return rows.order_by(*ordering) if ordering else rows

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or obj.is_editable_by(request.user))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        allowed = super().has_delete_permission(request, obj)
        return allowed and (obj is None or obj.is_editable_by(request.user))

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        fixed = list(super().get_readonly_fields(request, obj))
        return fixed if request.user.is_superuser else [*fixed, "owner"]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        """A teacher who adds a row is not shown the owner it has not got yet."""
        fieldsets = list(super().get_fieldsets(request, obj))
        if obj or request.user.is_superuser:
            return fieldsets
        hidden = [
            (name, options | {"fields": [f for f in options["fields"] if f != "owner"]})
            for name, options in fieldsets
        ]
        return [(name, options) for name, options in hidden if options["fields"]]

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"owner": request.user.pk} | super().get_changeform_initial_data(request)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if not change:
            self.give_owner(request, obj)
        super().save_model(request, obj, form, change)

    def give_owner(self, request: HttpRequest, obj: Any) -> None:
        """Whoever adds a row owns it, unless an administrator says otherwise."""
        if not request.user.is_superuser:
            obj.owner = request.user

    def why_kept(self, obj: Any) -> str:
        """Why a row cannot be deleted, in a sentence; empty when nothing depends on it."""
        raise NotImplementedError

    def get_deleted_objects(
        self, objs: Iterable[Any], request: HttpRequest
    ) -> tuple[list[Any], dict[str, int], set[str], list[str]]:
        """As Django's, with our own words for what stands in the way."""
        going, counts, lacking, protected = super().get_deleted_objects(objs, request)
        if not protected:
            return going, counts, lacking, []
        return going, counts, set(), [reason for obj in objs if (reason := self.why_kept(obj))]
