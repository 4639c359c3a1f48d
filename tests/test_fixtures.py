import pytest
from django.apps import apps
from django.core.management import call_command

from quizzes import publishing
from quizzes.models import Article, Event, Question, QuestionStatus, Quiz, QuizVersion
from quizzes.models.quiz import VersionChanged

pytestmark = pytest.mark.django_db

FIXTURES = ("iraq", "ever_given", "hope_probe")


def count_rows():
    models = apps.get_app_config("quizzes").get_models()
    return {model.__name__: model.objects.count() for model in models}


@pytest.mark.parametrize("name", FIXTURES)
def test_each_fixture_loads_by_itself_twice_without_duplicates(name):
    call_command("loaddata", name, verbosity=0)
    once = count_rows()

    call_command("loaddata", name, verbosity=0)

    assert count_rows() == once
    assert once["Article"] == once["Quiz"] == once["QuizVersion"] == 1


def test_a_fixture_cannot_change_what_is_published():
    call_command("loaddata", "iraq", verbosity=0)
    QuizVersion.objects.update(digest="of something else")

    with pytest.raises(VersionChanged, match="never changes"):
        call_command("loaddata", "iraq", verbosity=0)


@pytest.fixture
def loaded():
    call_command("loaddata", *FIXTURES, verbosity=0)


def test_every_quiz_has_six_or_more_questions_with_evidence_and_explanation(loaded):
    for quiz in Quiz.objects.all():
        questions = list(quiz.questions.all())
        assert len(questions) >= 6
        assert all(question.explanation for question in questions)
        assert all(question.evidence.exists() for question in questions)


def test_every_question_can_be_asked_and_every_span_says_what_it_quotes(loaded):
    for question in Question.objects.in_full():
        assert question.status == QuestionStatus.APPROVED
        assert publishing.flaw_of(question) == ""
    for event in Event.objects.select_related("passage"):
        assert event.passage.text[event.start : event.end].strip()


def test_what_is_published_is_the_quiz_as_it_stands(loaded):
    for version in QuizVersion.objects.select_related("quiz"):
        now = publishing.freeze(version.quiz).to_json()
        assert publishing.digest_of(now) == version.digest == publishing.digest_of(version.content)


def test_the_three_articles_are_what_the_demo_promises(loaded):
    languages = dict(Article.objects.values_list("slug", "language"))

    assert languages == {
        "iraq-combat-mission-ends": "en",
        "ever-given-suez-canal": "en",
        "hope-probe-reaches-mars": "ar",
    }
    assert Article.objects.get(language="ar").direction == "rtl"


def test_fixtures_bring_no_user_and_so_no_password(loaded, django_user_model):
    assert not django_user_model.objects.exists()
