"""Mending the passages of an article without losing what questions quote from them."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.forms.formsets import DELETION_FIELD_NAME

from quizzes import authoring
from quizzes.forms.ordered import OrderedForm, OrderedFormSet
from quizzes.models import Evidence, Passage, Question, User
from quizzes.text.clean import clean


class CleanText(forms.CharField):
    """Text as Dateline stores it: what looks the same is the same."""

    def to_python(self, value: Any) -> str:
        return clean(super().to_python(value)).strip()


class PassageForm(OrderedForm):
    """One passage; the form remembers the text it was made with."""

    text = CleanText(
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto", "class": "vLargeTextField"}),
        show_hidden_initial=True,
    )

    class Meta:
        model = Passage
        fields = ("position", "heading", "text")

    def clean_text(self) -> str:
        """What was left alone stays as it is now; what others changed meanwhile is not undone."""
        text, standing = self.cleaned_data["text"], self.initial.get("text", "")
        seen = self.data.get(self.add_initial_prefix("text"), standing)
        if self.instance._state.adding or clean(seen).strip() == standing:
            return text
        if text == clean(seen).strip():
            return standing
        raise ValidationError(
            f"This passage was changed since you opened the page. It now says: “{standing}” "
            "Copy your changes, and open the page anew."
        )


class PassageFormSet(OrderedFormSet):
    """The passages of an article; ``reader`` hears by name only of questions they may use."""

    reader: User

    def clean(self) -> None:
        if problems := [problem for form in self.initial_forms if (problem := self._kept(form))]:
            raise ValidationError(problems)
        super().clean()
        for form in self.initial_forms:
            if form.is_valid() and "text" in form.changed_data:
                self._check_anchors(form)

    def save_existing(self, form: Any, obj: Any, commit: bool = True) -> Model:
        if "text" in form.changed_data:
            authoring.rewrite(form.instance, form.cleaned_data["text"])
        return super().save_existing(form, obj, commit)

    def _kept(self, form: Any) -> str:
        """Why the passage, marked to be deleted, has to stay; empty when it does not."""
        if not form.cleaned_data.get(DELETION_FIELD_NAME):
            return ""
        spans = list(form.instance.evidence.all())
        if not spans:
            return ""
        return (
            f"The passage “{form.instance}” cannot be deleted: "
            f"{_quoting(spans, self.reader)} from it. Delete or mend that evidence first."
        )

    def _check_anchors(self, form: Any) -> None:
        before, after = form.initial["text"], form.cleaned_data["text"]
        if lost := authoring.lost_evidence(form.instance, before, after):
            form.add_error(
                "text",
                f"{_quoting(lost, self.reader)} words that the new text does not hold exactly "
                "once. Keep these words, or mend the evidence first: "
                + " ".join(f"“{span.quote}”" for span in lost),
            )


def _quoting(spans: Sequence[Evidence], reader: User) -> str:
    """Which questions quote: ``“Where …?” quotes``, ``“Where …?” and 2 others quote``."""
    asking = {span.question_id for span in spans}
    known = list(Question.objects.usable_by(reader).filter(pk__in=asking).order_by("pk"))
    names = [f"“{question}”" for question in known]
    if others := len(asking) - len(known):
        names.append(f"{others} of other teachers’ questions")
    verb = "quotes" if len(asking) == 1 else "quote"
    return f"{' and '.join(names)} {verb}"
