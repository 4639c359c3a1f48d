"""Short text: a few words, compared with the accepted answers as a fair teacher would."""

from dataclasses import dataclass
from typing import Any, Self

from rapidfuzz.distance import OSA

from quizzes.kinds.grade import Grade, InvalidSpec
from quizzes.text.fold import fold

LONGEST_ACCEPTED = 200
# A slip is forgiven in words this long: in shorter ones it makes another word too easily.
FORGIVING_LENGTH = 6


@dataclass(frozen=True)
class ShortText:
    """One or more accepted answers; the answer is what was typed."""

    accepted: tuple[str, ...]

    @classmethod
    def parse(cls, spec: dict[str, Any]) -> Self:
        options = spec["options"]
        if not options:
            raise InvalidSpec("List at least one accepted answer.", field="options")
        if not all(option["is_correct"] for option in options):
            raise InvalidSpec(
                "Every answer listed for a short text is accepted: mark it right or remove it.",
                field="options",
            )
        texts = tuple(option["text"] for option in options)
        if not all(fold(text) for text in texts):
            raise InvalidSpec("An accepted answer needs at least one letter.", field="options")
        if max(map(len, texts)) > LONGEST_ACCEPTED:
            raise InvalidSpec(
                f"An accepted answer has at most {LONGEST_ACCEPTED} characters.", field="options"
            )
        return cls(texts)

    def grade(self, answer: str) -> Grade:
        typed = fold(answer[: 2 * LONGEST_ACCEPTED])
        accepted = [fold(text) for text in self.accepted]
        if typed in accepted:
            return Grade.right()
        if any(_is_slip(typed, text) for text in accepted):
            return Grade.right("Accepted, with a small slip in the spelling.")
        return Grade.wrong()

    def key_texts(self) -> tuple[str, ...]:
        return self.accepted

    def show(self, answer: str) -> str:
        return answer


def _is_slip(typed: str, accepted: str) -> bool:
    """Whether one word differs by one letter added, left out, changed or swapped."""
    pairs = list(zip(typed.split(), accepted.split(), strict=False))
    if len(typed.split()) != len(accepted.split()):
        return False
    different = [(left, right) for left, right in pairs if left != right]
    if len(different) != 1:
        return False
    left, right = different[0]
    return (
        len(right) >= FORGIVING_LENGTH
        and left[0] == right[0]  # Gambia is not Zambia
        and left.isalpha()
        and right.isalpha()
        and OSA.distance(left, right, score_cutoff=1) == 1
    )
