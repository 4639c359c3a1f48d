import pytest

from quizzes import kinds
from quizzes.kinds.short_text import LONGEST_ACCEPTED


def spec(*accepted: str) -> dict:
    return {
        "kind": "short_text",
        "options": [{"text": text, "is_correct": True} for text in accepted],
    }


@pytest.mark.parametrize(
    ("accepted", "typed"),
    [
        ("Lund", "lund"),
        ("Lund", " LUND. "),
        ("Malmö", "malmo"),
        ("O'Brien", "O’Brien"),
        ("O’Brien", "o'brien"),
        ("New York", "new\u00a0york"),
        ("Angela Merkel", "Dr. Angela Merkel"),
        ("President Macron", "macron"),
        ("the Suez Canal", "Suez canal"),
        ("U.S. Navy", "us navy"),
        ("1,200", "1 200"),
        ("2021", "٢٠٢١"),
        ("Straße", "STRASSE"),
        ("أحمد", "احمد"),
        ("جمهورية", "جمهوريه"),
        ("Ever Given", "the “Ever Given”"),
    ],
)
def test_what_a_fair_teacher_accepts_is_right_without_a_note(accepted, typed):
    grade = kinds.parse(spec(accepted)).grade(typed)

    assert grade.credit == 1
    assert grade.note == ""


@pytest.mark.parametrize(
    "typed",
    ["Merkkel", "Mekel", "Mirkel", "Mrekel", "Angela Merkle"],
    ids=["added", "left out", "changed", "swapped", "in one of two words"],
)
def test_one_slip_in_a_long_word_is_forgiven_and_told(typed):
    grade = kinds.parse(spec("Merkel", "Angela Merkel")).grade(typed)

    assert grade.credit == 1
    assert "slip" in grade.note


@pytest.mark.parametrize(
    ("accepted", "typed"),
    [
        ("Lund", "Lind"),
        ("Niger", "Nigeri"),
        ("Merkel", "Mirkle"),
        ("Angela Merkel", "Angola Merkle"),
        ("Angela Merkel", "Merkel"),
        ("Gambia", "Zambia"),
        ("Boeing 737200", "Boeing 737300"),
        ("123456", "123457"),
        ("B123456", "B123457"),
        ("Lund", ""),
        ("Lund", "?!"),
        ("हिन्दी", "हन्दा"),
        ("かぎ", "かき"),
        ("한국", "한극"),
        ("-5", "5"),
    ],
    ids=[
        "a slip in four letters",
        "a slip in five letters",
        "two slips in a word",
        "a slip in each of two words",
        "a word missing",
        "another first letter",
        "other digits beside a word",
        "other digits",
        "other digits in a word",
        "nothing",
        "only marks",
        "other vowels, Devanagari",
        "other consonant, kana",
        "other vowel, Hangul",
        "other sign",
    ],
)
def test_another_answer_is_wrong(accepted, typed):
    assert kinds.parse(spec(accepted)).grade(typed).credit == 0


def test_any_of_the_accepted_answers_is_right_and_the_first_is_shown_as_the_key():
    question = kinds.parse(spec("Suez", "Suez Canal"))

    assert question.grade("suez canal").credit == 1
    assert question.key_texts() == ("Suez", "Suez Canal")
    assert question.show(" Suez?") == " Suez?"


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (spec(), "at least one"),
        (spec("Lund", "…"), "at least one letter"),
        (spec("x" * (LONGEST_ACCEPTED + 1)), "at most"),
        ({"kind": "short_text", "options": [{"text": "a", "is_correct": False}]}, "is accepted"),
    ],
    ids=["none", "no letter", "too long", "marked wrong"],
)
def test_accepted_answers_that_cannot_be_are_refused_at_their_field(wrong, says):
    with pytest.raises(kinds.InvalidSpec, match=says) as refusal:
        kinds.parse(wrong)

    assert refusal.value.field == "options"
