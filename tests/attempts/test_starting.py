"""Starting an attempt, and the order in which its options are offered."""

from datetime import timedelta
from random import Random

import pytest

from quizzes import attempts, publishing
from quizzes.models import Attempt, Quiz
from tests import factories
from tests.factories import NOON
from tests.taking import LATER, asked, begin


@pytest.mark.django_db
def test_an_attempt_begins_at_the_latest_version(student):
    quiz = factories.publish(mode="test", time_limit=20)
    quiz.entries.update(points=3)
    publishing.publish(quiz, by=None, now=NOON)

    attempt = attempts.start(student, quiz, now=LATER)

    attempt.refresh_from_db()
    assert (attempt.user, attempt.quiz, attempt.version.number) == (student, quiz, 2)
    assert (attempt.mode, attempt.max_score) == ("test", 3)
    assert (attempt.started_at, attempt.due_at) == (LATER, LATER + timedelta(minutes=20))
    assert attempt.score is None


@pytest.mark.django_db
def test_without_a_limit_an_attempt_is_due_at_no_time():
    assert begin().due_at is None


@pytest.mark.django_db
def test_starting_again_goes_on_with_the_open_attempt():  # R5
    attempt = begin()

    again = attempts.start(attempt.user, attempt.quiz, now=LATER)

    assert again == attempt
    assert Attempt.objects.count() == 1


@pytest.mark.django_db
def test_after_submitting_starting_begins_a_new_attempt():
    attempt = attempts.submit(begin(), now=LATER)

    again = attempts.start(attempt.user, attempt.quiz, now=LATER)

    assert again != attempt
    assert again.submitted_at is None


@pytest.mark.django_db
def test_starting_closes_an_attempt_whose_time_ran_out():
    attempt = begin(factories.TrueFalseFactory(), mode="test", time_limit=1)
    attempts.save(asked(attempt), True, revision=0, now=NOON)

    closed = attempts.start(attempt.user, attempt.quiz, now=LATER)

    assert closed == attempt
    assert (closed.submitted_at, closed.score) == (attempt.due_at, 1)
    assert Attempt.objects.count() == 1


@pytest.mark.django_db
def test_an_attempt_whose_time_ran_out_is_closed_though_the_quiz_is_archived():
    attempt = begin(time_limit=1)
    Quiz.objects.update(archived_at=NOON)

    closed = attempts.start(attempt.user, attempt.quiz, now=LATER)

    assert closed.submitted_at == attempt.due_at


@pytest.mark.django_db
def test_everyone_has_an_attempt_of_their_own():
    attempt = begin()

    other = attempts.start(factories.UserFactory(), attempt.quiz, now=NOON)

    assert other != attempt


@pytest.mark.django_db
@pytest.mark.parametrize(
    "quiz", [{"versions": 0}, {"archived_at": NOON}], ids=["draft", "archived"]
)
def test_a_quiz_that_is_not_open_cannot_be_started(quiz, student):
    made = factories.QuizFactory() if "versions" in quiz else factories.publish(**quiz)

    with pytest.raises(attempts.QuizNotOpen):
        attempts.start(student, made, now=NOON)

    assert not Attempt.objects.exists()


@pytest.mark.django_db
def test_what_was_begun_can_be_finished_after_the_quiz_was_put_away():
    attempt = begin()
    attempt.quiz.archived_at = NOON
    attempt.quiz.save()

    assert attempts.start(attempt.user, attempt.quiz, now=LATER) == attempt
    assert attempts.answer(asked(attempt), 0, revision=0, now=LATER).checked_at == LATER


EIGHT = [(f"Town {letter}", letter == "A") for letter in "ABCDEFGH"]


@pytest.mark.django_db
def test_each_attempt_has_an_order_of_its_own_and_keeps_it():  # R13
    published = factories.publish(factories.QuestionFactory(options=EIGHT))
    attempt = attempts.start(factories.UserFactory(), published, now=NOON)
    order = attempt.items[0]["options"]

    attempt.refresh_from_db()
    others = [
        attempts.start(user, published, now=NOON).items[0]["options"]
        for user in factories.UserFactory.create_batch(4)
    ]

    assert attempt.items[0]["options"] == order
    assert all(sorted(other) == list(range(8)) for other in [order, *others])
    assert len({tuple(other) for other in [order, *others]}) > 1


@pytest.mark.django_db
def test_the_key_may_stand_at_any_place():  # S2
    published = factories.publish()

    firsts = {
        attempts.start(user, published, now=NOON).items[0]["options"][0]
        for user in factories.UserFactory.create_batch(40)
    }

    assert firsts == {0, 1}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("texts", "shuffle"),
    [(["3", "1", "2"], True), (["c", "a", "b"], False)],
    ids=["numbers go from small to large", "a teacher's own order"],
)
def test_an_order_that_means_something_is_kept(texts, shuffle):
    options = [(text, text in "1a") for text in texts]
    question = factories.QuestionFactory(options=options)
    published = factories.publish(question, shuffle=shuffle)

    offered = [
        [text for _, text in asked(attempts.start(user, published, now=NOON)).choices()]
        for user in factories.UserFactory.create_batch(4)
    ]

    assert offered == [sorted(texts) if shuffle else texts] * 4


@pytest.mark.django_db
def test_what_is_accepted_for_a_text_is_not_offered():  # S1
    attempt = begin(factories.ShortTextFactory(), factories.TrueFalseFactory())

    assert [row["options"] for row in attempt.items] == [[], []]


@pytest.mark.django_db
def test_the_order_of_options_does_not_follow_from_the_address_of_the_attempt():  # S2
    published = factories.publish(factories.QuestionFactory(options=EIGHT))

    attempt = attempts.start(factories.UserFactory(), published, now=NOON)

    guesses = [attempt.public_id.int, attempt.public_id.hex, str(attempt.public_id)]
    for seed in guesses:
        guessed = list(range(8))
        Random(seed).shuffle(guessed)
        assert attempt.items[0]["options"] != guessed
