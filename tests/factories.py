"""The smallest valid row of each model, the same every time."""

from datetime import UTC, datetime
from decimal import Decimal

import factory
from django.contrib.auth.models import Group
from factory.django import DjangoModelFactory

from quizzes import models, publishing

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
PASSWORD = "a quiet harbour"

TEXT = "The bridge at Lund opened in 1987. It cost 40 million crowns."


class UserFactory(DjangoModelFactory):
    class Meta:
        model = models.User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"student{n}")
    password = factory.django.Password(PASSWORD)


class TeacherFactory(UserFactory):
    username = factory.Sequence(lambda n: f"teacher{n}")
    is_staff = True

    @factory.post_generation
    def in_the_group(self, create, extracted, **kwargs):
        if create:
            self.groups.add(Group.objects.get(name=models.TEACHERS))


class ArticleFactory(DjangoModelFactory):
    class Meta:
        model = models.Article

    slug = factory.Sequence(lambda n: f"article-{n}")
    title = "A bridge opens"


class PassageFactory(DjangoModelFactory):
    class Meta:
        model = models.Passage

    article = factory.SubFactory(ArticleFactory)
    text = TEXT


class EventFactory(DjangoModelFactory):
    class Meta:
        model = models.Event

    passage = factory.SubFactory(PassageFactory)
    date = datetime(1987, 1, 1).date()
    precision = models.Precision.YEAR
    summary = "The bridge opens"
    start = 0
    end = 34


class DraftRunFactory(DjangoModelFactory):
    class Meta:
        model = models.DraftRun

    article = factory.SubFactory(ArticleFactory)
    started_at = NOON


class QuestionFactory(DjangoModelFactory):
    """An approved single choice question with two options and its evidence."""

    class Meta:
        model = models.Question
        skip_postgeneration_save = True

    article = factory.SubFactory(ArticleFactory)
    prompt = "Where did the bridge open?"
    explanation = "Lund is the only town named."
    status = models.QuestionStatus.APPROVED

    @factory.post_generation
    def options(self, create, extracted, **kwargs):
        if not create or self.kind not in ("single_choice", "short_text"):
            return
        choices = [("Lund", True), ("Malmö", False)]
        pairs = extracted or (choices if self.kind == "single_choice" else [("Lund", True)])
        for position, (text, is_correct) in enumerate(pairs):
            OptionFactory(question=self, position=position, text=text, is_correct=is_correct)

    @factory.post_generation
    def evidence(self, create, extracted, **kwargs):
        if create and extracted is not False:
            passage = self.article.passages.first() or PassageFactory(article=self.article)
            EvidenceFactory(question=self, passage=passage)


class TrueFalseFactory(QuestionFactory):
    kind = models.QuestionKind.TRUE_FALSE
    prompt = "The bridge opened in 1987."
    truth = True


class ShortTextFactory(QuestionFactory):
    kind = models.QuestionKind.SHORT_TEXT
    prompt = "At which town did the bridge open?"


class NumberFactory(QuestionFactory):
    kind = models.QuestionKind.NUMBER
    prompt = "How many million crowns did the bridge cost?"
    value = Decimal(40)
    unit = "million crowns"


class EvidenceFactory(DjangoModelFactory):
    class Meta:
        model = models.Evidence

    question = factory.SubFactory(QuestionFactory, evidence=False)
    passage = factory.LazyAttribute(
        lambda evidence: PassageFactory(article=evidence.question.article)
    )
    start = 0
    end = 34
    quote = factory.LazyAttribute(lambda e: e.passage.text[e.start : e.end])


class OptionFactory(DjangoModelFactory):
    class Meta:
        model = models.Option

    question = factory.SubFactory(QuestionFactory)
    position = factory.Sequence(lambda n: n)
    text = factory.Sequence(lambda n: f"Town {n}")


class QuizFactory(DjangoModelFactory):
    class Meta:
        model = models.Quiz

    slug = factory.Sequence(lambda n: f"quiz-{n}")
    title = "The bridge at Lund"


class QuizQuestionFactory(DjangoModelFactory):
    class Meta:
        model = models.QuizQuestion

    quiz = factory.SubFactory(QuizFactory)
    question = factory.SubFactory(QuestionFactory)
    position = factory.Sequence(lambda n: n)


class QuizVersionFactory(DjangoModelFactory):
    """A published quiz of one question, or of ``quiz``'s own."""

    class Meta:
        model = models.QuizVersion

    quiz = factory.SubFactory(QuizFactory)
    number = 1
    published_at = NOON
    content = factory.LazyAttribute(lambda version: _frozen(version.quiz))
    digest = factory.LazyAttribute(lambda version: publishing.digest_of(version.content))


class AttemptFactory(DjangoModelFactory):
    class Meta:
        model = models.Attempt

    user = factory.SubFactory(UserFactory)
    version = factory.SubFactory(QuizVersionFactory)
    quiz = factory.SelfAttribute("version.quiz")
    mode = factory.LazyAttribute(lambda attempt: attempt.version.content["mode"])
    items = factory.LazyAttribute(
        lambda attempt: [
            {"item": item["uid"], "options": _places(item)}
            for item in attempt.version.content["items"]
        ]
    )
    started_at = NOON
    max_score = factory.LazyAttribute(lambda attempt: len(attempt.items))


class ResponseFactory(DjangoModelFactory):
    class Meta:
        model = models.Response

    attempt = factory.SubFactory(AttemptFactory)
    item = factory.LazyAttribute(lambda response: response.attempt.items[0]["item"])
    answer = 0
    saved_at = NOON


def publish(*questions, **quiz):
    """A quiz of these questions, published at NOON."""
    made = QuizFactory(**quiz)
    for position, question in enumerate(questions or [QuestionFactory()], start=1):
        QuizQuestionFactory(quiz=made, question=question, position=position)
    publishing.publish(made, by=None, now=NOON)
    return made


def _frozen(quiz):
    if not quiz.entries.exists():
        QuizQuestionFactory(quiz=quiz)
    return publishing.freeze(quiz).to_json()


def _places(item):
    is_choice = item["spec"]["kind"] == "single_choice"
    return list(range(len(item["spec"]["options"]))) if is_choice else []
