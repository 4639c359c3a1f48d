"""Rows that stand in an order: their numbers sort them, and one without a number goes last."""

from typing import Any

from django import forms
from django.db.models import Model
from django.forms.models import BaseInlineFormSet

from quizzes.authoring import next_position


class OrderedForm(forms.ModelForm):
    """A row whose ``position`` may be left empty."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "position" in self.fields:
            self.fields["position"].required = False
            self.fields["position"].help_text = "Empty: at the end."
            if self.instance._state.adding:
                self.initial["position"] = None


class OrderedFormSet(BaseInlineFormSet):
    """Rows of one parent, each in its place."""

    def save_new(self, form: Any, commit: bool = True) -> Model:
        self._place(form.instance)
        return super().save_new(form, commit)

    def save_existing(self, form: Any, obj: Any, commit: bool = True) -> Model:
        self._place(form.instance)
        return super().save_existing(form, obj, commit)

    def _place(self, row: Any) -> None:
        if row.position is None:
            siblings = self.model._default_manager.filter(**{self.fk.name: self.instance})
            row.position = next_position(siblings)
