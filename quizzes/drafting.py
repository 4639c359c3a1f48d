"""Drafting: the rules' candidates for an article become draft questions and events, once."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import transaction

from quizzes.generation import rules, selection
from quizzes.generation.candidate import VERSION, Candidate, as_json
from quizzes.generation.events import DatedEvent, event_json
from quizzes.models import (
    Article,
    Event,
    Evidence,
    Option,
    Origin,
    Passage,
    Question,
    QuestionKind,
    QuestionStatus,
)
from quizzes.models.article import first_day


class ArticleChanged(Exception):
    """The article was edited while it was being read."""


@dataclass(frozen=True)
class Drafts:
    """The best questions about a text, its events, and how often a rule held back, and why."""

    texts: tuple[str, ...]
    candidates: Sequence[Candidate]
    events: Sequence[DatedEvent]
    abstained: dict[str, int]

    def as_json(self) -> dict[str, Any]:
        """All but the "article" part of what ``draft_questions --json`` prints."""
        return {
            "events": [event_json(event) for event in self.events],
            "questions": [as_json(candidate) for candidate in self.candidates],
            "abstained": self.abstained,
        }


def propose(
    passages: Sequence[tuple[str | None, str]],
    *,
    title: str,
    published_on: date | None,
    language: str,
    count: int,
    rejected: Collection[str] = (),
) -> Drafts:
    """The best ``count`` questions about these (heading, text) passages; fewer when fewer are good.

    Those whose ids are ``rejected`` make room for others. Pure: needs no database.
    """
    proposal = rules.propose(
        [rules.ArticlePassage(heading or None, text) for heading, text in passages],
        published_on=published_on,
        language=language,
        title=title,
    )
    new = tuple(each for each in proposal.candidates if each.id not in rejected)
    return Drafts(
        texts=tuple(text for _, text in passages),
        candidates=selection.select(replace(proposal, candidates=new), count),
        events=proposal.events,
        abstained=dict(sorted(proposal.abstained.items())),
    )


def propose_for(article: Article, *, count: int) -> Drafts:
    """As ``propose``, for a stored article and what was rejected of it."""
    return propose(
        [(passage.heading, passage.text) for passage in article.passages.all()],
        title=article.title,
        published_on=article.published_on,
        language=article.language,
        count=count,
        rejected=set(
            article.questions.filter(status=QuestionStatus.REJECTED).values_list(
                "draft_id", flat=True
            )
        ),
    )


@transaction.atomic
def store(article: Article, drafts: Drafts) -> list[Question]:
    """Keep what is new: a draft the article has already, rejected or not, is left alone.

    Raises ``ArticleChanged``, and keeps nothing, when the article is no longer what was read.
    """
    Article.objects.select_for_update().get(pk=article.pk)
    passages = list(article.passages.all())
    if drafts.texts != tuple(passage.text for passage in passages):
        raise ArticleChanged("The article was edited while it was being read. Draft again.")
    known = set(article.questions.values_list("draft_id", flat=True))
    if not Event.objects.filter(passage__article=article).exists():
        Event.objects.bulk_create(_event(event, passages) for event in drafts.events)
    return [
        _store_question(article, passages, candidate)
        for candidate in drafts.candidates
        if candidate.id not in known
    ]


def _store_question(
    article: Article, passages: Sequence[Passage], candidate: Candidate
) -> Question:
    question = Question.objects.create(
        article=article,
        owner=article.owner,
        kind=candidate.kind,
        prompt=candidate.prompt,
        explanation=candidate.explanation,
        value=candidate.value,
        tolerance=candidate.tolerance or 0,
        unit=candidate.unit,
        origin=Origin.RULES,
        family=candidate.family,
        generator_version=VERSION,
        draft_id=candidate.id,
        score=candidate.score,
        warnings=as_json(candidate)["warnings"],
    )
    Option.objects.bulk_create(
        Option(question=question, position=position, text=text, is_correct=right, feedback=feedback)
        for position, (text, right, feedback) in enumerate(_options(candidate), start=1)
    )
    Evidence.objects.bulk_create(
        Evidence(
            question=question,
            passage=passages[span.passage],
            start=span.start,
            end=span.end,
            quote=span.quote,
        )
        for span in candidate.evidence
    )
    return question


def _options(candidate: Candidate) -> list[tuple[str, bool, str]]:
    """Those of a choice, or the accepted answers of a short text."""
    if candidate.kind == QuestionKind.SHORT_TEXT:
        return [(text, True, "") for text in candidate.key]
    return [(choice.text, choice.is_correct, choice.feedback) for choice in candidate.options]


def _event(event: DatedEvent, passages: Sequence[Passage]) -> Event:
    span = event.evidence[0]
    return Event(
        passage=passages[span.passage],
        date=first_day(event.date),
        precision=event.precision,
        summary=event.summary,
        start=span.start,
        end=span.end,
    )
