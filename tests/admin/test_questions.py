from decimal import Decimal

import pytest

from quizzes.models import Evidence, Option, Question, QuestionKind
from tests import factories
from tests.admin.filling import address, errors, filled, queries
from tests.conftest import signed_in
from tests.pages import words

QUOTE = "The bridge at Lund opened in 1987."
TWO = {
    "options-0-text": "Lund",
    "options-0-is_correct": "on",
    "options-1-text": "Malmö",
}
# The smallest question of each kind that can be asked, as it is typed.
KINDS = {
    QuestionKind.SINGLE_CHOICE: TWO,
    QuestionKind.TRUE_FALSE: {"truth": "False"},
    QuestionKind.SHORT_TEXT: {"options-0-text": "Lund", "options-0-is_correct": "on"},
    QuestionKind.NUMBER: {"value": "1,987", "tolerance": "", "unit": "years"},
}


@pytest.fixture
def article(teacher):
    return factories.PassageFactory(article__owner=teacher).article


def write(client, about, **typed):
    """Send the form for a new question about an article."""
    page = client.get(address("question_add"), {"article": about.pk})
    base = {"prompt": "Where?", "evidence-0-quote": QUOTE}
    return client.post(address("question_add"), filled(page, **base | typed))


def edit(client, question, **typed):
    page = client.get(address("question_change", question.pk))
    return client.post(address("question_change", question.pk), filled(page, **typed))


@pytest.mark.django_db
@pytest.mark.parametrize("kind", KINDS)
def test_a_question_of_each_kind_is_written_and_approved(kind, as_teacher, teacher, article):
    answer = write(as_teacher, article, kind=kind, _approve="1", **KINDS[kind])

    question = Question.objects.get()
    assert answer.url == address("article_change", article.pk)
    assert (question.kind, question.status, question.owner) == (kind, "approved", teacher)
    assert (question.reviewed_by, question.origin) == (teacher, "author")
    assert question.reviewed_at is not None


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "de", "fr", "ar"])
def test_saving_a_number_unchanged_keeps_it_in_every_language(language, as_teacher, teacher):
    question = factories.NumberFactory(
        owner=teacher,
        article__language=language,
        value=Decimal("1.234"),
        tolerance=Decimal("1000.5"),
    )

    edit(as_teacher, question)

    question.refresh_from_db()
    assert (question.value, question.tolerance) == (Decimal("1.234"), Decimal("1000.5"))


@pytest.mark.django_db
def test_a_wrong_option_does_not_become_an_accepted_answer(as_teacher, teacher):
    question = factories.QuestionFactory(owner=teacher)

    edit(as_teacher, question, **{"kind": "short_text", "options-0-is_correct": ""})

    assert question.options.filter(is_correct=True).count() == 1
    question.refresh_from_db()
    assert question.kind == "single_choice"


@pytest.mark.django_db
def test_a_shared_question_does_not_open_its_owners_private_article(as_teacher):
    owner = factories.TeacherFactory()
    question = factories.QuestionFactory(owner=owner, shared=True, article__owner=owner)

    page = as_teacher.get(address("question_change", question.pk))

    assert page.status_code == 404


@pytest.mark.django_db
def test_saving_a_question_on_an_article_no_longer_shared_leads_to_the_questions(
    as_teacher, teacher
):
    question = factories.QuestionFactory(owner=teacher, article__owner=factories.TeacherFactory())

    answer = edit(as_teacher, question, prompt="Where exactly?")

    assert answer.url == address("question_changelist")


@pytest.mark.django_db
def test_accepted_answers_need_no_tick(as_teacher, article):
    write(as_teacher, article, **{"kind": "short_text", "options-0-text": "Lund", "_approve": "1"})

    question = Question.objects.get()
    assert question.status == "approved"
    assert question.options.get().is_correct


@pytest.mark.django_db
def test_who_changes_a_published_question_is_told_what_students_get(as_teacher, teacher):
    question = factories.QuestionFactory(owner=teacher)
    factories.publish(question, owner=teacher)

    answer = edit(as_teacher, question, prompt="Where did it open?")

    assert "Students still get “The bridge at Lund” as it was published" in words(
        as_teacher.get(answer.url)
    )


@pytest.mark.django_db
def test_nobody_is_told_of_another_teachers_quizzes(as_teacher, teacher):
    question = factories.QuestionFactory(owner=teacher, shared=True, article__owner=None)
    factories.publish(question, owner=factories.TeacherFactory())

    answer = edit(as_teacher, question, prompt="Where did it open?")

    assert "Students still get" not in words(as_teacher.get(answer.url))


@pytest.mark.django_db
def test_another_question_is_about_the_same_article(as_teacher, article):
    answer = write(as_teacher, article, _addanother="1", **TWO)

    assert answer.url == f"{address('question_add')}?article={article.pk}"


def test_every_kind_is_written_here():
    assert set(KINDS) == set(QuestionKind)


@pytest.mark.django_db
def test_the_page_for_a_new_question_knows_its_article(as_teacher, article):
    page = as_teacher.get(address("question_add"), {"article": article.pk})

    assert page.context["adminform"].form["article"].value() == str(article.pk)
    assert QUOTE in words(page)
    choices = page.context["inline_admin_formsets"][1].formset.empty_form["passage"]
    assert len(choices.field.choices) == 2


@pytest.mark.django_db
@pytest.mark.parametrize("asked", ["0", "²", "x", "9" * 30])
def test_an_article_that_is_none_is_no_harm(asked, as_teacher):  # S23
    assert as_teacher.get(address("question_add"), {"article": asked}).status_code == 200


@pytest.mark.django_db
def test_a_draft_may_lack_its_evidence(as_teacher, article):
    write(as_teacher, article, **TWO, **{"evidence-0-quote": ""})

    assert Question.objects.get().status == "draft"
    assert not Evidence.objects.exists()


@pytest.mark.django_db
def test_approval_demands_evidence_and_saves_nothing_without(as_teacher, article):
    page = write(as_teacher, article, _approve="1", **TWO, **{"evidence-0-quote": ""})

    (message,) = errors(page)["evidence"]
    assert message.startswith("A question is approved only with evidence")
    assert not Question.objects.exists()


@pytest.mark.django_db
def test_options_stand_in_the_order_of_their_numbers(as_teacher, article):
    write(as_teacher, article, **TWO, **{"options-0-position": "7", "options-1-position": "3"})

    assert list(Option.objects.values_list("text", flat=True)) == ["Malmö", "Lund"]


@pytest.mark.django_db
def test_options_without_a_number_stand_as_they_were_written(as_teacher, article):
    write(as_teacher, article, **TWO)

    assert list(Option.objects.values_list("text", "position")) == [("Lund", 1), ("Malmö", 2)]


WRONG = {
    "no right option": (TWO | {"options-0-is_correct": None}, "options", "Mark the option that is"),
    "two right options": (TWO | {"options-1-is_correct": "on"}, "options", "Only one option"),
    "one option": (TWO | {"options-1-text": ""}, "options", "needs 2 to 10 options"),
    "no options": ({}, "options", "needs 2 to 10 options"),
    "the same option twice": (
        TWO | {"options-1-text": " LUND "},
        "options",
        "say the same: “Lund”",
    ),
    "a tick without a text": (
        TWO | {"options-2-is_correct": "on"},
        "options-2-text",
        "This field is required.",
    ),
    "a wrong short text": (
        TWO | {"kind": "short_text"},
        "options",
        "Every answer listed for a short text is accepted",
    ),
    "no truth": ({"kind": "true_false"}, "truth", "Say whether the statement is true or false."),
    "no number": ({"kind": "number"}, "value", "The right answer is a number"),
    "a number that is none": (
        {"kind": "number", "value": "many"},
        "value",
        "“many” is no number: write it as 1,200 or 0.5.",
    ),
    "infinity": ({"kind": "number", "value": "inf"}, "value", "“inf” is no number"),
    "a number too exact": (
        {"kind": "number", "value": "0.12345678901"},
        "value",
        "no more than 10 decimal places",
    ),
    "a negative tolerance": (
        {"kind": "number", "value": "40", "tolerance": "-1"},
        "tolerance",
        "The tolerance cannot be below zero.",
    ),
    "a tolerance that is none": (
        {"kind": "number", "value": "40", "tolerance": "few"},
        "tolerance",
        "“few” is no number",
    ),
    "an unknown kind": (TWO | {"kind": "essay"}, "kind", "Select a valid choice"),
    "no prompt": (TWO | {"prompt": " "}, "prompt", "This field is required."),
    "no article": (TWO | {"article": ""}, "article", "This field is required."),
    "words not in the article": (
        TWO | {"evidence-0-quote": "The bridge at Malmö"},
        "evidence-0-quote",
        "The article does not say this.",
    ),
    "words that are there twice": (
        TWO | {"evidence-0-quote": "o"},
        "evidence-0-quote",
        "The article says this more than once: quote a few more words.",
    ),
}


@pytest.mark.django_db
@pytest.mark.parametrize(("typed", "field", "says"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_asked_is_named_at_its_field(typed, field, says, as_teacher, article):
    page = write(as_teacher, article, **typed)

    found = errors(page)
    assert list(found) == [field]
    assert says in found[field][0]
    assert not Question.objects.exists()


@pytest.mark.django_db
def test_evidence_is_found_in_the_passage_that_was_chosen(as_teacher, article):
    second = factories.PassageFactory(article=article, position=1)

    refused = write(as_teacher, article, **TWO)
    write(as_teacher, article, **TWO, **{"evidence-0-passage": second.pk})

    assert "more than once" in errors(refused)["evidence-0-quote"][0]
    span = Evidence.objects.get()
    assert (span.passage, span.start, span.end, span.quote) == (second, 0, 34, QUOTE)


@pytest.mark.django_db
def test_a_chosen_passage_has_to_say_it(as_teacher, article):
    silent = factories.PassageFactory(article=article, text="Nothing of the kind.")

    page = write(as_teacher, article, **TWO, **{"evidence-0-passage": silent.pk})

    assert "The passage does not say this." in errors(page)["evidence-0-quote"][0]


@pytest.mark.django_db
@pytest.mark.parametrize(("shared", "accepted"), [(True, True), (False, False)])
def test_a_question_is_about_an_article_the_teacher_may_use(  # S4
    shared, accepted, as_teacher
):
    other = factories.TeacherFactory()
    article = factories.PassageFactory(article__owner=other, article__shared=shared).article

    page = write(as_teacher, article, **TWO)

    assert Question.objects.exists() == accepted
    if not accepted:
        assert "Select a valid choice" in errors(page)["article"][0]
        assert "40 million crowns" not in words(page)


@pytest.mark.django_db
def test_evidence_is_of_the_questions_own_article(as_teacher, article, teacher):
    elsewhere = factories.PassageFactory(article__owner=teacher)

    page = write(as_teacher, article, **TWO, **{"evidence-0-passage": elsewhere.pk})

    assert errors(page) == {
        "evidence-0-passage": ["This passage is not in the question’s article."]
    }


@pytest.mark.django_db
def test_a_quotation_keeps_the_passages_own_marks_and_spaces(as_teacher, teacher):
    passage = factories.PassageFactory(
        article__owner=teacher, text="“It’s\nopen,” said Eva Lind in Lund."
    )

    write(as_teacher, passage.article, **TWO, **{"evidence-0-quote": '"It\'s open," said'})

    span = Evidence.objects.get()
    assert span.quote == "“It’s\nopen,” said"
    assert span.holds()


@pytest.mark.django_db
def test_what_nobody_sees_is_not_stored(as_teacher, article):
    write(as_teacher, article, **TWO, prompt="Whe\x00re did the Cafe\u0301 open?\u202e")

    assert Question.objects.get().prompt == "Where did the Café open?"


@pytest.mark.django_db
def test_the_form_shows_numbers_as_people_write_them(as_teacher, teacher):
    question = factories.NumberFactory(owner=teacher, value=Decimal("2500.50"))

    page = as_teacher.get(address("question_change", question.pk))

    form = page.context["adminform"].form
    assert (form["value"].value(), form["tolerance"].value()) == ("2,500.5", "0")


@pytest.mark.django_db
def test_another_kind_clears_what_it_has_no_use_for(as_teacher, teacher):
    question = factories.NumberFactory(owner=teacher, tolerance=2, status="draft")

    edit(as_teacher, question, kind="true_false", truth="True")

    question.refresh_from_db()
    assert (question.kind, question.truth) == ("true_false", True)
    assert (question.value, question.tolerance, question.unit) == (None, 0, "")


@pytest.mark.django_db
def test_a_kind_without_options_keeps_none(as_teacher, teacher):
    question = factories.QuestionFactory(owner=teacher)

    edit(as_teacher, question, kind="number", value="forty")

    question.refresh_from_db()
    assert question.value == 40
    assert not question.options.exists()


@pytest.mark.django_db
def test_an_approved_question_stays_so_while_it_holds(as_teacher, teacher):
    question = factories.QuestionFactory(owner=teacher)

    edit(as_teacher, question, prompt="At which town?")

    question.refresh_from_db()
    assert (question.prompt, question.status) == ("At which town?", "approved")


@pytest.mark.django_db
def test_the_last_evidence_of_an_approved_question_is_not_deleted(as_teacher, teacher):
    question = factories.QuestionFactory(owner=teacher)

    page = edit(as_teacher, question, prompt="Half saved?", **{"evidence-0-DELETE": "on"})

    assert "approved only with evidence" in errors(page)["evidence"][0]
    question.refresh_from_db()
    assert question.prompt == "Where did the bridge open?"


@pytest.mark.django_db
def test_an_approved_question_whose_evidence_is_stale_is_not_saved(as_teacher, teacher):
    question = factories.QuestionFactory(owner=teacher)
    question.article.passages.update(text="Something else altogether.")

    page = edit(as_teacher, question, prompt="At which town?")

    assert errors(page) == {"evidence-0-quote": ["The passage no longer says this."]}


@pytest.mark.django_db
def test_evidence_with_a_short_quote_is_left_where_it_is(as_teacher, teacher):
    question = factories.QuestionFactory(owner=teacher, evidence=False)
    passage = factories.PassageFactory(article=question.article)
    span = factories.EvidenceFactory(question=question, passage=passage, start=4, end=5)

    answer = edit(as_teacher, question, prompt="At which town?")

    span.refresh_from_db()
    assert answer.status_code == 302
    assert (span.start, span.end) == (4, 5)


@pytest.mark.django_db
def test_the_article_of_a_question_is_fixed(as_teacher, teacher):
    question = factories.QuestionFactory(owner=teacher)
    article = question.article

    edit(as_teacher, question, article=factories.ArticleFactory(owner=teacher).pk)

    question.refresh_from_db()
    assert question.article == article


@pytest.mark.django_db
@pytest.mark.parametrize("posted", ["status", "reviewed_by", "origin", "family", "uid", "owner"])
def test_what_the_form_does_not_ask_for_is_not_taken(posted, as_teacher, teacher):  # S5
    question = factories.QuestionFactory(owner=teacher, status="draft")
    before = Question.objects.values().get()

    edit(as_teacher, question, **{posted: factories.TeacherFactory().pk})

    assert Question.objects.values().get() == before


@pytest.mark.django_db
@pytest.mark.parametrize(("verb", "status"), [("reject", "rejected"), ("retire", "retired")])
def test_a_question_is_put_aside_by_a_button(verb, status, as_teacher, teacher):
    question = factories.QuestionFactory(owner=teacher, evidence=False)

    answer = as_teacher.post(address(f"question_{verb}", question.pk), {"prompt": "ignored"})

    question.refresh_from_db()
    assert answer.url == address("article_change", question.article_id)
    assert (question.status, question.reviewed_by) == (status, teacher)
    history = as_teacher.get(address("question_history", question.pk))
    assert f"{status.capitalize()}." in words(history)


@pytest.mark.django_db
@pytest.mark.parametrize("verb", ["reject", "retire"])
def test_putting_aside_needs_a_post_and_the_owner(verb, as_teacher, teacher):  # S3, S6
    mine = factories.QuestionFactory(owner=teacher)
    other = factories.TeacherFactory()
    shared = factories.QuestionFactory(owner=other, shared=True)
    private = factories.QuestionFactory(owner=other)

    assert as_teacher.get(address(f"question_{verb}", mine.pk)).status_code == 405
    assert as_teacher.post(address(f"question_{verb}", shared.pk)).status_code == 403
    assert as_teacher.post(address(f"question_{verb}", private.pk)).status_code == 404
    assert set(Question.objects.values_list("status", flat=True)) == {"approved"}


@pytest.mark.django_db
def test_the_buttons_fit_the_status(as_teacher, teacher):
    offered = {}
    for status in ["draft", "approved", "rejected"]:
        question = factories.QuestionFactory(owner=teacher, status=status)
        page = as_teacher.get(address("question_change", question.pk)).content.decode()
        buttons = ["Save and approve", "Reject", "Retire"]
        offered[status] = [button for button in buttons if f'value="{button}"' in page]

    assert offered == {
        "draft": ["Save and approve", "Reject"],
        "approved": ["Reject", "Retire"],
        "rejected": ["Save and approve"],
    }


@pytest.mark.django_db
def test_a_draft_is_shown_with_its_warnings_and_its_evidence_lit(as_teacher, teacher):
    question = factories.QuestionFactory(
        owner=teacher,
        status="draft",
        origin="rules",
        family="year",
        score=0.914,
        warnings=[{"code": "key-longest", "message": "The right option is the longest."}],
    )

    page = as_teacher.get(address("question_change", question.pk))

    assert "The right option is the longest." in words(page)
    assert "(family “year”, score 0.91)" in words(page)
    assert f'<mark id="evidence">{QUOTE}</mark>' in page.content.decode()


@pytest.mark.django_db
def test_after_saving_the_teacher_is_where_they_came_from(as_teacher, teacher):
    question = factories.QuestionFactory(owner=teacher)
    page = address("question_change", question.pk)
    from_list = f"{page}?_changelist_filters=status__exact%3Ddraft"

    sent = filled(as_teacher.get(page))

    assert as_teacher.post(page, sent).url == address("article_change", question.article_id)
    assert as_teacher.post(from_list, sent).url == (
        f"{address('question_changelist')}?status__exact=draft"
    )


@pytest.mark.django_db
def test_a_question_in_a_quiz_is_not_deleted_but_others_are(as_teacher, teacher):  # R14
    asked = factories.QuizQuestionFactory(question__owner=teacher).question
    unused = factories.QuestionFactory(owner=teacher)

    page = as_teacher.post(address("question_delete", asked.pk), {"post": "yes"})
    as_teacher.post(address("question_delete", unused.pk), {"post": "yes"})

    assert "is part of a quiz. Take it out there first, or retire it instead." in words(page)
    assert list(Question.objects.all()) == [asked]


@pytest.mark.django_db
def test_a_shared_question_is_read_and_not_changed(as_teacher):
    question = factories.QuestionFactory(owner=factories.TeacherFactory(), shared=True)

    page = as_teacher.get(address("question_change", question.pk))

    assert 'name="_save"' not in page.content.decode()
    assert "Malmö" in words(page)
    assert as_teacher.post(address("question_change", question.pk), {}).status_code == 403


@pytest.mark.django_db
def test_markup_in_a_question_is_shown_as_it_was_written(as_teacher, teacher):  # S7
    markup = "<script>alert(1)</script>"
    question = factories.QuestionFactory(owner=teacher, prompt=markup, status="draft")
    factories.QuizQuestionFactory(question=question, quiz__owner=teacher, quiz__title=markup)

    pages = [
        address("question_changelist"),
        address("question_change", question.pk),
        address("article_change", question.article_id),
        address("quiz_change", question.quizzes.get().pk),
        address("quiz_changelist"),
    ]

    assert not [page for page in pages if markup in as_teacher.get(page).content.decode()]


@pytest.mark.django_db
def test_a_page_takes_as_many_queries_for_much_evidence_as_for_little(as_teacher, teacher):
    question = factories.QuestionFactory(owner=teacher)
    few = queries(as_teacher, address("question_change", question.pk))
    passages = factories.PassageFactory.create_batch(4, article=question.article)
    for passage in passages:
        factories.EvidenceFactory(question=question, passage=passage)
    factories.OptionFactory.create_batch(4, question=question)

    assert queries(as_teacher, address("question_change", question.pk)) == few


@pytest.mark.django_db
def test_an_administrator_gives_a_question_to_the_school():
    administrator = factories.UserFactory(is_staff=True, is_superuser=True)
    question = factories.QuestionFactory(owner=factories.TeacherFactory())

    edit(signed_in(administrator), question, owner="")

    question.refresh_from_db()
    assert question.owner is None
