from datetime import date

import pytest

from quizzes.models import Article, Passage
from tests import factories


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        ("en", "ltr"),
        ("ar", "rtl"),
        ("ar-EG", "rtl"),
        ("he_IL", "rtl"),
        ("AR", "rtl"),
        ("arn", "ltr"),
    ],
)
def test_an_article_runs_the_way_of_its_language(language, direction):
    assert Article(language=language).direction == direction


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("precision", "when"),
    [("year", "2021"), ("month", "2021-12"), ("day", "2021-12-30")],
)
def test_an_event_is_dated_as_precisely_as_is_known(precision, when):
    event = factories.EventFactory(date=date(2021, 12, 30), precision=precision)

    assert event.when == when
    assert str(event) == f"{when}: The bridge opens"


@pytest.mark.django_db
def test_passages_come_in_the_order_of_the_article():
    article = factories.ArticleFactory()
    last = factories.PassageFactory(article=article, position=2)
    first = factories.PassageFactory(article=article, position=1)

    assert list(article.passages.all()) == [first, last]


def test_a_long_passage_is_named_by_its_beginning():
    assert str(Passage(text="word " * 40)) == ("word " * 12) + "…"
    assert str(Passage(text="A short one.")) == "A short one."


@pytest.mark.django_db
def test_an_article_is_edited_in_the_admin():
    article = factories.ArticleFactory()

    assert article.get_absolute_url() == f"/admin/quizzes/article/{article.pk}/change/"
