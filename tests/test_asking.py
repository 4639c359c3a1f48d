from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.asking import Asked, all_asked
from quizzes.edition import Item, Reading
from quizzes.forms.answers import answer_form
from quizzes.models import Attempt, QuizMode, Response
from tests import factories
from tests.factories import NOON

READING = Reading("A bridge opens", "", "", "", "en", "ltr", "", ())


def asked(*options: str, key: int = 0, order: tuple[int, ...] = (), **changes: object) -> Asked:
    """A single choice question in an open attempt, no row of which is stored."""
    texts = options or ("Lund", "Malmö", "Ystad")
    spec = {
        "kind": "single_choice",
        "options": [{"text": text, "is_correct": at == key} for at, text in enumerate(texts)],
    }
    feedback = tuple(f"Of {text}." for text in texts)
    item = Item("u", 0, "Where?", "", 1, spec, feedback, (), False)
    attempt = Attempt(mode=QuizMode.PRACTICE)
    order = order or tuple(range(len(texts)))
    return replace(Asked(attempt, item, READING, 1, order, None), **changes)


def true_or_false(truth: bool, **changes: object) -> Asked:
    spec = {"kind": "true_false", "truth": truth, "language": "en"}
    item = Item("u", 0, "It opened.", "", 1, spec, (), (), True)
    return replace(asked(), item=item, order=(), **changes)


@st.composite
def shuffled(draw: st.DrawFn) -> Asked:
    """Any question with its options in any order."""
    texts = draw(st.lists(st.text("abcde", min_size=1), min_size=2, max_size=10, unique=True))
    order = tuple(draw(st.permutations(range(len(texts)))))
    return asked(*texts, key=draw(st.integers(0, len(texts) - 1)), order=order)


@given(shuffled())
def test_a_choice_is_graded_by_its_text_whatever_the_order(question):  # R13
    [key] = question.item.kind.key_texts()

    for name, text in question.choices():
        answer = question.answer_named(name)
        assert question.item.kind.show(answer) == text
        assert (question.item.kind.grade(answer).credit == 1) is (text == key)


@given(shuffled())
def test_options_are_named_by_their_place_on_the_page(question):  # S1, S2
    names = [name for name, _ in question.choices()]

    assert names == [str(place) for place in range(len(question.order))]


@given(shuffled(), st.data())
def test_the_form_gives_and_shows_the_option_that_was_chosen(question, data):  # R13
    name, text = data.draw(st.sampled_from(question.choices()))

    form = answer_form(question, {"answer": name, "revision": "0"})
    assert form.is_valid()
    answer = form.cleaned_data["answer"]
    answered = replace(question, response=Response(answer=answer))

    assert answered.own_answer == text
    assert answer_form(answered)["answer"].value() == name


@given(shuffled(), st.data())
def test_the_review_keeps_the_order_and_tells_key_choice_and_feedback(question, data):  # R13
    chosen = data.draw(st.sampled_from(question.order))

    review = replace(question, response=Response(answer=chosen)).options_reviewed()

    assert [option.text for option in review] == [text for _, text in question.choices()]
    assert [option.text for option in review if option.is_key] == [question.right_answer]
    [mine] = [option for option in review if option.is_chosen]
    assert mine.text == question.item.kind.show(chosen)
    assert mine.feedback == f"Of {mine.text}."


@pytest.mark.parametrize("truth", [True, False])
def test_true_or_false_keep_their_order_and_their_key(truth):
    question = true_or_false(truth, response=Response(answer=True))

    assert question.choices() == [("true", "True"), ("false", "False")]
    assert [question.answer_named(name) for name, _ in question.choices()] == [True, False]
    review = question.options_reviewed()
    assert [option.is_key for option in review] == [truth, not truth]
    assert [option.is_chosen for option in review] == [True, False]


@pytest.mark.parametrize(
    ("mode", "checked", "submitted", "is_revealed"),
    [
        ("practice", None, None, False),
        ("practice", NOON, None, True),
        ("test", None, None, False),
        ("test", NOON, None, False),
        ("test", None, NOON, True),
        ("practice", None, NOON, True),
    ],
)
def test_the_key_is_shown_at_the_feedback_moment_and_not_before(  # S1
    mode, checked, submitted, is_revealed
):
    attempt = Attempt(mode=mode, submitted_at=submitted)
    response = Response(answer=0, checked_at=checked)

    assert asked(attempt=attempt, response=response).is_revealed is is_revealed


@pytest.mark.parametrize(("submitted", "is_revealed"), [(None, False), (NOON, True)])
def test_a_question_left_blank_is_revealed_by_submitting_alone(submitted, is_revealed):
    attempt = Attempt(mode="practice", submitted_at=submitted)

    assert asked(attempt=attempt).is_revealed is is_revealed


def test_without_an_answer_there_is_nothing_to_tell_of_it():
    question = asked()

    assert (question.revision, question.own_answer, question.note) == (0, "", "")
    assert not question.is_right
    assert not question.is_checked


def test_a_forgiven_slip_is_noted():
    spec = {"kind": "short_text", "options": [{"text": "Merkel", "is_correct": True}]}
    item = replace(asked().item, spec=spec)

    question = asked(item=item, response=Response(answer="Merkle"))

    assert "slip" in question.note
    assert question.right_answer == "Merkel"
    assert question.choices() == []


@pytest.mark.django_db
def test_everything_asked_comes_in_the_attempts_own_order(django_assert_num_queries):
    attempt = factories.AttemptFactory(
        version__quiz=factories.publish(
            factories.QuestionFactory(), factories.TrueFalseFactory(prompt="It opened.")
        ),
        version__number=2,
    )
    attempt.items.reverse()
    attempt.items[1]["options"] = [1, 0]
    factories.ResponseFactory(attempt=attempt, item=attempt.items[0]["item"], answer=True)

    with django_assert_num_queries(1):
        first, second = all_asked(attempt)

    assert (first.position, first.item.prompt, first.response.answer) == (1, "It opened.", True)
    assert (second.position, second.order, second.response) == (2, (1, 0), None)
    assert second.choices() == [("0", "Malmö"), ("1", "Lund")]
    assert second.get_absolute_url() == f"/attempts/{attempt.public_id}/2/"
    assert second.save_url == f"/attempts/{attempt.public_id}/2/save/"
