from decimal import Decimal

import pytest

from quizzes import kinds
from quizzes.models import Question
from quizzes.models.question import plain
from tests import factories


@pytest.mark.django_db
@pytest.mark.parametrize(
    "factory",
    [
        factories.QuestionFactory,
        factories.TrueFalseFactory,
        factories.ShortTextFactory,
        factories.NumberFactory,
    ],
)
def test_a_question_of_each_kind_can_be_asked_as_its_rows_say(factory):
    question = Question.objects.in_full().get(pk=factory().pk)

    kind = kinds.parse(question.spec())

    assert isinstance(kind, kinds.KINDS[question.kind])


@pytest.mark.django_db
def test_a_question_just_made_has_the_spec_of_the_one_stored():
    made = factories.NumberFactory(value=Decimal("2.50"))

    assert made.spec() == Question.objects.get(pk=made.pk).spec()


@pytest.mark.django_db
def test_everything_a_spec_needs_takes_four_queries_for_any_number(django_assert_num_queries):
    article = factories.ArticleFactory()
    factories.QuestionFactory.create_batch(5, article=article)

    with django_assert_num_queries(4):
        questions = list(Question.objects.in_full())
        specs = [question.spec() for question in questions]
        holds = [span.holds() for question in questions for span in question.evidence.all()]

    assert len(specs) == 5
    assert all(holds)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "holds"),
    [({}, True), ({"quote": "the bridge"}, False), ({"end": 33}, False)],
)
def test_evidence_holds_while_its_passage_says_so(change, holds):
    span = factories.EvidenceFactory()
    for field, value in change.items():
        setattr(span, field, value)

    assert span.holds() is holds


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (None, None),
        (Decimal("0E-10"), "0"),
        (Decimal("1200.0000000000"), "1200"),
        (Decimal("0.5000000000"), "0.5"),
        (Decimal("1E+6"), "1000000"),
    ],
)
def test_a_decimal_is_written_as_people_do(number, written):
    assert plain(number) == written


@pytest.mark.django_db
def test_only_approved_questions_are_approved():
    approved = factories.QuestionFactory()
    factories.QuestionFactory(status="draft")

    assert list(Question.objects.approved()) == [approved]
