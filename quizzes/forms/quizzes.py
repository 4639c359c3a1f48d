"""Putting a quiz together."""

from typing import Any

from django import forms

from quizzes.forms.ordered import OrderedForm, OrderedFormSet
from quizzes.models import Quiz, QuizQuestion, User

MOST_MINUTES = 24 * 60
MOST_POINTS = 100


class QuizForm(forms.ModelForm):
    """How a quiz is asked."""

    time_limit = forms.IntegerField(
        label="Time limit (minutes)",
        required=False,
        min_value=1,
        max_value=MOST_MINUTES,
        help_text="No limit when empty.",
    )

    class Meta:
        model = Quiz
        fields = ("title", "description", "mode", "time_limit", "shuffle")
        widgets = {"description": forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"})}


class EntryForm(OrderedForm):
    """A question's place and worth in a quiz."""

    points = forms.IntegerField(min_value=1, max_value=MOST_POINTS, initial=1)

    class Meta:
        model = QuizQuestion
        fields = ("question", "position", "points")


class NewEntryFormSet(OrderedFormSet):
    """Questions to be added to a quiz, each once."""

    def clean(self) -> None:
        super().clean()
        asked = set(
            QuizQuestion.objects.filter(quiz=self.instance.pk).values_list("question", flat=True)
        )
        for form in self.forms:
            question = form.cleaned_data.get("question") if form.is_valid() else None
            if question and question.pk in asked:
                form.add_error("question", "This question is in the quiz already.")

    def get_unique_error_message(self, unique_check: Any) -> str:
        return "The same question is added twice."

    def get_form_error(self) -> str:
        return "This question is added twice."


class AddToQuizForm(forms.Form):
    """Which of the teacher's quizzes."""

    quiz = forms.ModelChoiceField(Quiz.objects.none(), empty_label=None)

    def __init__(self, user: User, data: Any = None) -> None:
        super().__init__(data)
        open_quizzes = Quiz.objects.editable_by(user).filter(archived_at=None)
        self.fields["quiz"].queryset = open_quizzes.order_by("-pk")
