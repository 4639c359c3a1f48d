from datetime import date
from io import BytesIO

import pytest
from django.test import Client

from quizzes.models import Article
from tests import factories
from tests.admin.filling import address
from tests.conftest import signed_in
from tests.pages import words

TEXT = """The bridge at Lund opens

By Ann Writer

The bridge at Lund opened in 1987. It cost 40 million crowns.

(Image: City of Lund)

How it was built

Workers poured the last concrete in May, two years late.
"""
ARABIC = "افتتح الجسر في لوند عام 1987. وبلغت تكلفته أربعين مليون كرونة، وفق ما أعلنته المدينة."


def file(content: bytes, name: str = "article.txt") -> BytesIO:
    upload = BytesIO(content)
    upload.name = name
    return upload


def preview(client: Client, **given):
    return client.post(address("article_import"), given)


def confirm(client: Client, **given):
    return client.post(address("article_confirm"), {"kept_title": "The bridge"} | given)


@pytest.mark.django_db
def test_the_list_leads_to_the_import_and_so_does_adding(as_teacher):
    page = as_teacher.get(address("article_changelist"))

    assert f'href="{address("article_import")}"' in page.content.decode()
    assert as_teacher.get(address("article_add")).url == address("article_import")


@pytest.mark.django_db
def test_a_preview_shows_what_is_kept_and_dropped_and_saves_nothing(as_teacher):
    page = preview(as_teacher, text=TEXT, published_on="1987-05-04")

    assert "2 passages" in words(page)
    assert "By Ann Writer" in words(page, part="dropped")
    assert "Workers poured" in words(page, part="kept")
    assert "<h3>How it was built</h3>" in page.content.decode()
    assert 'value="1987-05-04"' in page.content.decode()
    assert not Article.objects.exists()


@pytest.mark.django_db
def test_a_guessed_title_is_said_to_be_one(as_teacher):
    untitled = preview(as_teacher, text="The bridge at Lund opened in 1987. It cost 40 million.")
    titled = preview(as_teacher, text=TEXT, title="The bridge")

    assert "The title is a guess" in words(untitled)
    assert "The title is a guess" not in words(titled)


@pytest.mark.django_db
def test_a_text_is_shown_the_way_it_is_read(as_teacher):
    page = preview(as_teacher, text=ARABIC, language="ar")

    assert '<div class="reading" lang="ar" dir="rtl">' in page.content.decode()


@pytest.mark.django_db
def test_what_was_confirmed_is_stored_for_the_teacher(as_teacher, teacher):
    sent = {"text": TEXT, "source_name": "The Lund Post", "rights": "ours", "language": "en"}

    answer = confirm(as_teacher, **sent, kept_date="1987-05-04")

    article = Article.objects.get()
    assert answer.url == address("article_change", article.pk)
    assert (article.title, article.published_on) == ("The bridge", date(1987, 5, 4))
    assert (article.source_name, article.rights, article.owner) == (
        "The Lund Post",
        "ours",
        teacher,
    )
    assert [passage.heading for passage in article.passages.all()] == ["", "How it was built"]


@pytest.mark.django_db
def test_what_is_imported_is_what_the_preview_showed_whatever_the_title_became(as_teacher):
    shown = preview(as_teacher, text=TEXT).context["scrape"]

    confirm(as_teacher, text=TEXT, kept_title="Another title", kept_date="")

    article = Article.objects.get()
    assert [passage.text for passage in article.passages.all()] == [p.text for p in shown.passages]
    assert article.published_on is None


@pytest.mark.django_db
def test_a_file_is_read_like_a_paste(as_teacher):
    page = preview(as_teacher, file=file(TEXT.encode()))

    assert page.context["form"]["text"].value() == TEXT


@pytest.mark.django_db
def test_changing_the_text_keeps_what_the_preview_was_told(as_teacher):
    sent = {"text": TEXT, "kept_title": "My title", "kept_date": "1987-05-04", "_change": "1"}

    page = as_teacher.post(address("article_import"), sent).content.decode()

    assert 'value="My title"' in page
    assert 'value="1987-05-04"' in page


@pytest.mark.django_db
def test_the_same_text_again_leads_to_the_article_there_is(as_teacher):
    confirm(as_teacher, text=TEXT)

    answer = confirm(as_teacher, text=TEXT.replace("\n", "\r\n"), kept_title="Again")

    assert answer.url == address("article_change", Article.objects.get().pk)
    assert "was imported already" in words(as_teacher.get(answer.url))


@pytest.mark.django_db
def test_another_teacher_imports_the_same_text_for_themselves(as_teacher):
    confirm(as_teacher, text=TEXT)

    confirm(signed_in(factories.TeacherFactory()), text=TEXT)

    assert Article.objects.count() == 2


@pytest.mark.django_db
def test_the_text_can_be_changed_after_the_preview(as_teacher):
    page = as_teacher.post(
        address("article_import"), {"_change": "1", "text": TEXT, "source_name": "The Lund Post"}
    )

    form = page.context["adminform"].form
    assert (form["text"].value(), form["source_name"].value()) == (TEXT, "The Lund Post")
    assert not form.errors


BAD = {
    "nothing": ({}, "text", "Paste the text of an article, or choose a file."),
    "spaces": ({"text": " \n\u00a0"}, "text", "Paste the text of an article"),
    "both": ({"text": TEXT, "file": file(b"words")}, "file", "not both"),
    "an empty file": ({"file": file(b"")}, "file", "This file is empty."),
    "a picture": ({"file": file(b"\x89PNG\r\n\x1a\n")}, "file", "a picture"),
    "a binary file": ({"file": file(b"ab\x00cd")}, "file", "binary"),
    "another encoding": ({"file": file("Malmö".encode("latin-1"))}, "file", "UTF-8"),
    "a NUL": ({"text": "ab\x00cd"}, "text", "NUL"),
    "too long": ({"text": "word " * 201_000}, "text", "too large"),
    "a large file": ({"file": file(b"word " * 201_000)}, "file", "too large"),
    "a long title": ({"text": TEXT, "title": "x" * 201}, "title", "at most 200"),
    "no date": ({"text": TEXT, "published_on": "soon"}, "published_on", "2021-12-30"),
    "no language": ({"text": TEXT, "language": "English!"}, "language", "such as en, ar"),
    "no address": ({"text": TEXT, "source_url": "javascript:x"}, "source_url", "valid URL"),
}


@pytest.mark.django_db
@pytest.mark.parametrize(("given", "field", "says"), BAD.values(), ids=BAD)
def test_bad_input_is_named_at_its_field_and_saves_nothing(given, field, says, as_teacher):
    for value in given.values():
        if not isinstance(value, str):
            value.seek(0)

    page = preview(as_teacher, **given)

    assert page.status_code == 200
    assert list(page.context["adminform"].form.errors) == [field]
    assert says in words(page)
    assert not Article.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["article_import", "article_confirm"])
@pytest.mark.parametrize("encoding", ["application/x-www-form-urlencoded", "multipart/form-data"])
def test_a_paste_of_five_megabytes_is_refused_in_words(name, encoding, as_teacher):
    text = "word " * 1_000_000
    if encoding == "multipart/form-data":
        page = as_teacher.post(address(name), {"text": text})
    else:
        page = as_teacher.post(address(name), f"text={text}", content_type=encoding)

    assert page.status_code == 413
    assert "That is too much text at once." in words(page)
    assert not Article.objects.exists()


@pytest.mark.django_db
def test_a_confirmed_article_needs_a_title(as_teacher):
    page = confirm(as_teacher, text=TEXT, kept_title=" ")

    assert "An article needs a title." in words(page)
    assert "Workers poured" in words(page, part="kept")
    assert not Article.objects.exists()


@pytest.mark.django_db
def test_a_text_lost_on_the_way_is_asked_for_again(as_teacher):
    page = confirm(as_teacher, text="")

    assert "Paste the text of an article" in words(page)


@pytest.mark.django_db
def test_going_to_the_confirmation_itself_leads_to_the_beginning(as_teacher):
    assert as_teacher.get(address("article_confirm")).url == address("article_import")


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["article_import", "article_confirm"])
def test_the_import_is_guarded_against_forged_requests(name, teacher):  # S6
    client = Client(enforce_csrf_checks=True)
    client.force_login(teacher)

    answer = client.post(address(name), {"text": TEXT, "kept_title": "The bridge"})

    assert answer.status_code == 403
    assert not Article.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["article_import", "article_confirm"])
def test_only_those_who_may_add_articles_import(name):
    without_role = factories.UserFactory(is_staff=True)

    answer = signed_in(without_role).post(address(name), {"text": TEXT, "kept_title": "T"})

    assert answer.status_code == 403


@pytest.mark.django_db
def test_markup_in_an_article_is_shown_as_it_was_written(as_teacher):  # S7
    page = preview(as_teacher, text=f"{TEXT}\n\n<script>alert(1)</script> <p hx-get='/x'>Hello</p>")

    assert "<script>alert" not in page.content.decode()
    assert "hx-get" not in page.content.decode().replace("hx-get=&#x27;", "")


@pytest.mark.django_db
def test_what_a_form_does_not_ask_for_is_not_taken(as_teacher, teacher):  # S5
    other = factories.TeacherFactory()

    confirm(as_teacher, text=TEXT, owner=other.pk, shared="on", slug="mine")

    article = Article.objects.get()
    assert (article.owner, article.shared, article.slug) == (teacher, False, "the-bridge")
