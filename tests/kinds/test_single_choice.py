import pytest

from quizzes import kinds
from quizzes.kinds.single_choice import MOST_OPTIONS


def spec(*options: str, key: int | tuple[int, ...] = 0) -> dict:
    keys = key if isinstance(key, tuple) else (key,)
    return {
        "kind": "single_choice",
        "options": [
            {"text": text, "is_correct": place in keys} for place, text in enumerate(options)
        ],
    }


@pytest.mark.parametrize("key", [0, 1, 2])
def test_only_the_marked_option_is_right(key):
    question = kinds.parse(spec("Lund", "Malmö", "Ystad", key=key))

    credits = [question.grade(answer).credit for answer in range(3)]

    assert credits == [int(answer == key) for answer in range(3)]


def test_key_and_answer_are_shown_as_option_texts():
    question = kinds.parse(spec("Lund", "Malmö", key=1))

    assert question.key_texts() == ("Malmö",)
    assert question.show(0) == "Lund"


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (spec(), "2 to"),
        (spec("Lund"), "2 to"),
        (spec(*map(str, range(MOST_OPTIONS + 1))), "2 to"),
        (spec("Lund", " "), "needs a text"),
        (spec("Lund", "lund "), "say the same"),
        (spec("Lund", "Malmö", "Ｌｕｎｄ"), "say the same"),
        (spec("New  York", "New\u00a0York"), "say the same"),
        (spec("Lund", "Malmö", key=()), "Mark the option"),
        (spec("Lund", "Malmö", key=(0, 1)), "Only one"),
    ],
    ids=[
        "none",
        "one",
        "too many",
        "blank",
        "repeated",
        "repeated full width",
        "repeated spaces",
        "no key",
        "two keys",
    ],
)
def test_options_that_cannot_be_asked_are_refused_at_their_field(wrong, says):
    with pytest.raises(kinds.InvalidSpec, match=says) as refusal:
        kinds.parse(wrong)

    assert refusal.value.field == "options"


def test_options_that_differ_in_accents_are_different():
    assert kinds.parse(spec("Pêche", "Péché")).options == ("Pêche", "Péché")
