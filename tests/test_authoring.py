from datetime import timedelta

import pytest

from quizzes import authoring, publishing
from quizzes.models import DraftRun, Event, QuestionStatus, Quiz
from quizzes.models.article import PATIENCE
from tests import factories
from tests.factories import NOON


@pytest.mark.django_db
def test_a_draft_is_approved_by_a_teacher_at_a_time(teacher):
    draft = factories.QuestionFactory(status=QuestionStatus.DRAFT)

    authoring.approve(draft, by=teacher, now=NOON)

    draft.refresh_from_db()
    assert draft.status == QuestionStatus.APPROVED
    assert (draft.reviewed_by, draft.reviewed_at) == (teacher, NOON)


@pytest.mark.django_db
def test_a_draft_that_could_not_be_asked_is_not_approved_and_unchanged(teacher):
    draft = factories.QuestionFactory(status=QuestionStatus.DRAFT, prompt="Where?", evidence=False)

    with pytest.raises(authoring.NotApproved, match="“Where\\?” was not approved: it has no evid"):
        authoring.approve(draft, by=teacher, now=NOON)

    draft.refresh_from_db()
    assert (draft.status, draft.reviewed_by) == (QuestionStatus.DRAFT, None)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("verb", "status"),
    [(authoring.reject, QuestionStatus.REJECTED), (authoring.retire, QuestionStatus.RETIRED)],
)
def test_a_question_is_put_aside_whatever_its_flaws(verb, status, teacher):
    draft = factories.QuestionFactory(status=QuestionStatus.DRAFT, evidence=False)

    verb(draft, by=teacher, now=NOON)

    draft.refresh_from_db()
    assert draft.status == status
    assert (draft.reviewed_by, draft.reviewed_at) == (teacher, NOON)


@pytest.mark.django_db
def test_reviewing_saves_what_the_review_changed_and_nothing_else(teacher):
    draft = factories.QuestionFactory(status=QuestionStatus.DRAFT)
    draft.prompt = "Never saved"

    authoring.approve(draft, by=teacher, now=NOON)

    draft.refresh_from_db()
    assert draft.prompt == "Where did the bridge open?"


@pytest.mark.django_db
def test_a_quiz_is_made_of_what_is_approved_in_the_order_of_the_article(teacher):
    article = factories.ArticleFactory(title="A bridge opens")
    second = factories.PassageFactory(article=article, position=2)
    first = factories.PassageFactory(article=article, position=1)

    def question(passage, start, **changes):
        made = factories.QuestionFactory(article=article, evidence=False, **changes)
        factories.EvidenceFactory(question=made, passage=passage, start=start)
        return made

    last, middle, head = question(second, 0), question(first, 9), question(first, 0)
    question(first, 5, status=QuestionStatus.REJECTED)
    factories.QuestionFactory()  # on another article

    quiz = authoring.make_quiz(article, owner=teacher)

    assert [entry.question for entry in quiz.entries.all()] == [head, middle, last]
    assert (quiz.title, quiz.slug, quiz.owner) == ("A bridge opens", "a-bridge-opens", teacher)
    assert not quiz.versions.exists()
    assert publishing.publish(quiz, by=teacher, now=NOON)[1]


@pytest.mark.django_db
def test_a_second_quiz_of_an_article_has_an_address_of_its_own(teacher):
    article = factories.QuestionFactory().article

    slugs = [authoring.make_quiz(article, owner=teacher).slug for _ in range(2)]

    assert slugs == ["a-bridge-opens", "a-bridge-opens-2"]


@pytest.mark.django_db
def test_an_article_without_approved_questions_makes_no_quiz(teacher):
    article = factories.QuestionFactory(status=QuestionStatus.DRAFT).article

    with pytest.raises(authoring.NothingApproved):
        authoring.make_quiz(article, owner=teacher)

    assert not Quiz.objects.exists()


@pytest.mark.django_db
def test_questions_that_other_teachers_keep_to_themselves_are_left_out(teacher):  # S4
    article = factories.ArticleFactory()
    other = factories.TeacherFactory()
    factories.QuestionFactory(article=article, owner=other)
    shared = factories.QuestionFactory(article=article, owner=other, shared=True)

    quiz = authoring.make_quiz(article, owner=teacher)

    assert [entry.question for entry in quiz.entries.all()] == [shared]


@pytest.mark.django_db
def test_questions_are_added_at_the_end_of_a_quiz_and_only_once():
    entry = factories.QuizQuestionFactory(position=7)
    new = factories.QuestionFactory()

    added = authoring.add_questions(entry.quiz, [new, entry.question])
    again = authoring.add_questions(entry.quiz, [new, entry.question])

    assert (added, again) == (1, 0)
    entries = entry.quiz.entries.values_list("question", "position")
    assert list(entries) == [(entry.question.pk, 7), (new.pk, 8)]


@pytest.mark.django_db
def test_an_archived_quiz_cannot_be_started_until_it_is_restored():
    quiz = factories.publish()

    authoring.archive(quiz, now=NOON)
    archived = list(Quiz.objects.published())
    authoring.restore(quiz)

    assert archived == []
    assert list(Quiz.objects.published()) == [quiz]


@pytest.mark.django_db
def test_evidence_and_events_move_with_the_words_they_point_at():
    event = factories.EventFactory()
    span = factories.EvidenceFactory(passage=event.passage)

    authoring.rewrite(event.passage, f"At last. {factories.TEXT}")

    span.refresh_from_db()
    event.refresh_from_db()
    assert (span.start, event.start) == (9, 9)
    assert span.holds()


@pytest.mark.django_db
def test_words_that_prove_a_key_cannot_be_edited_away():
    event = factories.EventFactory(start=35, end=61)
    span = factories.EvidenceFactory(passage=event.passage)

    with pytest.raises(authoring.EvidenceLost):
        authoring.rewrite(event.passage, "The bridge was never built.")
    authoring.rewrite(event.passage, "The bridge at Lund opened in 1987.")

    span.refresh_from_db()
    assert span.holds()
    assert not Event.objects.exists()


@pytest.mark.django_db
def test_the_generator_runs_once_at_a_time_over_an_article():
    article = factories.ArticleFactory()

    first, is_new = authoring.start_drafting(article, now=NOON)
    second, is_second_new = authoring.start_drafting(article, now=NOON)

    assert (is_new, is_second_new) == (True, False)
    assert first == second


@pytest.mark.django_db
def test_a_run_that_is_silent_for_too_long_is_given_up():
    article = factories.ArticleFactory()
    dead, _ = authoring.start_drafting(article, now=NOON)
    later = NOON + PATIENCE

    fresh, is_new = authoring.start_drafting(article, now=later)
    authoring.finish_drafting(dead, added=3, now=later + timedelta(seconds=1))
    authoring.finish_drafting(fresh, added=2, abstained={"range": 1}, now=later)

    dead.refresh_from_db()
    assert is_new
    assert (dead.added, dead.error, dead.finished_at) == (0, authoring.GIVEN_UP, later)
    assert DraftRun.objects.get(error="").abstained == {"range": 1}
