"""Number: a value typed in figures or words, right within a tolerance."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Self

from quizzes.kinds.grade import Grade, InvalidSpec
from quizzes.text.numbers import parse as parse_number
from quizzes.text.numbers import write as write_number


@dataclass(frozen=True)
class Number:
    """A value, its unit for display, and how far off an answer may be; the answer is typed."""

    value: Decimal
    tolerance: Decimal
    unit: str
    language: str

    @classmethod
    def parse(cls, spec: dict[str, Any]) -> Self:
        value = _decimal(
            spec["value"], "The right answer is a number, such as 1200 or 0.5.", "value"
        )
        tolerance = _decimal(
            spec["tolerance"], "The tolerance is a number; 0 asks for the exact value.", "tolerance"
        )
        if tolerance < 0:
            raise InvalidSpec("The tolerance cannot be below zero.", field="tolerance")
        return cls(value, tolerance, spec["unit"], spec["language"])

    def grade(self, answer: str) -> Grade:
        typed = parse_number(answer, self.language)
        if typed is None:
            return Grade.wrong()
        # Beside "million crowns", 40 and 40 million are the same answer.
        meant = (typed, typed / self._scale())
        is_right = any(abs(value - self.value) <= self.tolerance for value in meant)
        return Grade.right() if is_right else Grade.wrong()

    def key_texts(self) -> tuple[str, ...]:
        return (f"{write_number(self.value, self.language)} {self.unit}".strip(),)

    def show(self, answer: str) -> str:
        return answer

    def _scale(self) -> Decimal:
        """What the unit counts in: a million for "million crowns", else 1."""
        return parse_number(f"1 {self.unit}", self.language) or Decimal(1)


def _decimal(raw: Any, problem: str, field: str) -> Decimal:
    try:
        value = Decimal(raw)
    except (TypeError, InvalidOperation) as error:
        raise InvalidSpec(problem, field=field) from error
    if not value.is_finite():
        raise InvalidSpec(problem, field=field)
    return value
