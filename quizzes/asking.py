"""An attempt's items as its student sees them: what is offered, and what was answered.

Options are named by their place in this attempt's own order, so that a page tells nothing of
how the question was written. What the key is, ``Asked.options_reviewed`` and ``Asked.item`` know;
a page shows them only once ``Asked.is_revealed``.
"""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from quizzes.edition import Edition, Item, Reading
from quizzes.models import Attempt, QuestionKind, QuizMode, Response

CHOICES = {QuestionKind.SINGLE_CHOICE, QuestionKind.TRUE_FALSE}


@dataclass(frozen=True)
class OptionReviewed:
    """An option after the answer: was it right, was it chosen, and what is said of it."""

    text: str
    is_key: bool
    is_chosen: bool
    feedback: str


@dataclass(frozen=True)
class Asked:
    """An item of an attempt: its place from 1, the option order this student sees, the answer."""

    attempt: Attempt
    item: Item
    reading: Reading
    position: int
    order: tuple[int, ...]
    response: Response | None

    def get_absolute_url(self) -> str:
        return reverse("quizzes:item", args=[self.attempt.public_id, self.position])

    @property
    def save_url(self) -> str:
        return reverse("quizzes:save", args=[self.attempt.public_id, self.position])

    @property
    def kind(self) -> str:
        return self.item.spec["kind"]

    @property
    def revision(self) -> int:
        """Of the answer that stands; 0 when there is none."""
        return self.response.revision if self.response else 0

    @property
    def is_checked(self) -> bool:
        return self.response is not None and self.response.checked_at is not None

    @property
    def is_revealed(self) -> bool:
        """Whether the moment has come to show the key: checked in practice, or submitted."""
        if self.attempt.submitted_at is not None:
            return True
        return self.attempt.mode == QuizMode.PRACTICE and self.is_checked

    @property
    def is_right(self) -> bool:
        return self.response is not None and self.response.credit == 1

    @property
    def own_answer(self) -> str:
        """The student's answer in words; empty when there is none."""
        return self.item.kind.show(self.response.answer) if self.response else ""

    @property
    def right_answer(self) -> str:
        """The key in words: for a short text the first of those accepted."""
        return self.item.kind.key_texts()[0]

    @property
    def note(self) -> str:
        """What marking has to say of the student's own answer, such as a forgiven slip."""
        return self.item.kind.grade(self.response.answer).note if self.response else ""

    def choices(self) -> list[tuple[str, str]]:
        """What is offered, as (name on the page, text)."""
        if self.kind not in CHOICES:
            return []
        if self.kind == QuestionKind.TRUE_FALSE:
            return [("true", self.item.kind.show(True)), ("false", self.item.kind.show(False))]
        options = self.item.spec["options"]
        return [(str(place), options[index]["text"]) for place, index in enumerate(self.order)]

    def answer_named(self, name: str) -> Any:
        """The answer, in the kind's own terms, that a name from ``choices`` stands for."""
        return name == "true" if self.kind == QuestionKind.TRUE_FALSE else self.order[int(name)]

    def options_reviewed(self) -> list[OptionReviewed]:
        """The offered options, in the order they were offered, once the key may be shown."""
        return [self._reviewed(name, text) for name, text in self.choices()]

    def _reviewed(self, name: str, text: str) -> OptionReviewed:
        answer = self.answer_named(name)
        has_feedback = self.kind == QuestionKind.SINGLE_CHOICE
        return OptionReviewed(
            text=text,
            is_key=self.item.kind.grade(answer).credit == 1,
            is_chosen=self.response is not None and self.response.answer == answer,
            feedback=self.item.feedback[answer] if has_feedback else "",
        )


def all_asked(attempt: Attempt) -> list[Asked]:
    """Every item of the attempt in the order asked; one query, with the version at hand."""
    edition = Edition.from_json(attempt.version.content)
    items = {item.uid: item for item in edition.items}
    responses = {response.item: response for response in attempt.responses.all()}
    return [
        Asked(
            attempt=attempt,
            item=items[row["item"]],
            reading=edition.articles[items[row["item"]].article],
            position=position,
            order=tuple(row["options"]),
            response=responses.get(row["item"]),
        )
        for position, row in enumerate(attempt.items, start=1)
    ]
