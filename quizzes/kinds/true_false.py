"""True/false: a statement that the passage supports or contradicts."""

from dataclasses import dataclass
from typing import Any, Self

from quizzes.kinds.grade import Grade, InvalidSpec
from quizzes.text.language import base

# How the two answers are called, true first, in the language of the question.
LABELS = {
    "ar": ("صواب", "خطأ"),
    "de": ("Richtig", "Falsch"),
    "en": ("True", "False"),
    "es": ("Verdadero", "Falso"),
    "fr": ("Vrai", "Faux"),
}


@dataclass(frozen=True)
class TrueFalse:
    """A statement; the answer is whether the reader holds it for true."""

    truth: bool
    labels: tuple[str, str]

    @classmethod
    def parse(cls, spec: dict[str, Any]) -> Self:
        if not isinstance(spec["truth"], bool):
            raise InvalidSpec("Say whether the statement is true or false.", field="truth")
        language = base(spec["language"])
        return cls(spec["truth"], LABELS.get(language, LABELS["en"]))

    def grade(self, answer: bool) -> Grade:
        return Grade.right() if answer is self.truth else Grade.wrong()

    def key_texts(self) -> tuple[str, ...]:
        return (self.show(self.truth),)

    def show(self, answer: bool) -> str:
        return self.labels[0] if answer else self.labels[1]
