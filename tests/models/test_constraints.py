"""What the database itself refuses, whoever writes to it."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction

from tests import factories
from tests.factories import NOON

SUBMITTED = {"submitted_at": NOON, "score_numerator": 0, "score_denominator": 1}

# Constraint, the factory of a valid row, what to change in it.
BROKEN_CHECKS = [
    ("event_span_is_not_empty", factories.EventFactory, {"start": 5, "end": 5}),
    ("event_precision_is_known", factories.EventFactory, {"precision": "week"}),
    (
        "draft_run_finished_after_start",
        factories.DraftRunFactory,
        {"finished_at": NOON - timedelta(seconds=1)},
    ),
    ("question_kind_is_known", factories.QuestionFactory, {"kind": "essay"}),
    ("question_status_is_known", factories.QuestionFactory, {"status": "lost"}),
    ("only_true_or_false_has_a_truth", factories.QuestionFactory, {"truth": True}),
    ("only_true_or_false_has_a_truth", factories.TrueFalseFactory, {"truth": None}),
    ("only_a_number_has_a_value", factories.QuestionFactory, {"value": 40}),
    ("only_a_number_has_a_value", factories.NumberFactory, {"value": None}),
    ("tolerance_is_not_negative", factories.NumberFactory, {"tolerance": -1}),
    ("evidence_span_is_not_empty", factories.EvidenceFactory, {"start": 9, "end": 8}),
    ("quiz_mode_is_known", factories.QuizFactory, {"mode": "exam"}),
    ("time_limit_is_at_least_a_minute", factories.QuizFactory, {"time_limit": 0}),
    ("a_question_is_worth_at_least_a_point", factories.QuizQuestionFactory, {"points": 0}),
    ("versions_count_from_one", factories.QuizVersionFactory, {"number": 0}),
    ("attempt_mode_is_known", factories.AttemptFactory, {"mode": "exam"}),
    (
        "attempt_submitted_after_start",
        factories.AttemptFactory,
        SUBMITTED | {"submitted_at": NOON - timedelta(seconds=1)},
    ),
    *(
        ("a_submitted_attempt_has_a_score_up_to_its_maximum", factories.AttemptFactory, change)
        for change in (
            {"submitted_at": NOON},
            {"submitted_at": NOON, "score_numerator": 0},
            {"submitted_at": NOON, "score_denominator": 1},
            {"score_numerator": 0, "score_denominator": 1},
            SUBMITTED | {"score_denominator": 0},
            SUBMITTED | {"score_numerator": 3, "score_denominator": 2},
        )
    ),
    *(
        ("credit_is_a_fraction_up_to_one", factories.ResponseFactory, change)
        for change in (
            {"credit_numerator": 1},
            {"credit_denominator": 1},
            {"credit_numerator": 0, "credit_denominator": 0},
            {"credit_numerator": 3, "credit_denominator": 2},
        )
    ),
    ("a_checked_response_has_its_credit", factories.ResponseFactory, {"checked_at": NOON}),
    ("revisions_count_from_one", factories.ResponseFactory, {"revision": 0}),
]


def _article(**changes):
    return factories.ArticleFactory(original_digest="same", **changes)


def _two_articles_of_an_owner():
    owner = factories.UserFactory()
    _article(owner=owner)
    return lambda: _article(owner=owner)


def _two_articles_of_the_school():
    _article()
    return _article


def _two_unfinished_draft_runs():
    article = factories.DraftRunFactory().article
    return lambda: factories.DraftRunFactory(article=article)


def _two_questions_of_a_draft():
    article = factories.QuestionFactory(draft_id="same").article
    return lambda: factories.QuestionFactory(article=article, draft_id="same")


def _a_question_twice_in_a_quiz():
    entry = factories.QuizQuestionFactory()
    return lambda: factories.QuizQuestionFactory(quiz=entry.quiz, question=entry.question)


def _two_versions_of_a_number():
    quiz = factories.QuizVersionFactory().quiz
    return lambda: factories.QuizVersionFactory(quiz=quiz)


def _two_open_attempts():
    first = factories.AttemptFactory()
    return lambda: factories.AttemptFactory(user=first.user, version=first.version)


def _two_responses_to_an_item():
    attempt = factories.ResponseFactory().attempt
    return lambda: factories.ResponseFactory(attempt=attempt)


# Constraint, what makes the first row and returns what would make the second.
DOUBLED = {
    "one_article_per_owner_and_text": _two_articles_of_an_owner,
    "one_article_without_owner_per_text": _two_articles_of_the_school,
    "one_unfinished_draft_run_per_article": _two_unfinished_draft_runs,
    "one_question_per_article_and_draft": _two_questions_of_a_draft,
    "a_quiz_asks_a_question_once": _a_question_twice_in_a_quiz,
    "one_version_per_quiz_and_number": _two_versions_of_a_number,
    "one_open_attempt_per_user_and_quiz": _two_open_attempts,
    "one_response_per_attempt_and_item": _two_responses_to_an_item,
}


def _constraints() -> dict[str, models.BaseConstraint]:
    return {
        constraint.name: constraint
        for model in apps.get_app_config("quizzes").get_models()
        for constraint in model._meta.constraints
        if model.__module__.startswith("quizzes.")
    }


def test_every_constraint_is_broken_below():
    broken = {name for name, _, _ in BROKEN_CHECKS} | set(DOUBLED)

    assert broken == set(_constraints())


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "factory", "changes"),
    BROKEN_CHECKS,
    ids=[f"{name}-{'-'.join(changes)}" for name, _, changes in BROKEN_CHECKS],
)
def test_a_row_that_breaks_a_check_is_refused(name, factory, changes):
    row = factory()
    rows = type(row)._default_manager.filter(pk=row.pk)

    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        rows.update(**changes)

    row.refresh_from_db()
    assert all(getattr(row, field) != value for field, value in changes.items() if value)


@pytest.mark.django_db
@pytest.mark.parametrize("name", DOUBLED)
def test_a_second_row_of_what_is_unique_is_refused(name):
    make_second = DOUBLED[name]()

    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        make_second()

    # PostgreSQL names the constraint, SQLite its columns.
    message, fields = str(refusal.value), _constraints()[name].fields
    assert name in message or all(f".{field}" in message for field in fields)


@pytest.mark.django_db
def test_what_is_not_the_same_may_stand_side_by_side():
    one, other = factories.UserFactory(), factories.UserFactory()
    article = factories.ArticleFactory()

    _article()
    _article(owner=one)
    _article(owner=other)
    factories.QuestionFactory.create_batch(2, article=article, draft_id="")
    factories.ArticleFactory.create_batch(2, original_digest="")
    done = factories.AttemptFactory(user=one, **SUBMITTED)
    factories.AttemptFactory(user=one, version=done.version, **SUBMITTED)
    factories.AttemptFactory(user=one, version=done.version)
    factories.AttemptFactory(user=other, version=done.version)

    assert done.quiz.attempts.count() == 4
