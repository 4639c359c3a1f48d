import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from django.utils import timezone

from quizzes import authoring
from quizzes.models import DraftRun, Origin
from quizzes.models.article import PATIENCE
from tests import factories
from tests.admin.filling import address
from tests.conftest import signed_in
from tests.pages import words

ROOT = Path(__file__).resolve().parents[2]
STORY = (
    "The bridge at Lund opened in 1987. It cost 40 million crowns. "
    "“We never doubted it,” said Karin Holm, the mayor of Lund."
)


@pytest.fixture
def article(teacher):
    passage = factories.PassageFactory(article__owner=teacher, text=STORY)
    return passage.article


@pytest.fixture
def children(monkeypatch):
    """The commands of the processes that were started; none is started for real."""
    started = []

    class Child:
        def __init__(self, command, **options):
            started.append((command, options))

        def wait(self):
            return 0

    monkeypatch.setattr(subprocess, "Popen", Child)
    return started


def press(client, article):
    return client.post(address("article_draft", article.pk))


def run_of(article, **changes):
    return DraftRun.objects.create(article=article, **{"started_at": timezone.now()} | changes)


def see(client, run, page="article_drafts"):
    return client.get(address(page, run.uid))


@pytest.mark.django_db
def test_the_button_starts_a_process_of_its_own_and_leads_to_the_page_that_waits(
    as_teacher, article, children
):
    answer = press(as_teacher, article)

    run = article.draft_runs.get()
    ((command, options),) = children
    assert command == [sys.executable, str(ROOT / "manage.py"), "draft_run", run.uid]
    assert options["start_new_session"]
    assert answer.url == address("article_drafts", run.uid)


@pytest.mark.django_db
def test_pressed_twice_it_runs_once(as_teacher, article, children):  # R5
    answers = [press(as_teacher, article) for _ in range(2)]

    assert len(children) == article.draft_runs.count() == 1
    assert answers[0].url == answers[1].url
    assert "at work on this article already" in words(as_teacher.get(answers[1].url))


@pytest.mark.django_db
def test_a_run_that_died_is_said_to_have_failed_and_can_be_started_again(
    as_teacher, article, children
):
    dead = run_of(article, started_at=timezone.now() - PATIENCE)

    page = see(as_teacher, dead)
    press(as_teacher, article)

    assert "No questions were drafted." in words(page)
    assert "Try again" in words(page)
    assert len(children) == 1
    dead.refresh_from_db()
    assert dead.error == authoring.GIVEN_UP


@pytest.mark.django_db
def test_a_process_that_cannot_start_is_reported(as_teacher, article, monkeypatch):
    def refuse(*args, **options):
        raise OSError("no more processes")

    monkeypatch.setattr(subprocess, "Popen", refuse)

    page = as_teacher.get(press(as_teacher, article).url)

    assert "The generator could not be started (no more processes)." in words(page)


@pytest.mark.django_db
def test_while_it_runs_the_page_asks_again_and_offers_a_link(as_teacher, article):
    run = run_of(article)

    for name in ["article_drafts", "article_draft_state"]:
        page = see(as_teacher, run, name)

        assert f'hx-get="{address("article_draft_state", run.uid)}"' in page.content.decode()
        assert "See whether it is done" in words(page)


@pytest.mark.django_db
def test_when_it_is_done_the_page_shows_what_is_new_and_where_it_held_back(as_teacher, article):
    run = run_of(article)
    factories.QuestionFactory(article=article, prompt="An older one?", status="draft")
    new = factories.QuestionFactory(
        article=article, prompt="In which year?", status="draft", origin=Origin.RULES
    )
    authoring.finish_drafting(run, added=1, abstained={"pronoun speaker": 2}, now=timezone.now())

    page = see(as_teacher, run)

    assert "1 new draft." in words(page)
    assert address("question_change", new.pk) in page.content.decode()
    assert "An older one?" not in words(page)
    assert "pronoun speaker: 2 times" in words(page)
    assert "hx-get" not in page.content.decode()


@pytest.mark.django_db
def test_when_nothing_is_new_the_page_says_so(as_teacher, article):
    run = run_of(article)
    authoring.finish_drafting(run, now=timezone.now())

    assert "Nothing new" in words(see(as_teacher, run))


@pytest.mark.django_db
def test_an_article_at_work_says_so_on_its_page(as_teacher, article):
    run = run_of(article)

    page = as_teacher.get(address("article_change", article.pk))

    assert address("article_drafts", run.uid) in page.content.decode()


@pytest.mark.django_db
def test_starting_needs_a_post(as_teacher, article, children):  # S6
    assert as_teacher.get(address("article_draft", article.pk)).status_code == 405
    assert not children


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["article_drafts", "article_draft_state"])
def test_a_run_is_seen_by_those_who_may_edit_its_article(name, article):  # S3
    run = run_of(article)
    article.shared = True
    article.save()

    assert see(signed_in(factories.TeacherFactory()), run, name).status_code == 404


@pytest.mark.django_db
def test_the_command_drafts_and_notes_how_it_went(article, capsys):
    run = run_of(article)

    call_command("draft_run", run.uid)

    run.refresh_from_db()
    assert run.finished_at is not None
    assert run.added == article.questions.count() > 0
    assert set(article.questions.values_list("status", flat=True)) == {"draft"}
    assert f"{run.added} new drafts" in capsys.readouterr().out


@pytest.mark.django_db
def test_the_command_notes_why_it_failed_and_keeps_nothing_half_done(as_teacher, article):
    run = run_of(article)

    def full(execute, sql, *rest):
        if sql.startswith('INSERT INTO "quizzes_question"'):
            raise OperationalError("database or disk is full")
        return execute(sql, *rest)

    with connection.execute_wrapper(full), pytest.raises(OperationalError):
        call_command("draft_run", run.uid)

    assert "The generator stopped with an error (OperationalError: database or disk is full)." in (
        words(see(as_teacher, run))
    )
    assert not article.questions.exists()


@pytest.mark.django_db
def test_the_command_knows_its_run():
    with pytest.raises(CommandError, match="There is no run “nobody”"):
        call_command("draft_run", "nobody")


# What a server process does between the press of the button and the page that shows the drafts.
SERVER = f"""
import time
from django.core.management import call_command
import quizsite.wsgi
call_command("migrate", verbosity=0)

from django.test import Client
from quizzes.models import DraftRun
from tests import factories

teacher = factories.TeacherFactory()
passage = factories.PassageFactory(text={STORY!r}, article__owner=teacher)
client = Client()
client.force_login(teacher)
page = client.post(f"/admin/quizzes/article/{{passage.article.pk}}/draft/").url
for _ in range(600):
    if not DraftRun.objects.filter(finished_at=None):
        break
    time.sleep(0.1)
print(client.get(page).content.decode())
"""


def test_a_real_process_drafts_while_the_server_goes_on(tmp_path):
    environment = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "DATABASE_URL": f"sqlite:///{tmp_path}/site.sqlite3",
        "DATELINE_HOSTS": "testserver",
    }

    done = subprocess.run(
        [sys.executable, "-c", SERVER], cwd=ROOT, env=environment, capture_output=True, text=True
    )

    assert done.returncode == 0, done.stderr
    assert "new draft" in done.stdout
    assert "Complete the sentence" in done.stdout
