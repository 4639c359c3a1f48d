"""Publishing a quiz: freeze it as the version that attempts are made at."""

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from quizzes import kinds
from quizzes.edition import Edition, Item, Paragraph, Reading, Span
from quizzes.models import (
    Article,
    Option,
    Passage,
    Question,
    QuestionKind,
    QuestionStatus,
    Quiz,
    QuizQuestion,
    QuizVersion,
    User,
)
from quizzes.text import dates, numbers


class NotPublishable(Exception):
    """The quiz cannot be published; ``problems`` says why, one sentence each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__(" ".join(problems))
        self.problems = problems


@transaction.atomic
def publish(quiz: Quiz, *, by: User | None, now: datetime) -> tuple[QuizVersion, bool]:
    """Freeze the quiz as it stands; returns the version, and whether it is a new one.

    A quiz that has not changed since it was last published keeps its version.
    Raises ``NotPublishable`` and changes nothing when a student could not take it.
    """
    quiz = Quiz.objects.select_for_update().get(pk=quiz.pk)
    content = freeze(quiz).to_json()
    digest = digest_of(content)
    latest = quiz.versions.first()
    if latest and latest.digest == digest:
        return latest, False
    number = latest.number + 1 if latest else 1
    version = QuizVersion.objects.create(
        quiz=quiz, number=number, published_at=now, published_by=by, content=content, digest=digest
    )
    return version, True


def freeze(quiz: Quiz) -> Edition:
    """The quiz as it would be published now; raises ``NotPublishable``."""
    entries = _entries(quiz)
    if problems := _problems(entries):
        raise NotPublishable(problems)
    articles = list(dict.fromkeys(entry.question.article for entry in entries))
    passages = {article: list(article.passages.all()) for article in articles}
    return Edition(
        title=quiz.title,
        description=quiz.description,
        mode=quiz.mode,
        time_limit=quiz.time_limit,
        shuffle=quiz.shuffle,
        articles=tuple(_reading(article, passages[article]) for article in articles),
        items=tuple(
            _item(entry, articles.index(entry.question.article), passages[entry.question.article])
            for entry in entries
        ),
    )


def digest_of(content: dict) -> str:
    """A fingerprint of a version's content: equal content, equal digest."""
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _entries(quiz: Quiz) -> list[QuizQuestion]:
    return list(
        quiz.entries.select_related("question__article").prefetch_related(
            "question__options", "question__evidence__passage", "question__article__passages"
        )
    )


def _problems(entries: Sequence[QuizQuestion]) -> list[str]:
    if not entries:
        return ["This quiz has no questions yet. Add at least one approved question."]
    found = ((entry.question, problem_with(entry.question)) for entry in entries)
    return [f"“{question}”: {problem}" for question, problem in found if problem]


def problem_with(question: Question) -> str:
    """Why this question cannot be published, in a sentence; empty when it can."""
    if question.status != QuestionStatus.APPROVED:
        return f"it is {question.get_status_display().lower()}, not approved."
    return flaw_of(question)


def flaw_of(question: Question) -> str:
    """What is wrong with the question itself, whatever its status; empty when nothing is."""
    if not question.prompt.strip():
        return "it asks nothing: write the question."
    try:
        kinds.parse(question.spec())
    except kinds.InvalidSpec as error:
        return str(error)
    evidence = list(question.evidence.all())
    if not evidence:
        return "it has no evidence: quote the words of the article that prove its answer."
    if not all(span.holds() for span in evidence):
        return "its evidence is no longer what the article says."
    if any(span.passage.article_id != question.article_id for span in evidence):
        return "its evidence is in another article."
    return ""


def _reading(article: Article, passages: Sequence[Passage]) -> Reading:
    return Reading(
        title=article.title,
        source_name=article.source_name,
        source_url=article.source_url,
        published_on=article.published_on.isoformat() if article.published_on else "",
        language=article.language,
        direction=article.direction,
        rights=article.rights,
        passages=tuple(Paragraph(passage.heading, passage.text) for passage in passages),
    )


def _item(entry: QuizQuestion, article: int, passages: Sequence[Passage]) -> Item:
    question = entry.question
    places = {passage.pk: place for place, passage in enumerate(passages)}
    options, in_order = _in_natural_order(question)
    spec = question.spec() | {
        "options": [{"text": option.text, "is_correct": option.is_correct} for option in options]
    }
    return Item(
        uid=question.uid,
        article=article,
        prompt=question.prompt,
        explanation=question.explanation,
        points=entry.points,
        spec=spec,
        feedback=tuple(option.feedback for option in options),
        evidence=tuple(
            Span(places[span.passage_id], span.start, span.end, span.quote)
            for span in question.evidence.all()
        ),
        keeps_order=in_order,
    )


def _in_natural_order(question: Question) -> tuple[list[Option], bool]:
    """The options, and whether their order means something, as that of numbers and dates does."""
    options = list(question.options.all())
    if question.kind != QuestionKind.SINGLE_CHOICE:
        return options, True
    language = question.article.language
    for read in (numbers.parse, dates.parse):
        values: dict[int, Any] = {option.pk: read(option.text, language) for option in options}
        if None not in values.values():
            return sorted(options, key=lambda option: values[option.pk]), True
    return options, False
