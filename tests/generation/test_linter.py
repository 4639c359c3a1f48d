from dataclasses import dataclass

import pytest

from quizzes.generation.candidate import Choice, Span
from quizzes.generation.linter import BLOCK, WARN, lint
from tests.generation.story import passages_of

TEXT = "The quay was built in 1874 by the merchant Elias Crane, and Lena Frost opened it."


@dataclass(frozen=True)
class Question:
    """A question as a teacher may write it."""

    prompt: str = "In which year did the fire break out?"
    options: tuple[Choice, ...] = ()
    kind: str = "single_choice"
    key: tuple[str, ...] = ()
    evidence: tuple[Span, ...] = (Span(0, 0, len(TEXT), TEXT),)


def choice(key: str, *wrong: str, **details) -> Question:
    options = (Choice(key, True), *(Choice(text, False) for text in wrong))
    return Question(options=options, key=(key,), **details)


def codes(question: Question) -> dict[str, str]:
    return {f.code: f.severity for f in lint(question, passages_of([TEXT]))}


def test_a_sound_question_has_no_findings():
    assert codes(choice("1921", "1922", "1930", "1931")) == {}


BLOCKED = {
    "no-key": Question(options=(Choice("1921", False), Choice("1922", False))),
    "one-key": Question(options=(Choice("a", True), Choice("b", True)), key=("a", "b")),
    "no-evidence": choice("1921", "1922", "1930", evidence=()),
    "evidence-moved": choice("1921", "1922", "1930", evidence=(Span(0, 1, 4, "The"),)),
    "several-blanks": choice("1921", "1922", "1930", prompt="It was _____ in _____ that it began."),
    "blank-first": choice("1921", "1922", "1930", prompt="Complete this: _____ was a dry year."),
    "article-cue": choice(
        "Apple", "Pear", "Plum", prompt="The merchant sold an _____ to a sailor."
    ),
    "long-stem": choice("1921", "1922", "1930", prompt="When " + "was it " * 30 + "?"),
    "unbalanced": choice("1921", "1922", "1930", prompt="In which year (of them all was it?"),
    "pronoun": choice("1921", "1922", "1930", prompt="He came home in which year of all years?"),
    "floating-date": choice(
        "Ada", "Bea", "Cleo", prompt="Who was elected yesterday, of all people?"
    ),
    "answer-in-stem": choice(
        "Elias Crane", "Jan Kowal", "Omar Said", prompt="Who built Crane’s quay?"
    ),
    "same-options": choice("1,200", "1200", "1,300"),
    "overlapping-options": choice(
        "Lena", "Lena Marsh", "Omar Said", prompt="Who sang at the fair?"
    ),
    "catch-all": choice("1921", "1922", "None of the above"),
    "second-answer": choice(
        "Elias Crane", "Lena Frost", "Jan Kowal", prompt="Who paid for it all?"
    ),
    "key-longest": choice("A very long answer that nobody could miss", "No", "Yes", "Or"),
    "mixed-units": choice("£40", "$50", "£60"),
}


@pytest.mark.parametrize(("code", "question"), BLOCKED.items(), ids=BLOCKED)
def test_a_question_that_must_not_be_asked_is_blocked(code, question):
    assert codes(question).get(code) == BLOCK


WARNED = {
    "no-question": choice("1921", "1922", "1930", prompt="The year of the fire."),
    "doubled-word": choice("1921", "1922", "1930", prompt="In which which year was the fire?"),
    "negative": choice("1921", "1922", "1930", prompt="Which year was not a dry one?"),
    "needs-options": choice("1921", "1922", "1930", prompt="Which of the following is a year?"),
    "sensitive": choice("Ada", "Bea", "Cleo", prompt="Who spoke about the suicide of a friend?"),
    "key-shortest": choice("Oak", "A very old pine tree", "A very tall fir tree"),
    "word-repeat": choice(
        "The firemen", "The bakers", "The smiths", prompt="Who put the firemen’s hat on?"
    ),
    "mixed-types": choice("1921", "long ago", "1930"),
    "mixed-case": choice("Oak", "pine", "fir"),
    "absolutes": choice("Some of it", "Never at all", "A part of it"),
    "two-options": choice("1921", "1922"),
    "unsorted": choice("1921", "1930", "1925"),
}


@pytest.mark.parametrize(("code", "question"), WARNED.items(), ids=WARNED)
def test_a_doubtful_question_is_shown_with_a_warning(code, question):
    assert codes(question).get(code) == WARN


def test_blocks_come_before_warnings_and_every_finding_speaks():
    found = lint(choice("1921", "1921"), passages_of([TEXT]))

    assert [f.severity for f in found] == sorted(f.severity for f in found)
    assert all(
        f.message.endswith(".") and f.message[0] in "“ABCDEFGHIJKLMNOPQRSTUVWXYZ" for f in found
    )


def test_a_typed_answer_is_not_held_to_the_rules_of_options():
    question = Question(
        kind="short_text", options=(Choice("Elias Crane", True),), key=("Elias Crane",)
    )

    assert codes(question) == {}
