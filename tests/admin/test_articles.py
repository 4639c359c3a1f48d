import pytest

from quizzes.models import Article, Event, Passage, QuestionKind, QuestionStatus, Quiz
from tests import factories
from tests.admin.filling import address, errors, filled, queries
from tests.conftest import signed_in
from tests.factories import TEXT
from tests.pages import words


@pytest.fixture
def article(teacher):
    """The teacher's article of one passage, with one approved question quoting it."""
    return factories.QuestionFactory(owner=teacher, article__owner=teacher).article


def page_of(client, article):
    return client.get(address("article_change", article.pk))


def save(client, article, **changes):
    sent = filled(page_of(client, article), **changes)
    return client.post(address("article_change", article.pk), sent)


@pytest.mark.django_db
def test_the_list_counts_questions_by_status(as_teacher, article):
    for status in ["draft", "draft", "rejected"]:
        factories.QuestionFactory(article=article, status=status)

    row = as_teacher.get(address("article_changelist")).context["cl"].result_list[0]

    counted = {status: getattr(row, status) for status in QuestionStatus.values}
    assert counted == {"draft": 2, "approved": 1, "rejected": 1, "retired": 0}


@pytest.mark.django_db
def test_the_list_takes_as_many_queries_for_many_articles_as_for_few(as_teacher):
    factories.QuestionFactory()
    few = queries(as_teacher, address("article_changelist"))
    factories.QuestionFactory.create_batch(5)

    assert queries(as_teacher, address("article_changelist")) == few


@pytest.mark.django_db
def test_a_page_takes_as_many_queries_for_many_passages_and_questions_as_for_few(
    as_teacher, article
):
    few = queries(as_teacher, address("article_change", article.pk))
    factories.PassageFactory.create_batch(5, article=article)
    factories.QuestionFactory.create_batch(5, article=article)

    assert queries(as_teacher, address("article_change", article.pk)) == few


@pytest.mark.django_db
def test_a_page_shows_its_questions_events_and_the_text_as_it_was_given(as_teacher, article):
    factories.EventFactory(passage=article.passages.get(), summary="Trams run at last")
    Article.objects.filter(pk=article.pk).update(original="As it was given")

    page = page_of(as_teacher, article)

    said = words(page)
    answer_and_evidence = "Lund The bridge at Lund opened in 1987."
    kind = QuestionKind.SINGLE_CHOICE.label
    assert f"Where did the bridge open? {answer_and_evidence} {kind} Approved" in said
    assert "1987: Trams run at last" in said
    assert "As it was given" in said


@pytest.mark.django_db
def test_a_page_without_questions_says_how_to_get_some(as_teacher, teacher):
    article = factories.ArticleFactory(owner=teacher)

    assert "None yet. Have some drafted, or write one" in words(page_of(as_teacher, article))


@pytest.mark.django_db
def test_an_article_is_edited(as_teacher, article):
    answer = save(as_teacher, article, title="Another title", language="ar", shared="on")

    article.refresh_from_db()
    assert answer.status_code == 302
    assert (article.title, article.language, article.shared) == ("Another title", "ar", True)


@pytest.mark.django_db
def test_a_language_is_a_code(as_teacher, article):
    page = save(as_teacher, article, language="Arabic, I think"[:12])

    assert errors(page) == {"language": ["Write a language code, such as en, ar or pt-br."]}


@pytest.mark.django_db
def test_the_owner_is_not_among_what_a_teacher_may_change(as_teacher, article, teacher):  # S5
    save(as_teacher, article, owner=factories.TeacherFactory().pk, slug="mine", original="mine")

    article.refresh_from_db()
    assert (article.owner, article.original) == (teacher, "")
    assert article.slug != "mine"


@pytest.mark.django_db
def test_an_administrator_passes_an_article_on(article):
    administrator = factories.UserFactory(is_staff=True, is_superuser=True)
    other = factories.TeacherFactory()

    save(signed_in(administrator), article, owner=other.pk)

    article.refresh_from_db()
    assert article.owner == other


@pytest.mark.django_db
def test_a_student_is_no_owner(article):
    administrator = factories.UserFactory(is_staff=True, is_superuser=True)

    page = save(signed_in(administrator), article, owner=factories.UserFactory().pk)

    assert "owner" in errors(page)


@pytest.mark.django_db
def test_a_passage_is_added_at_the_end_and_sorted_by_its_number(as_teacher, article):
    save(as_teacher, article, **{"passages-0-position": "5", "passages-1-text": "  The  end. "})
    save(as_teacher, article, **{"passages-2-text": "The start.", "passages-2-position": "1"})

    assert [(p.position, p.text) for p in article.passages.all()] == [
        (1, "The start."),
        (5, TEXT),
        (6, "The  end."),
    ]


@pytest.mark.django_db
def test_evidence_moves_with_its_words_when_a_passage_is_edited(as_teacher, article):
    span = article.questions.get().evidence.get()

    answer = save(as_teacher, article, **{"passages-0-text": f"At last. {TEXT}"})

    span.refresh_from_db()
    assert answer.status_code == 302
    assert (span.start, span.end) == (9, 43)
    assert span.holds()


@pytest.mark.django_db
def test_a_typographer_may_change_the_quotation_marks_under_the_evidence(as_teacher, teacher):
    passage = factories.PassageFactory(text='"It\'s here," said Eva Lind.', article__owner=teacher)
    span = factories.EvidenceFactory(passage=passage, question__article=passage.article, end=12)

    save(as_teacher, passage.article, **{"passages-0-text": "“It’s here,” said Eva Lind."})

    span.refresh_from_db()
    assert span.quote == "“It’s here,”"
    assert span.holds()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "text",
    ["The bridge was never built.", f"Opened: {TEXT} Again: {TEXT} So."],
    ids=["gone", "there twice"],
)
def test_words_that_prove_a_key_are_not_edited_away(text, as_teacher, article):
    page = save(as_teacher, article, **{"passages-0-text": text, "title": "Half saved"})

    (message,) = errors(page)["passages-0-text"]
    assert message.startswith("“Where did the bridge open?” quotes words that the new text does")
    assert "“The bridge at Lund opened in 1987.”" in message
    article.refresh_from_db()
    assert article.title == "A bridge opens"
    assert article.passages.get().text == TEXT


@pytest.mark.django_db
def test_another_teachers_own_question_is_counted_but_not_named(as_teacher, teacher):  # S4
    article = factories.ArticleFactory(owner=teacher, shared=True)
    other = factories.TeacherFactory()
    factories.QuestionFactory(article=article, owner=other, prompt="A secret?")

    page = save(as_teacher, article, **{"passages-0-text": "Nothing of it."})

    (message,) = errors(page)["passages-0-text"]
    assert message.startswith("1 of other teachers’ questions quotes words")
    assert "secret" not in words(page)


@pytest.mark.django_db
def test_an_event_whose_words_are_gone_goes_with_them(as_teacher, teacher):
    event = factories.EventFactory(passage__article__owner=teacher)
    kept = factories.EventFactory(passage=event.passage, start=35, end=61)

    save(as_teacher, event.passage.article, **{"passages-0-text": TEXT[35:]})

    assert list(Event.objects.values_list("pk", "start", "end")) == [(kept.pk, 0, 26)]


@pytest.mark.django_db
def test_a_passage_saved_as_it_is_is_not_touched(as_teacher, teacher):
    passage = factories.PassageFactory(text="One line.\nAnd another.", article__owner=teacher)
    sent = filled(page_of(as_teacher, passage.article), title="Another title")
    sent["passages-0-text"] = "One line.\r\nAnd another."  # as a browser sends it

    as_teacher.post(address("article_change", passage.article.pk), sent)

    assert Passage.objects.get().text == "One line.\nAnd another."


@pytest.mark.django_db
def test_a_quoted_passage_is_not_deleted(as_teacher, article):
    page = save(as_teacher, article, **{"passages-0-DELETE": "on"})

    (message,) = errors(page)["passages"]
    assert message.startswith("The passage “The bridge at Lund")
    assert "“Where did the bridge open?” quotes from it" in message
    assert article.passages.exists()


@pytest.mark.django_db
def test_a_passage_nobody_quotes_is_deleted(as_teacher, teacher):
    passage = factories.PassageFactory(article__owner=teacher)

    save(as_teacher, passage.article, **{"passages-0-DELETE": "on"})

    assert not Passage.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
def test_an_article_with_questions_is_not_deleted(method, as_teacher, article):  # R14
    page = getattr(as_teacher, method)(address("article_delete", article.pk), {"post": "yes"})

    assert page.status_code == 200
    assert "“A bridge opens” has 1 question, and scores may refer to them." in words(page)
    assert Article.objects.exists()


@pytest.mark.django_db
def test_several_articles_with_questions_are_not_deleted_either(as_teacher, article):  # R14
    page = as_teacher.post(
        address("article_changelist"),
        {"action": "delete_selected", "_selected_action": article.pk, "post": "yes"},
    )

    assert "“A bridge opens” has 1 question" in words(page)
    assert Article.objects.exists()


@pytest.mark.django_db
def test_an_article_without_questions_is_deleted_with_its_passages_and_events(as_teacher, teacher):
    event = factories.EventFactory(passage__article__owner=teacher)
    article = event.passage.article
    article.draft_runs.create(started_at=factories.NOON)

    as_teacher.post(address("article_delete", article.pk), {"post": "yes"})

    assert not Article.objects.exists()


@pytest.mark.django_db
def test_a_quiz_is_made_of_the_approved_questions(as_teacher, article, teacher):
    answer = as_teacher.post(address("article_make_quiz", article.pk))

    quiz = Quiz.objects.get()
    assert answer.url == address("quiz_change", quiz.pk)
    assert quiz.owner == teacher
    assert [entry.question for entry in quiz.entries.all()] == list(article.questions.all())


@pytest.mark.django_db
def test_without_an_approved_question_no_quiz_is_made(as_teacher, teacher):
    article = factories.ArticleFactory(owner=teacher)

    page = as_teacher.post(address("article_make_quiz", article.pk), follow=True)

    assert "No question of this article is approved yet." in words(page)
    assert not Quiz.objects.exists()


@pytest.mark.django_db
def test_a_shared_article_is_read_and_built_on_but_not_changed():
    article = factories.QuestionFactory(article__shared=True, shared=True).article
    article.owner = factories.TeacherFactory()
    article.save()
    reader = signed_in(factories.TeacherFactory())

    page = page_of(reader, article)

    assert "Draft questions" not in words(page)
    assert "Write a question" in words(page)
    assert reader.post(address("article_change", article.pk), {"title": "x"}).status_code == 403
    assert reader.post(address("article_draft", article.pk)).status_code == 403
    assert reader.post(address("article_delete", article.pk), {"post": "yes"}).status_code == 403
    assert reader.post(address("article_make_quiz", article.pk)).status_code == 302
    assert article.draft_runs.count() == 0


@pytest.mark.django_db
def test_an_article_is_not_passed_to_someone_who_has_it_already():
    teacher = factories.TeacherFactory()
    factories.ArticleFactory(owner=teacher, original_digest="d")
    mine = factories.PassageFactory(article__original_digest="d").article
    administrator = factories.UserFactory(is_staff=True, is_superuser=True)

    page = save(signed_in(administrator), mine, owner=teacher.pk)

    assert page.status_code == 200
    assert "They have imported the same text themselves." in words(page)


@pytest.mark.django_db
def test_an_edit_made_meanwhile_is_not_undone(as_teacher, article):
    form = page_of(as_teacher, article)
    Passage.objects.update(heading="Seen later", text=f"{TEXT} And it is blue.")

    sent = filled(form, title="Another title", **{"passages-0-heading": "My heading"})
    as_teacher.post(address("article_change", article.pk), sent)

    passage = article.passages.get()
    assert passage.text == f"{TEXT} And it is blue."
    assert passage.heading == "My heading"


@pytest.mark.django_db
def test_two_edits_of_one_passage_are_told_apart_in_words(as_teacher, article):
    form = page_of(as_teacher, article)
    Passage.objects.update(text=f"{TEXT} And it is blue.")

    sent = filled(form, **{"passages-0-text": f"{TEXT} And it is red."})
    page = as_teacher.post(address("article_change", article.pk), sent)

    assert "This passage was changed since you opened the page." in words(page)
    assert article.passages.get().text == f"{TEXT} And it is blue."


@pytest.mark.django_db
def test_a_page_sends_back_the_text_it_was_made_with(as_teacher, article):
    page = page_of(as_teacher, article).content.decode()

    assert f'<input type="hidden" name="initial-passages-0-text" value="{TEXT}"' in page
