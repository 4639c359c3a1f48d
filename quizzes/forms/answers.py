"""One form per kind of question: from what a student sent to an answer its kind can mark."""

from typing import Any

from django import forms

from quizzes.asking import Asked
from quizzes.text import numbers
from quizzes.text.fold import fold

LONGEST_TEXT = 200
LONGEST_NUMBER = 60
MOST_REVISIONS = 2**31 - 1
INCOMPLETE = "This page was incomplete. Reload it and answer again."


class AnswerForm(forms.Form):
    """An answer, and the revision of the answer its author saw standing."""

    revision = forms.IntegerField(
        min_value=0,
        max_value=MOST_REVISIONS,
        widget=forms.HiddenInput,
        error_messages=dict.fromkeys(["required", "invalid", "min_value", "max_value"], INCOMPLETE),
    )

    def __init__(self, asked: Asked, data: Any = None) -> None:
        super().__init__(data, initial={"revision": asked.revision, "answer": self.shown(asked)})
        self.asked = asked

    @staticmethod
    def shown(asked: Asked) -> Any:
        """The answer that stands, as the form's field shows it."""
        return asked.response.answer if asked.response else None


class ChoiceAnswerForm(AnswerForm):
    """One of the offered options."""

    template = "quizzes/taking/_choices.html"
    answer = forms.ChoiceField(
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose one of the answers.",
            "invalid_choice": "Choose one of the answers on the page.",
        },
    )

    def __init__(self, asked: Asked, data: Any = None) -> None:
        super().__init__(asked, data)
        self.fields["answer"].choices = asked.choices()

    @staticmethod
    def shown(asked: Asked) -> str | None:
        if asked.response is None:
            return None
        names = (name for name, _ in asked.choices())
        return next(name for name in names if asked.answer_named(name) == asked.response.answer)

    def clean_answer(self) -> Any:
        return self.asked.answer_named(self.cleaned_data["answer"])


class TextAnswerForm(AnswerForm):
    """A few words."""

    template = "quizzes/taking/_typed.html"
    answer = forms.CharField(
        max_length=LONGEST_TEXT,
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
        error_messages={
            "required": "Write an answer.",
            "max_length": f"Write at most {LONGEST_TEXT} characters.",
        },
    )

    def clean_answer(self) -> str:
        typed = self.cleaned_data["answer"]
        if not fold(typed):
            raise forms.ValidationError("Write an answer in letters or figures.")
        return typed


class NumberAnswerForm(AnswerForm):
    """A number in figures or words, kept as it was typed."""

    template = "quizzes/taking/_typed.html"
    answer = forms.CharField(
        max_length=LONGEST_NUMBER,
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
        error_messages={
            "required": "Write a number.",
            "max_length": f"Write a number of at most {LONGEST_NUMBER} characters.",
        },
    )

    def clean_answer(self) -> str:
        typed = self.cleaned_data["answer"]
        if numbers.parse(typed, self.asked.reading.language) is None:
            raise forms.ValidationError("Write a number, such as 1,200 or 2.5.")
        return typed


ANSWER_FORMS: dict[str, type[AnswerForm]] = {
    "single_choice": ChoiceAnswerForm,
    "true_false": ChoiceAnswerForm,
    "short_text": TextAnswerForm,
    "number": NumberAnswerForm,
}


def answer_form(asked: Asked, data: Any = None) -> AnswerForm:
    """The form for this item's kind, showing the answer that stands."""
    return ANSWER_FORMS[asked.kind](asked, data)
