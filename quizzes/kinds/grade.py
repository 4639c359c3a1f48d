"""What marking an answer gives, and what is said of a question that cannot be asked."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Self


class InvalidSpec(ValueError):
    """A question of this kind cannot be asked as it is written; ``field`` says where to look."""

    def __init__(self, message: str, *, field: str) -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True)
class Grade:
    """The share of a question's points an answer earns, from 0 to 1, and a note for its author."""

    credit: Fraction
    note: str = ""

    @classmethod
    def right(cls, note: str = "") -> Self:
        return cls(Fraction(1), note)

    @classmethod
    def wrong(cls) -> Self:
        return cls(Fraction(0))
