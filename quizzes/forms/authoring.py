"""Writing a question in the admin: from what was typed to rows that can be asked.

What a kind needs, ``kinds.parse`` decides; each error stands at the field to mend.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.forms.formsets import DELETION_FIELD_NAME
from django.forms.models import BaseInlineFormSet

from quizzes import kinds
from quizzes.forms.ordered import OrderedForm, OrderedFormSet
from quizzes.forms.passages import CleanText
from quizzes.models import Evidence, Option, Passage, Question, QuestionKind, QuestionStatus
from quizzes.models.question import make_spec
from quizzes.text import anchors, numbers

# Which parts of the form a kind has a use for.
USES: dict[str, tuple[str, ...]] = {
    QuestionKind.SINGLE_CHOICE: ("options",),
    QuestionKind.TRUE_FALSE: ("truth",),
    QuestionKind.SHORT_TEXT: ("options",),
    QuestionKind.NUMBER: ("value", "tolerance", "unit"),
}
UNUSED = {"truth": None, "value": None, "tolerance": Decimal(0), "unit": ""}

NOT_OF_THE_ARTICLE = "This passage is not in the question’s article."


class QuestionForm(forms.ModelForm):
    """What is asked; the options and the evidence have forms of their own."""

    prompt = CleanText(
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto", "class": "vLargeTextField"}),
        help_text="The question as students read it.",
    )
    explanation = CleanText(
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto", "class": "vLargeTextField"}),
        help_text="Why the right answer is right, in other words than the passage. Students read "
        "it after answering.",
    )
    truth = forms.TypedChoiceField(
        label="The statement is",
        required=False,
        choices=[("", "–"), ("True", "true"), ("False", "false")],
        coerce=lambda typed: typed == "True",
        empty_value=None,
    )
    value = forms.CharField(
        label="Right number",
        required=False,
        max_length=60,
        help_text="In figures or words: 1,200 or 0.5 or forty.",
    )
    tolerance = forms.CharField(
        required=False,
        max_length=60,
        help_text="How far off an answer may be; 0 asks for the exact number.",
    )

    class Meta:
        model = Question
        fields = ("article", "kind", "prompt", "explanation", "truth", "value", "tolerance", "unit")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("value", "tolerance"):
            number = self.initial.get(name)
            self.initial[name] = "" if number is None else self._written(Decimal(number))

    def clean(self) -> dict[str, Any]:
        super().clean()
        kind = self.cleaned_data.get("kind")
        if kind:
            language = self._language()
            self.cleaned_data |= {
                name: empty for name, empty in UNUSED.items() if name not in USES[kind]
            }
            self._read_numbers(kind, language)
            self._check(kind, language)
        return self.cleaned_data

    def _written(self, number: Decimal) -> str:
        """As the article's readers write it, which is how what is typed is read."""
        known = self.instance.article_id is not None
        return numbers.write(number, self.instance.article.language if known else "en")

    def _language(self) -> str:
        """That of the article; while that is not known, any will do."""
        if "article" not in self.fields:
            return self.instance.article.language
        article = self.cleaned_data.get("article")
        return article.language if article else "en"

    def _read_numbers(self, kind: str, language: str) -> None:
        for name in ("value", "tolerance"):
            typed = self.cleaned_data.get(name)
            if name not in USES[kind] or typed is None:
                continue
            number = numbers.parse(typed, language) if typed else None
            if typed and number is None:
                self.add_error(name, f"“{typed}” is no number: write it as 1,200 or 0.5.")
            else:
                self.cleaned_data[name] = UNUSED[name] if number is None else number

    def _check(self, kind: str, language: str) -> None:
        """Check what can be checked without the options."""
        if "options" in USES[kind] or any(name in self.errors for name in USES[kind]):
            return
        typed = {name: self.cleaned_data[name] for name in UNUSED}
        try:
            kinds.parse(make_spec(kind=kind, language=language, options=[], **typed))
        except kinds.InvalidSpec as error:
            self.add_error(error.field if error.field in self.fields else None, str(error))


class OptionForm(OrderedForm):
    """One answer offered or accepted."""

    text = CleanText(
        max_length=300, widget=forms.TextInput(attrs={"dir": "auto", "class": "vTextField"})
    )

    class Meta:
        model = Option
        fields = ("position", "text", "is_correct", "feedback")


class OptionFormSet(OrderedFormSet):
    """The options of a question: together they make one that can be asked."""

    def clean(self) -> None:
        super().clean()
        question = self.instance
        if "options" not in USES[question.kind] or not question.article_id or any(self.errors):
            return
        rows = [form.instance for form in self.forms if _stays(form)]
        is_new_list = all(row._state.adding and not row.is_correct for row in rows)
        if question.kind == QuestionKind.SHORT_TEXT and is_new_list:
            for row in rows:  # a list of accepted answers without a tick is a list of right ones
                row.is_correct = True
        pairs = [(row.text, row.is_correct) for row in rows]
        language = question.article.language
        spec = make_spec(kind=question.kind, language=language, options=pairs, **UNUSED)
        try:
            kinds.parse(spec)
        except kinds.InvalidSpec as error:
            raise ValidationError(str(error)) from error

    def save(self, commit: bool = True) -> list[Option]:
        """A kind without options keeps none."""
        if "options" in USES[self.instance.kind]:
            return super().save(commit)
        self.new_objects, self.changed_objects = [], []
        self.deleted_objects = list(self.get_queryset())
        for option in self.deleted_objects:
            self.delete_existing(option, commit)
        return []


class EvidenceForm(forms.ModelForm):
    """A quotation, and the passage it is from; where it stands there is found."""

    quote = CleanText(
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto", "class": "vLargeTextField"}),
        help_text="Copy the words of the article that prove the answer. Students see them lit.",
    )

    class Meta:
        model = Evidence
        fields = ("passage", "quote")

    def __init__(
        self,
        *args: Any,
        passages: QuerySet[Passage],
        choices: Iterable[tuple[Any, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if "passage" in self.fields:
            field = self.fields["passage"]
            field.required = False
            field.queryset = passages
            field.choices = choices
            field.error_messages["invalid_choice"] = NOT_OF_THE_ARTICLE
            field.help_text = "Empty: the words are looked for in the whole article."


class EvidenceFormSet(BaseInlineFormSet):
    """What proves the key. A draft may lack it; what is approved may not."""

    def clean(self) -> None:
        super().clean()
        if any(self.errors) or not self.instance.article_id:
            return
        kept = [form for form in self.forms if _stays(form)]
        passages = list(self.instance.article.passages.all())
        for form in kept:
            if form.has_changed():
                _anchor(form, passages)
        if self._demanded():
            self._demand(kept)

    def _demanded(self) -> bool:
        return self.instance.status == QuestionStatus.APPROVED or "_approve" in self.data

    def _demand(self, kept: list[Any]) -> None:
        if not kept:
            raise ValidationError(
                "A question is approved only with evidence: "
                "quote the words of the article that prove its answer."
            )
        for form in kept:
            if form.is_valid() and not form.instance.holds():
                form.add_error("quote", "The passage no longer says this.")


def _anchor(form: Any, passages: list[Passage]) -> None:
    """Find the quotation; ``start``, ``end`` and the passage's very words go to the row."""
    chosen = form.cleaned_data["passage"]
    quote = form.cleaned_data["quote"]
    found = [
        (passage, place)
        for passage in ([chosen] if chosen else passages)
        for place in anchors.occurrences(passage.text, quote)
    ]
    where = "passage" if chosen else "article"
    if not found:
        form.add_error("quote", f"The {where} does not say this. Copy the words just as they are.")
    elif len(found) > 1:
        form.add_error("quote", f"The {where} says this more than once: quote a few more words.")
    else:
        passage, (start, end) = found[0]
        span = form.instance
        span.passage, span.start, span.end = passage, start, end
        span.quote = passage.text[start:end]


def _stays(form: Any) -> bool:
    """Whether the row will be there after saving: filled in, and not marked to be deleted."""
    filled = form.has_changed() or not form.instance._state.adding
    return filled and not form.cleaned_data.get(DELETION_FIELD_NAME)
