"""A quiz as it was published: the content of a ``QuizVersion``, read once at the edge.

Pure data: what is asked, its key, the evidence and the article, frozen on the day of publishing.
``to_json`` and ``from_json`` are each other's inverse.
"""

from dataclasses import asdict, dataclass
from functools import cached_property
from math import ceil
from typing import Any, Self

from quizzes import kinds

WORDS_A_MINUTE = 200


@dataclass(frozen=True)
class Paragraph:
    """One passage: its text, and the heading it stands under when it opens a section."""

    heading: str
    text: str


@dataclass(frozen=True)
class Reading:
    """The article students read beside the questions. ``published_on`` is an ISO date or empty."""

    title: str
    source_name: str
    source_url: str
    published_on: str
    language: str
    direction: str
    rights: str
    passages: tuple[Paragraph, ...]

    @property
    def minutes(self) -> int:
        """How long an unhurried reader takes, in whole minutes, at least one."""
        words = sum(len(passage.text.split()) for passage in self.passages)
        return max(1, ceil(words / WORDS_A_MINUTE))


@dataclass(frozen=True)
class Span:
    """Code points ``start`` to ``end`` of the passage at index ``passage``."""

    passage: int
    start: int
    end: int
    quote: str


@dataclass(frozen=True)
class Item:
    """One question as asked: ``article`` is an index, ``feedback`` goes by option."""

    uid: str
    article: int
    prompt: str
    explanation: str
    points: int
    spec: dict[str, Any]
    feedback: tuple[str, ...]
    evidence: tuple[Span, ...]
    keeps_order: bool

    @cached_property
    def kind(self) -> kinds.Kind:
        return kinds.parse(self.spec)


@dataclass(frozen=True)
class Edition:
    """Everything an attempt needs of the quiz it is at; ``time_limit`` is in minutes."""

    title: str
    description: str
    mode: str
    time_limit: int | None
    shuffle: bool
    articles: tuple[Reading, ...]
    items: tuple[Item, ...]

    @property
    def max_score(self) -> int:
        return sum(item.points for item in self.items)

    def item(self, uid: str) -> Item:
        return next(item for item in self.items if item.uid == uid)

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, content: dict[str, Any]) -> Self:
        return cls(
            **content
            | {
                "articles": tuple(_reading(article) for article in content["articles"]),
                "items": tuple(_item(item) for item in content["items"]),
            }
        )


def _reading(article: dict[str, Any]) -> Reading:
    passages = tuple(Paragraph(**passage) for passage in article["passages"])
    return Reading(**article | {"passages": passages})


def _item(item: dict[str, Any]) -> Item:
    evidence = tuple(Span(**span) for span in item["evidence"])
    return Item(**item | {"evidence": evidence, "feedback": tuple(item["feedback"])})
