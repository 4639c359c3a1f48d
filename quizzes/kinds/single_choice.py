"""Single choice: one right option among several."""

import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import Any, Self

from quizzes.kinds.grade import Grade, InvalidSpec

MOST_OPTIONS = 10


@dataclass(frozen=True)
class SingleChoice:
    """Two or more different options; the answer is the index of the one chosen."""

    options: tuple[str, ...]
    key: int

    @classmethod
    def parse(cls, spec: dict[str, Any]) -> Self:
        texts = tuple(option["text"] for option in spec["options"])
        keys = [place for place, option in enumerate(spec["options"]) if option["is_correct"]]
        if not 2 <= len(texts) <= MOST_OPTIONS:
            raise InvalidSpec(
                f"A single choice question needs 2 to {MOST_OPTIONS} options.", field="options"
            )
        if not all(text.strip() for text in texts):
            raise InvalidSpec("An option needs a text.", field="options")
        if repeated := _repeated(texts):
            raise InvalidSpec(f"Two options say the same: “{repeated}”.", field="options")
        if not keys:
            raise InvalidSpec("Mark the option that is right.", field="options")
        if len(keys) > 1:
            raise InvalidSpec(
                "Only one option of a single choice question can be right.", field="options"
            )
        return cls(texts, keys[0])

    def grade(self, answer: int) -> Grade:
        return Grade.right() if answer == self.key else Grade.wrong()

    def key_texts(self) -> tuple[str, ...]:
        return (self.options[self.key],)

    def show(self, answer: int) -> str:
        return self.options[answer]


def _repeated(texts: tuple[str, ...]) -> str | None:
    """The first text that another option repeats, but for case and spaces."""
    alike = [" ".join(unicodedata.normalize("NFKC", text).casefold().split()) for text in texts]
    counts = Counter(alike)
    return next((text for text, key in zip(texts, alike, strict=True) if counts[key] > 1), None)
