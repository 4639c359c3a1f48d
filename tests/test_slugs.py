from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from quizzes.models import Article, Quiz
from quizzes.slugs import LONGEST_STEM, free_slug, insert_with_free_slug
from tests.factories import ArticleFactory


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("A bridge opens", "a-bridge-opens"),
        ("Straße, 2021: “the end”?", "strae-2021-the-end"),
        ("نهاية المهمة", "article"),
        ("", "article"),
        ("word " * 40, ("word-" * 14).strip("-")),
    ],
    ids=["words", "marks", "no Latin letter", "empty", "long"],
)
def test_a_slug_is_made_of_the_title(title, slug):
    assert free_slug(Article, title) == slug
    assert len(slug) <= LONGEST_STEM


@pytest.mark.django_db
def test_a_title_without_latin_letters_gives_the_models_name():
    assert free_slug(Quiz, "نهاية") == "quiz"


@pytest.mark.django_db
def test_a_slug_that_is_taken_gets_the_next_number():
    ArticleFactory(slug="a-bridge")
    ArticleFactory(slug="a-bridge-2")
    ArticleFactory(slug="a-bridge-too-far")

    assert free_slug(Article, "A bridge") == "a-bridge-3"


@pytest.mark.django_db
def test_articles_and_quizzes_have_slugs_of_their_own():
    ArticleFactory(slug="a-bridge")

    assert free_slug(Quiz, "A bridge") == "a-bridge"


@pytest.mark.django_db(transaction=True)
def test_two_rows_of_one_title_saved_at_once_get_a_slug_each():
    ready = Barrier(2)

    def insert(_):
        try:
            ready.wait()
            insert_with_free_slug(Quiz(title="The bridge"))
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(insert, range(2)))

    assert set(Quiz.objects.values_list("slug", flat=True)) == {"the-bridge", "the-bridge-2"}
