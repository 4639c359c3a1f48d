"""An article as the families see it: sentences, names, quotations, numbers and dates, once."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from quizzes.generation.candidate import Span
from quizzes.text import dates, names, numbers, quotes, sentences
from quizzes.text.dates import DateMention
from quizzes.text.names import NameMention, Names
from quizzes.text.numbers import NumberMention
from quizzes.text.quotes import Attribution, Quote
from quizzes.text.words import singular, words_of

Mention = TypeVar("Mention", NumberMention, DateMention)


@dataclass(frozen=True)
class ArticlePassage:
    """One paragraph, with the heading of the section it opens, if it opens one."""

    heading: str | None
    text: str


@dataclass(frozen=True)
class Sentence:
    """One sentence; ``position`` counts them over the whole article."""

    passage: int
    start: int
    end: int
    text: str
    position: int


@dataclass(frozen=True)
class Reading:
    """Everything found in one article.

    ``mentions`` and ``attributions`` are listed per passage, ``numbers`` and ``dates`` per
    sentence. ``quoted`` are the sentences with words between quotation marks, and ``first_seen``
    tells in which sentence a word, in the singular, first occurs.
    """

    passages: tuple[ArticlePassage, ...]
    language: str
    published_on: date | None
    title: str
    sentences: tuple[Sentence, ...]
    names: Names
    mentions: tuple[tuple[NameMention, ...], ...]
    attributions: tuple[tuple[Attribution, ...], ...]
    numbers: tuple[tuple[NumberMention, ...], ...]
    dates: tuple[tuple[DateMention, ...], ...]
    quoted: frozenset[int]
    first_seen: Mapping[str, int]

    @property
    def texts(self) -> list[str]:
        return [passage.text for passage in self.passages]

    def span(self, passage: int, start: int, end: int) -> Span:
        return Span(passage, start, end, self.passages[passage].text[start:end])


def read(
    passages: Sequence[ArticlePassage], *, published_on: date | None, language: str, title: str
) -> Reading:
    """Find everything the families ask about, each passage once."""
    texts = [passage.text for passage in passages]
    found = names.survey(texts, language)
    parts = _sentences(texts, language)
    said = [quotes.attributions(text, found) for text in texts]
    return Reading(
        passages=tuple(passages),
        language=language,
        published_on=published_on,
        title=title,
        sentences=tuple(parts),
        names=found,
        mentions=tuple(tuple(found.mentions(text)) for text in texts),
        attributions=tuple(tuple(attributions) for attributions in said),
        numbers=_per_sentence([numbers.find(text, language) for text in texts], parts),
        dates=_per_sentence([dates.find(text, published_on, language) for text in texts], parts),
        quoted=_quoted([[a.quote for a in attributions] for attributions in said], parts),
        first_seen=_first_seen(parts),
    )


def _sentences(texts: Sequence[str], language: str) -> list[Sentence]:
    bounds = [
        (passage, start, end)
        for passage, text in enumerate(texts)
        for start, end in sentences.bounds(text, language)
    ]
    return [
        Sentence(passage, start, end, texts[passage][start:end], position)
        for position, (passage, start, end) in enumerate(bounds)
    ]


def _per_sentence(
    found: Sequence[Sequence[Mention]], parts: Sequence[Sentence]
) -> tuple[tuple[Mention, ...], ...]:
    """The mentions of each passage, shared out among its sentences."""
    starts = [[mention.start for mention in mentions] for mentions in found]
    return tuple(
        tuple(
            mention
            for mention in found[s.passage][
                bisect_left(starts[s.passage], s.start) : bisect_left(starts[s.passage], s.end)
            ]
            if mention.end <= s.end
        )
        for s in parts
    )


def _quoted(found: Sequence[Sequence[Quote]], parts: Sequence[Sentence]) -> frozenset[int]:
    """The positions of the sentences that a quotation touches; quotations never overlap."""
    ends = [[quote.end for quote in passage] for passage in found]
    touched = []
    for sentence in parts:
        after = bisect_right(ends[sentence.passage], sentence.start)
        rest = found[sentence.passage][after : after + 1]
        if rest and rest[0].start < sentence.end:
            touched.append(sentence.position)
    return frozenset(touched)


def _first_seen(parts: Sequence[Sentence]) -> dict[str, int]:
    places: dict[str, int] = {}
    for sentence in parts:
        for word in words_of(sentence.text):
            places.setdefault(singular(word), sentence.position)
    return places
