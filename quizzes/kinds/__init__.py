"""What kinds of question there are. Pure Python: no database, no HTML.

A kind is a frozen dataclass with four methods:

``parse(spec)``       the only way in; raises ``InvalidSpec`` naming the field to mend
``grade(answer)``     a ``Grade``; never raises for an answer its form let through
``key_texts()``       the right answers as a reader would write them
``show(answer)``      an answer as its author sees it again

A spec is the plain dict that ``Question.spec()`` makes: ``kind``, ``language``, ``options``
(each ``text`` and ``is_correct``), ``truth``, ``value``, ``tolerance``, ``unit``.
"""

from typing import Any, Protocol

from quizzes.kinds.grade import Grade, InvalidSpec
from quizzes.kinds.number import Number
from quizzes.kinds.short_text import ShortText
from quizzes.kinds.single_choice import SingleChoice
from quizzes.kinds.true_false import TrueFalse

__all__ = ["KINDS", "Grade", "InvalidSpec", "Kind", "parse"]


class Kind(Protocol):
    """What every kind can do."""

    def grade(self, answer: Any) -> Grade: ...

    def key_texts(self) -> tuple[str, ...]: ...

    def show(self, answer: Any) -> str: ...


KINDS: dict[str, Any] = {
    "single_choice": SingleChoice,
    "true_false": TrueFalse,
    "short_text": ShortText,
    "number": Number,
}


def parse(spec: dict[str, Any]) -> Kind:
    """The question a spec describes; raises ``InvalidSpec`` when it cannot be asked."""
    if spec["kind"] not in KINDS:
        raise InvalidSpec(f"“{spec['kind']}” is no kind of question.", field="kind")
    return KINDS[spec["kind"]].parse(spec)
