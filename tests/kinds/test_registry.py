"""What holds for every kind alike; each kind's own rules are in the file of its name."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes import kinds
from quizzes.forms.answers import ANSWER_FORMS, LONGEST_NUMBER, LONGEST_TEXT
from quizzes.models import QuestionKind

OPTIONS = [{"text": "Lund", "is_correct": True}, {"text": "Malmö", "is_correct": False}]
COMMON = {
    "language": "en",
    "options": [],
    "truth": None,
    "value": None,
    "tolerance": "0",
    "unit": "",
}
SPECS = {
    "single_choice": COMMON | {"kind": "single_choice", "options": OPTIONS},
    "true_false": COMMON | {"kind": "true_false", "truth": True},
    "short_text": COMMON | {"kind": "short_text", "options": OPTIONS[:1]},
    "number": COMMON | {"kind": "number", "value": "40", "unit": "crowns"},
}
# What each kind's form may let through.
ANSWERS = {
    "single_choice": st.integers(min_value=0, max_value=1),
    "true_false": st.booleans(),
    "short_text": st.text(max_size=LONGEST_TEXT),
    "number": st.text(max_size=LONGEST_NUMBER)
    | st.from_regex(r"[-−+]?[0-9][0-9., '٠-٩]{0,40}( (hundred|million|lakh|%))?", fullmatch=True),
}
LANGUAGES = st.sampled_from(["en", "ar", "de", "fr-CA", "hi", "pt_BR", "zz"])


def test_every_kind_is_complete():
    assert set(kinds.KINDS) == set(ANSWER_FORMS) == set(QuestionKind.values)
    assert set(SPECS) == set(ANSWERS) == set(kinds.KINDS)


@pytest.mark.parametrize("kind", kinds.KINDS)
def test_a_kind_is_read_from_its_spec(kind):
    assert isinstance(kinds.parse(SPECS[kind]), kinds.KINDS[kind])


def test_an_unknown_kind_is_refused_at_its_field():
    with pytest.raises(kinds.InvalidSpec, match="essay") as refusal:
        kinds.parse(COMMON | {"kind": "essay"})

    assert refusal.value.field == "kind"


@pytest.mark.parametrize("kind", kinds.KINDS)
def test_the_key_is_never_empty(kind):
    texts = kinds.parse(SPECS[kind]).key_texts()

    assert texts
    assert all(texts)


@pytest.mark.parametrize("kind", kinds.KINDS)
@given(data=st.data(), language=LANGUAGES)
def test_marking_never_raises_and_credit_is_a_share_of_one(kind, data, language):
    question = kinds.parse(SPECS[kind] | {"language": language})
    answer = data.draw(ANSWERS[kind])

    grade = question.grade(answer)

    assert isinstance(grade.credit, Fraction)
    assert 0 <= grade.credit <= 1


@pytest.mark.parametrize("kind", kinds.KINDS)
@given(data=st.data())
def test_an_answer_is_shown_as_text(kind, data):
    question = kinds.parse(SPECS[kind])

    assert isinstance(question.show(data.draw(ANSWERS[kind])), str)


@given(value=st.decimals(min_value=-(10**9), max_value=10**9, places=3))
def test_a_number_written_out_is_right(value: Decimal):
    question = kinds.parse(SPECS["number"] | {"value": str(value)})

    assert question.grade(f"{value:f}").credit == 1
