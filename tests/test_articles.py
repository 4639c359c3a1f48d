from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from quizzes import articles
from quizzes.models import Article, Passage
from quizzes.text.scrape import read
from tests import factories
from tests.texts import STORY


@pytest.mark.django_db
def test_a_scrape_is_stored_with_its_passages_and_its_text_as_given():
    scrape = read(STORY)
    source = articles.Source(name="The Keld Courier", rights="All rights kept")

    article, is_new = articles.store(scrape, STORY, owner=None, source=source)

    assert is_new
    assert article.original == STORY
    assert (article.source_name, article.rights) == ("The Keld Courier", "All rights kept")
    assert [(p.heading, p.text) for p in article.passages.all()] == [
        (p.heading or "", p.text) for p in scrape.passages
    ]


@pytest.mark.django_db
def test_the_same_text_is_an_article_of_its_own_for_each_owner():
    teacher = factories.TeacherFactory()
    for owner in (teacher, None):
        assert articles.store(read(STORY), STORY, owner=owner)[1]

    again = STORY.replace("\n", "\r\n") + "\n\n"
    assert articles.store(read(again), again, owner=teacher)[1] is False
    assert sorted(Article.objects.values_list("slug", flat=True))[1].endswith("-2")


@pytest.mark.django_db
def test_what_does_not_fit_is_refused_in_words():
    scrape = read(STORY, title="long " * 60)

    with pytest.raises(articles.ImportRefused, match=r"title: .*200 characters"):
        articles.store(scrape, STORY, owner=None)

    assert not Article.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_importing_the_same_text_twice_at_once_makes_one_article():  # R5
    ready = Barrier(2)

    def store(_):
        try:
            ready.wait()
            return articles.store(read(STORY), STORY, owner=None)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(store, range(2)))

    assert sorted(is_new for _, is_new in results) == [False, True]
    assert Article.objects.count() == 1
    assert Passage.objects.count() == len(read(STORY).passages)
