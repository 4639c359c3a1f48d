import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from quizzes.models import Article, Passage
from tests.factories import UserFactory
from tests.texts import STORY

ROOT = Path(__file__).resolve().parents[2]
ARABIC_NAME = "سلمى إدريس"


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return str(path)


@pytest.mark.django_db
def test_a_raw_text_becomes_an_article_with_passages_and_a_date(story, capsys):
    call_command("import_article", story)

    article = Article.objects.get()
    texts = [passage.text for passage in article.passages.all()]
    assert article.published_on.isoformat() == "2024-05-14"
    assert article.language == "en"
    assert article.original == STORY
    assert any(ARABIC_NAME in text for text in texts)
    assert not any("\u00ad" in text or "\u00a0" in text for text in texts)
    printed = capsys.readouterr().out
    assert "Dropped (image credit): (Image: Port Ansel Harbour Office)" in printed
    assert "a guess" in printed


@pytest.mark.django_db
def test_a_sub_heading_opens_the_passage_that_follows_it(story):
    call_command("import_article", story)

    passage = Passage.objects.exclude(heading="").get()
    assert passage.heading == "Why was the pier destroyed?"
    assert passage.text.startswith("The old pier was built of wood")


@pytest.mark.django_db
def test_importing_the_same_text_again_changes_nothing_and_says_so(story, capsys):
    call_command("import_article", story)
    before = list(Passage.objects.values())
    Article.objects.update(title="A title the teacher chose")

    call_command("import_article", story)

    assert list(Passage.objects.values()) == before
    assert Article.objects.get().title == "A title the teacher chose"
    assert "nothing was changed" in capsys.readouterr().out


@pytest.mark.django_db
def test_options_say_more_than_the_text_does(story):
    owner = UserFactory(username="thea")

    call_command(
        "import_article",
        story,
        title="A ferry returns",
        published="2024-05-15",
        source_name="The Keld Courier",
        source_url="https://keld.example/ferry",
        language="en",
        owner="thea",
    )

    article = Article.objects.get()
    assert (article.title, article.slug) == ("A ferry returns", "a-ferry-returns")
    assert article.published_on.isoformat() == "2024-05-15"
    assert article.source_name == "The Keld Courier"
    assert article.owner == owner


def test_a_dry_run_needs_no_database_and_prints_the_article_as_json(story, capsys):
    call_command("import_article", story, dry_run=True, json=True)

    article = json.loads(capsys.readouterr().out)
    assert set(article) == {
        "title", "title_is_guess", "published_on", "language", "dropped", "passages"
    }  # fmt: skip
    assert article["title_is_guess"] is True
    assert article["dropped"] == ["date 2024-05-14", "(Image: Port Ansel Harbour Office)"]
    assert [passage["position"] for passage in article["passages"]] == list(
        range(len(article["passages"]))
    )


@pytest.mark.django_db
def test_a_dash_reads_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))

    call_command("import_article", "-")

    assert Article.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(b"", "no text", id="empty"),
        pytest.param(b" \n\t\n", "no text", id="only white space"),
        pytest.param(b"%PDF-1.7\n\x00\x01\xff", "text", id="a PDF"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00", "text", id="a picture"),
        pytest.param("Café à Paris".encode("latin-1"), "UTF-8", id="another encoding"),
        pytest.param(b"word " * 1_000_000, "large", id="five megabytes"),
        pytest.param(b"word " * 20_001, "20,000", id="too many words"),
    ],
)
def test_bad_input_gets_a_sentence_and_changes_nothing(tmp_path, content, says):
    path = tmp_path / "bad.txt"
    path.write_bytes(content)

    with pytest.raises(CommandError) as refused:
        call_command("import_article", str(path))

    sentence = str(refused.value)
    assert says in sentence
    assert sentence.endswith(".")
    assert not Article.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"owner": "nobody"}, "no user"),
        ({"source_url": "not an address"}, "URL"),
        ({"title": "long " * 100}, "200"),
    ],
)
def test_options_that_make_no_sense_are_refused(story, options, says):
    with pytest.raises(CommandError, match=says):
        call_command("import_article", story, **options)

    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("option", "says"),
    [
        (("--published", "2021-13-45"), "write it as 2021-12-30"),
        (("--language", "not a code"), "Write a language code"),
    ],
)
def test_an_option_that_makes_no_sense_is_refused_in_a_line(story, option, says):
    run = subprocess.run(
        [sys.executable, "manage.py", "import_article", story, "--dry-run", *option],
        cwd=ROOT,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "quizsite.settings"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 2
    assert says in run.stderr.splitlines()[-1]
    assert "Traceback" not in run.stderr


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        call_command("import_article", str(tmp_path / "none.txt"))
