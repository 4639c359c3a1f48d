"""Saving and answering: drafts, replays, stale revisions, final answers."""

import pytest

from quizzes import attempts
from quizzes.models import Response
from tests import factories
from tests.factories import NOON
from tests.taking import LATER, asked, begin, four_kinds


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("position", "right", "wrong"),
    [(1, 0, 1), (2, True, False), (3, "lund", "Malmö"), (4, "forty", "41")],
    ids=["single choice", "true or false", "short text", "number"],
)
def test_an_answer_is_marked_and_final_in_practice(position, right, wrong):
    attempt = begin(*four_kinds())
    other = attempts.start(factories.UserFactory(), attempt.quiz, now=NOON)

    good = attempts.answer(asked(attempt, position), right, revision=0, now=LATER)
    bad = attempts.answer(asked(other, position), wrong, revision=0, now=LATER)

    good.refresh_from_db()
    assert (good.answer, good.revision, good.saved_at, good.checked_at) == (right, 1, LATER, LATER)
    assert (good.credit, bad.credit) == (1, 0)


@pytest.mark.django_db
def test_a_saved_answer_is_a_draft_without_a_mark():
    response = attempts.save(asked(begin()), 0, revision=0, now=LATER)

    response.refresh_from_db()
    assert (response.answer, response.revision, response.saved_at) == (0, 1, LATER)
    assert (response.checked_at, response.credit) == (None, None)


@pytest.mark.django_db
def test_an_answer_in_a_test_is_saved_without_a_mark():  # S1
    response = attempts.answer(asked(begin(mode="test")), 0, revision=0, now=LATER)

    assert (response.checked_at, response.credit) == (None, None)


@pytest.mark.django_db
@pytest.mark.parametrize("how", [attempts.save, attempts.answer])
@pytest.mark.parametrize("revision", [0, 1, 7])
def test_the_same_answer_again_is_a_replay_that_writes_nothing(
    how, revision, django_assert_num_queries
):  # R5
    attempt = begin()
    first = how(asked(attempt), 0, revision=0, now=NOON)
    item = asked(attempt)

    with django_assert_num_queries(4) as queries:  # savepoint, two reads, release
        again = how(item, 0, revision=revision, now=LATER)

    assert again == first
    assert (again.revision, again.saved_at) == (1, NOON)
    assert not [q for q in queries if q["sql"].startswith(("INSERT", "UPDATE"))]


@pytest.mark.django_db
def test_a_draft_becomes_final_by_answering_with_it():
    attempt = begin()
    attempts.save(asked(attempt), 0, revision=0, now=NOON)

    response = attempts.answer(asked(attempt), 0, revision=0, now=LATER)

    assert (response.revision, response.checked_at, response.credit) == (2, LATER, 1)
    assert Response.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("how", [attempts.save, attempts.answer])
def test_an_answer_on_the_current_revision_replaces_a_draft(how):
    attempt = begin()
    attempts.save(asked(attempt), 1, revision=0, now=NOON)

    response = how(asked(attempt), 0, revision=1, now=LATER)

    response.refresh_from_db()
    assert (response.answer, response.revision, response.saved_at) == (0, 2, LATER)
    assert Response.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("mode", ["practice", "test"])
@pytest.mark.parametrize("how", [attempts.save, attempts.answer])
@pytest.mark.parametrize("revision", [0, 2])
def test_another_answer_on_another_revision_is_stale(mode, how, revision):  # R6
    attempt = begin(mode=mode)
    attempts.save(asked(attempt), 1, revision=0, now=NOON)

    with pytest.raises(attempts.StaleAnswer):
        how(asked(attempt), 0, revision=revision, now=LATER)

    standing = Response.objects.get()
    assert (standing.answer, standing.revision, standing.saved_at) == (1, 1, NOON)
    assert standing.checked_at is None


@pytest.mark.django_db
@pytest.mark.parametrize("how", [attempts.save, attempts.answer])
@pytest.mark.parametrize("revision", [0, 1])
def test_a_checked_answer_is_final(how, revision):  # R6
    attempt = begin()
    attempts.answer(asked(attempt), 1, revision=0, now=NOON)

    with pytest.raises(attempts.StaleAnswer):
        how(asked(attempt), 0, revision=revision, now=LATER)

    standing = Response.objects.get()
    assert (standing.answer, standing.revision, standing.credit) == (1, 1, 0)


@pytest.mark.django_db
def test_an_answer_may_be_changed_in_a_test_until_it_is_submitted():
    attempt = begin(mode="test")

    for revision, answer in enumerate([1, 0, 1, 0]):
        attempts.answer(asked(attempt), answer, revision=revision, now=LATER)

    assert attempts.submit(attempt, now=LATER).score == 1


@pytest.mark.django_db
def test_true_is_not_taken_for_the_first_option():
    attempt = begin(*four_kinds(), mode="test")
    attempts.answer(asked(attempt, 1), 1, revision=0, now=NOON)
    attempts.answer(asked(attempt, 2), True, revision=0, now=NOON)

    stored = Response.objects.order_by("pk").values_list("answer", flat=True)
    assert [type(answer) for answer in stored] == [int, bool]
