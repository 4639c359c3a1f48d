import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from quizzes import drafting, publishing
from quizzes.models import Article, Event, Question, QuestionStatus
from tests.factories import ArticleFactory, PassageFactory
from tests.texts import STORY

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return str(path)


def spans_of(drafts):
    """Every evidence span of questions and events."""
    everything = drafts["questions"] + drafts["events"]
    return [span for each in everything for span in each["evidence"]]


def test_a_dry_run_on_a_file_prints_drafts_whose_spans_are_exact(story, capsys):
    call_command("draft_questions", file=story, dry_run=True, json=True)

    drafts = json.loads(capsys.readouterr().out)
    passages = drafts["article"]["passages"]
    assert set(drafts) == {"article", "events", "questions", "abstained"}
    assert {question["family"] for question in drafts["questions"]} >= {"who-said", "year"}
    assert drafts["events"]
    for span in spans_of(drafts):
        assert passages[span["passage"]]["text"][span["start"] : span["end"]] == span["quote"]


def test_every_draft_has_the_keys_its_readers_rely_on(story, capsys):
    call_command("draft_questions", file=story, dry_run=True, json=True)

    for question in json.loads(capsys.readouterr().out)["questions"]:
        assert {
            "id", "family", "kind", "prompt", "options", "key", "explanation", "evidence",
            "score", "warnings",
        } <= set(question)  # fmt: skip
        assert isinstance(question["key"], list)
        right = [option["text"] for option in question["options"] if option["is_correct"]]
        if question["kind"] == "single_choice":
            assert right == question["key"]


def test_it_needs_neither_a_secret_nor_a_database_and_gives_the_same_bytes_for_any_hash_seed(
    story, tmp_path
):
    def run(seed):
        env = os.environ | {
            "PYTHONHASHSEED": seed,
            "DATELINE_SECRET_KEY": "",
            "DATABASE_URL": f"sqlite:///{tmp_path}/none/none.sqlite3",
            "DJANGO_SETTINGS_MODULE": "quizsite.settings",
        }
        command = ["manage.py", "draft_questions", "--file", story, "--dry-run", "--json"]
        return subprocess.run(
            [sys.executable, *command], cwd=ROOT, env=env, capture_output=True, check=True
        ).stdout

    assert run("1") == run("2") != b""


@pytest.mark.django_db
def test_drafts_of_an_article_are_stored_once_with_their_evidence(story, capsys):
    call_command("import_article", story, title="A ferry returns")
    call_command("draft_questions", "a-ferry-returns")
    ids = list(Question.objects.values_list("uid", flat=True))
    events = list(Event.objects.values_list("uid", flat=True))

    call_command("draft_questions", "a-ferry-returns")

    assert list(Question.objects.values_list("uid", flat=True)) == ids != []
    assert list(Event.objects.values_list("uid", flat=True)) == events != []
    assert "No new drafts" in capsys.readouterr().out
    for question in Question.objects.in_full():
        assert question.status == QuestionStatus.DRAFT
        assert question.family
        assert publishing.flaw_of(question) == ""


@pytest.mark.django_db
def test_a_rejected_draft_does_not_come_back_and_makes_room_for_another(story):
    call_command("import_article", story, title="A ferry returns")
    call_command("draft_questions", "a-ferry-returns", count=1)
    Question.objects.update(status=QuestionStatus.REJECTED)

    call_command("draft_questions", "a-ferry-returns", count=1)

    rejected, other = Question.objects.order_by("pk")
    assert (rejected.status, other.status) == (QuestionStatus.REJECTED, QuestionStatus.DRAFT)
    assert rejected.draft_id != other.draft_id


@pytest.mark.django_db
def test_an_article_edited_while_it_was_read_keeps_no_drafts(story):
    call_command("import_article", story, title="A ferry returns")
    article = Article.objects.get()
    drafts = drafting.propose_for(article, count=10)
    article.passages.last().delete()

    with pytest.raises(drafting.ArticleChanged):
        drafting.store(article, drafts)

    assert not Question.objects.exists()


@pytest.mark.django_db
def test_a_file_can_be_imported_and_drafted_in_one_step(story):
    call_command("draft_questions", file=story, count=2)

    assert Question.objects.count() == 2


@pytest.mark.django_db
def test_a_text_with_nothing_to_ask_gives_nothing_and_says_so(capsys):
    article = ArticleFactory()
    PassageFactory(article=article, text="It was quiet. Nobody came, and nobody went away again.")

    call_command("draft_questions", article.slug)

    assert "No good questions found, not 10." in capsys.readouterr().out
    assert not Question.objects.exists()


def test_a_database_that_was_never_migrated_is_refused_in_words(tmp_path):
    env = os.environ | {
        "DATABASE_URL": f"sqlite:///{tmp_path}/new.sqlite3",
        "DJANGO_SETTINGS_MODULE": "quizsite.settings",
    }

    run = subprocess.run(
        [sys.executable, "manage.py", "draft_questions", "a-ferry-returns"],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 1
    assert run.stderr.startswith("CommandError: This database has no tables yet")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("arguments", "options", "says"),
    [
        (["nothing"], {}, "There is no article “nothing”"),
        ([], {}, "Give the slug"),
        (["a"], {"file": "b"}, "Give the slug"),
        (["a"], {"count": 0}, "at least 1"),
    ],
)
def test_a_request_that_makes_no_sense_is_refused(arguments, options, says):
    with pytest.raises(CommandError, match=says):
        call_command("draft_questions", *arguments, **options)
