from datetime import timedelta

import pytest

from quizzes import publishing
from quizzes.edition import Edition
from quizzes.models import Question, QuestionStatus, QuizVersion
from tests import factories
from tests.factories import NOON


def quiz_of(*questions, **changes):
    quiz = factories.QuizFactory(**changes)
    for position, question in enumerate(questions, start=1):
        factories.QuizQuestionFactory(quiz=quiz, question=question, position=position)
    return quiz


@pytest.mark.django_db
def test_publishing_freezes_what_is_asked_its_key_its_evidence_and_the_article():
    article = factories.ArticleFactory(
        title="A bridge opens",
        source_name="The Sound",
        published_on=NOON.date(),
        rights="All rights kept",
    )
    factories.PassageFactory(article=article, heading="At last", position=1)
    teacher = factories.TeacherFactory()
    quiz = quiz_of(
        factories.QuestionFactory(article=article),
        factories.NumberFactory(article=article),
        mode="test",
        time_limit=20,
    )

    version, is_new = publishing.publish(quiz, by=teacher, now=NOON)

    version.refresh_from_db()
    edition = Edition.from_json(version.content)
    assert is_new
    assert (version.number, version.published_at, version.published_by) == (1, NOON, teacher)
    assert (edition.title, edition.mode, edition.time_limit) == (quiz.title, "test", 20)
    [reading] = edition.articles
    assert (reading.title, reading.source_name) == ("A bridge opens", "The Sound")
    assert (reading.published_on, reading.rights) == ("2026-03-02", "All rights kept")
    assert [passage.heading for passage in reading.passages] == ["At last"]
    first, second = edition.items
    assert first.kind.key_texts() == ("Lund",)
    assert second.kind.key_texts() == ("40 million crowns",)
    [span] = first.evidence
    assert reading.passages[span.passage].text[span.start : span.end] == span.quote


@pytest.mark.django_db
def test_questions_are_asked_in_the_order_of_the_quiz_with_their_points():
    quiz = factories.QuizFactory()
    later = factories.QuizQuestionFactory(quiz=quiz, position=9, points=3)
    sooner = factories.QuizQuestionFactory(quiz=quiz, position=2, points=1)

    items = publishing.freeze(quiz).items

    assert [item.uid for item in items] == [sooner.question.uid, later.question.uid]
    assert [item.points for item in items] == [1, 3]


@pytest.mark.django_db
def test_a_quiz_on_two_articles_keeps_each_question_beside_its_own():
    first, second = factories.QuestionFactory.create_batch(2)
    third = factories.TrueFalseFactory(article=first.article)

    edition = publishing.freeze(quiz_of(first, second, third))

    assert [item.article for item in edition.items] == [0, 1, 0]
    assert len(edition.articles) == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("texts", "language", "order"),
    [
        (["2014", "2003", "2011"], "en", ["2003", "2011", "2014"]),
        (["1,200", "40", "2 million"], "en", ["40", "1,200", "2 million"]),
        (["1.200", "40"], "de", ["40", "1.200"]),
        (["٢٠١٤", "٢٠٠٣"], "ar", ["٢٠٠٣", "٢٠١٤"]),
        (["March 2021", "May 2019"], "en", ["May 2019", "March 2021"]),
        (["3 June 2020", "30 May 2020"], "en", ["30 May 2020", "3 June 2020"]),
    ],
)
def test_numbers_and_dates_are_offered_in_their_own_order(texts, language, order):
    options = [(text, place == 0) for place, text in enumerate(texts)]
    question = factories.QuestionFactory(options=options, article__language=language)

    [item] = publishing.freeze(quiz_of(question)).items

    assert [option["text"] for option in item.spec["options"]] == order
    assert item.keeps_order
    assert item.kind.key_texts() == (texts[0],)


@pytest.mark.django_db
def test_words_are_free_to_be_shuffled_and_keep_their_feedback():
    question = factories.QuestionFactory(options=[("Lund", True), ("40", False)])
    question.options.filter(text="40").update(feedback="A number, not a town.")

    [item] = publishing.freeze(quiz_of(question)).items

    assert not item.keeps_order
    assert item.feedback == ("", "A number, not a town.")


@pytest.mark.django_db
def test_publishing_again_without_a_change_keeps_the_version():
    quiz = factories.publish()

    version, is_new = publishing.publish(quiz, by=None, now=NOON + timedelta(days=1))

    assert not is_new
    assert version.published_at == NOON
    assert QuizVersion.objects.count() == 1


@pytest.mark.django_db
def test_publishing_a_change_makes_the_next_version_and_leaves_the_first():
    quiz = factories.publish()
    first = quiz.versions.get()
    quiz.entries.update(points=2)

    second, is_new = publishing.publish(quiz, by=None, now=NOON)

    content = first.content
    first.refresh_from_db()
    assert is_new
    assert second.number == 2
    assert first.content == content
    assert second.content["items"][0]["points"] == 2


def _no_right_option(question):
    question.options.update(is_correct=False)


def _draft(question):
    question.status = QuestionStatus.DRAFT
    question.save()


def _no_evidence(question):
    question.evidence.all().delete()


def _edited_passage(question):
    question.article.passages.update(text="The bridge was never built.")


def _evidence_elsewhere(question):
    question.evidence.update(passage=factories.PassageFactory())


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (_no_right_option, "Mark the option that is right."),
        (_draft, "it is draft, not approved."),
        (_no_evidence, "it has no evidence"),
        (_edited_passage, "no longer what the article says"),
        (_evidence_elsewhere, "in another article"),
    ],
    ids=lambda value: getattr(value, "__name__", "").strip("_"),
)
def test_a_quiz_that_could_not_be_taken_is_refused_and_nothing_changed(spoil, says):
    good, question = factories.QuestionFactory(), factories.QuestionFactory(prompt="Where?")
    quiz = quiz_of(good, question)
    spoil(question)

    with pytest.raises(publishing.NotPublishable) as refusal:
        publishing.publish(quiz, by=None, now=NOON)

    [problem] = refusal.value.problems
    assert problem.startswith("“Where?”: ")
    assert says in problem
    assert not QuizVersion.objects.exists()


@pytest.mark.django_db
def test_a_question_without_words_is_refused():
    with pytest.raises(publishing.NotPublishable, match="it asks nothing"):
        publishing.publish(quiz_of(factories.QuestionFactory(prompt=" ")), by=None, now=NOON)


@pytest.mark.django_db
def test_an_empty_quiz_is_refused():
    with pytest.raises(publishing.NotPublishable, match="no questions yet"):
        publishing.publish(factories.QuizFactory(), by=None, now=NOON)


@pytest.mark.django_db
def test_a_draft_may_be_without_a_flaw():
    draft = factories.QuestionFactory(status=QuestionStatus.DRAFT)

    assert publishing.flaw_of(draft) == ""
    assert publishing.problem_with(draft) == "it is draft, not approved."


@pytest.mark.django_db
@pytest.mark.parametrize("count", [2, 20])
def test_freezing_takes_as_many_queries_for_any_number_of_questions(
    count, django_assert_num_queries
):
    article = factories.ArticleFactory()
    quiz = quiz_of(*factories.QuestionFactory.create_batch(count, article=article))

    with django_assert_num_queries(5):
        edition = publishing.freeze(quiz)

    assert len(edition.items) == count == Question.objects.count()
