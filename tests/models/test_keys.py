"""Natural keys: fixtures name rows, and loading them twice makes no second row."""

import pytest
from django.apps import apps
from django.core import serializers

from quizzes import models
from tests import factories

# What fixtures hold; users and what students did are never among it.
FACTORIES = {
    models.Article: factories.ArticleFactory,
    models.Passage: factories.PassageFactory,
    models.Event: factories.EventFactory,
    models.Question: factories.QuestionFactory,
    models.Evidence: factories.EvidenceFactory,
    models.Option: factories.OptionFactory,
    models.Quiz: factories.QuizFactory,
    models.QuizQuestion: factories.QuizQuestionFactory,
    models.QuizVersion: factories.QuizVersionFactory,
}
WITHOUT_KEY = {models.Attempt, models.Response, models.DraftRun}


def test_every_model_is_listed_above():
    ours = set(apps.get_app_config("quizzes").get_models())

    assert ours == set(FACTORIES) | WITHOUT_KEY | {models.User}


@pytest.mark.django_db
@pytest.mark.parametrize("model", FACTORIES, ids=lambda model: model.__name__)
def test_a_row_is_found_by_its_natural_key(model):
    row = FACTORIES[model]()

    assert model._default_manager.get_by_natural_key(*row.natural_key()) == row


@pytest.mark.django_db
@pytest.mark.parametrize("model", FACTORIES, ids=lambda model: model.__name__)
def test_a_row_loaded_again_is_the_same_row(model):
    row = FACTORIES[model]()
    count = model._default_manager.count()
    text = serializers.serialize(
        "json", [row], use_natural_foreign_keys=True, use_natural_primary_keys=True
    )

    for loaded in serializers.deserialize("json", text):
        loaded.save()

    assert loaded.object.pk == row.pk
    assert model._default_manager.count() == count


def test_uids_are_different_and_fit_where_they_are_kept():
    uids = {models.Question().uid for _ in range(100)}

    assert len(uids) == 100
    longest = models.Response._meta.get_field("item").max_length
    assert all(0 < len(uid) <= longest for uid in uids)
    assert models.Question._meta.get_field("uid").max_length <= longest
