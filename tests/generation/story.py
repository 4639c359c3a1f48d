"""A made-up article for the generator's tests, and how to read it."""

from collections.abc import Sequence
from datetime import date

from quizzes.generation.reading import ArticlePassage, Reading, read
from quizzes.generation.rules import Proposal, propose

TITLE = "Old harbour reopens in Port Marlo"
PUBLISHED = date(2019, 5, 20)
PASSAGES = [
    "Port Marlo reopened its oldest harbour on 14 May after repairs that cost £7.5m. Mayor Lena "
    "Frost cut a blue ribbon before a crowd of about 1,200 people.",
    "“We waited nine long winters for this morning,” said Lena Frost, who was born beside the "
    "quay. Engineer Tarik Benali said that divers had replaced 340 oak beams by hand. “Every one "
    "of them was numbered and measured twice,” Benali said. “Not a single beam was lost.”",
    "The quay was built in 1874 by the merchant Elias Crane. In 1921, a fire destroyed three "
    "wooden cranes, and trade moved to Brackley. Historian Orla Byrne told reporters: “A harbour "
    "that sleeps too long forgets its ships.”",
    "More than 60 fishing boats have asked for a berth. The state of Kerala sent experts who had "
    "restored a pier for 12 lakh visitors.",
]


def passages_of(texts: Sequence[str] = PASSAGES) -> list[ArticlePassage]:
    return [ArticlePassage(None, text) for text in texts]


def reading_of(
    *texts: str, published_on: date | None = PUBLISHED, language: str = "en", title: str = TITLE
) -> Reading:
    return read(passages_of(texts), published_on=published_on, language=language, title=title)


def proposal_of(*texts: str, published_on: date | None = PUBLISHED) -> Proposal:
    return propose(
        passages_of(texts or PASSAGES), published_on=published_on, language="en", title=TITLE
    )
