import pytest

from quizzes.models import Question
from tests import factories
from tests.admin.filling import address, queries
from tests.pages import words


def act(client, action, *questions, **more):
    sent = {"action": action, "_selected_action": [question.pk for question in questions]} | more
    return client.post(address("question_changelist"), sent, follow=True)


def listed(client, **query):
    page = client.get(address("question_changelist"), query)
    return list(page.context["cl"].result_list)


@pytest.mark.django_db
def test_the_list_shows_where_each_question_stands(as_teacher, teacher):
    factories.QuestionFactory(
        owner=teacher, article__title="A bridge", family="year", score=0.914, status="draft"
    )

    page = words(as_teacher.get(address("question_changelist")))

    assert "Where did the bridge open?A bridge" in page
    assert "Draftyear0.91" in page


@pytest.mark.django_db
def test_the_list_takes_as_many_queries_for_many_questions_as_for_few(as_teacher):
    factories.QuestionFactory()
    few = queries(as_teacher, address("question_changelist"))
    factories.QuestionFactory.create_batch(5)

    assert queries(as_teacher, address("question_changelist")) == few


@pytest.mark.django_db
def test_the_list_is_filtered_and_searched(as_teacher, teacher):
    draft = factories.QuestionFactory(owner=teacher, status="draft", prompt="Why Lund?")
    number = factories.NumberFactory(owner=teacher)

    assert listed(as_teacher, status__exact="draft") == [draft]
    assert listed(as_teacher, kind__exact="number") == [number]
    assert listed(as_teacher, article=number.article_id) == [number]
    assert listed(as_teacher, q="why lund") == [draft]


@pytest.mark.django_db
def test_the_filter_names_only_articles_the_teacher_may_use(as_teacher, teacher):  # S4
    mine = factories.QuestionFactory(owner=teacher, article__title="Mine", article__owner=teacher)
    other = factories.TeacherFactory()
    hidden = factories.QuestionFactory(owner=other, article__title="Hidden", article__owner=other)

    page = words(as_teacher.get(address("question_changelist")))

    assert "Mine" in page
    assert "Hidden" not in page
    assert listed(as_teacher, article=hidden.article_id) == []
    assert listed(as_teacher) == [mine]


@pytest.mark.django_db
@pytest.mark.parametrize("article", ["x", "1e100", "9" * 30, "\x00"])
def test_a_filter_that_is_none_lists_nothing(article, as_teacher):  # S23
    factories.QuestionFactory()

    assert listed(as_teacher, article=article) == []


@pytest.mark.django_db
def test_those_that_hold_are_approved_and_the_others_named(as_teacher, teacher):
    sound = factories.QuestionFactory(owner=teacher, status="draft", prompt="Sound?")
    bare = factories.QuestionFactory(owner=teacher, status="draft", prompt="Bare?", evidence=False)

    page = words(act(as_teacher, "approve_selected", sound, bare))

    sound.refresh_from_db()
    bare.refresh_from_db()
    assert (sound.status, sound.reviewed_by) == ("approved", teacher)
    assert bare.status == "draft"
    assert "1 question is approved." in page
    assert "“Bare?” was not approved: it has no evidence" in page


@pytest.mark.django_db
def test_several_are_rejected_at_once(as_teacher, teacher):
    questions = factories.QuestionFactory.create_batch(2, owner=teacher, status="draft")

    page = words(act(as_teacher, "reject_selected", *questions))

    assert "2 questions are rejected." in page
    assert set(Question.objects.values_list("status", flat=True)) == {"rejected"}


@pytest.mark.django_db
@pytest.mark.parametrize("action", ["approve_selected", "reject_selected"])
def test_what_another_teacher_shares_is_not_reviewed_here(action, as_teacher):  # S4
    shared = factories.QuestionFactory(
        owner=factories.TeacherFactory(), shared=True, status="draft", prompt="Shared?"
    )

    page = words(act(as_teacher, action, shared))

    shared.refresh_from_db()
    assert shared.status == "draft"
    assert "“Shared?” belongs to another teacher." in page


@pytest.mark.django_db
@pytest.mark.parametrize("action", ["approve_selected", "reject_selected", "add_to_quiz"])
def test_what_another_teacher_keeps_is_not_reached_by_its_number(action, as_teacher):  # S4
    hidden = factories.QuestionFactory(
        owner=factories.TeacherFactory(), status="draft", prompt="Hidden?"
    )

    page = words(act(as_teacher, action, hidden))

    hidden.refresh_from_db()
    assert hidden.status == "draft"
    assert "Hidden?" not in page


@pytest.mark.django_db
def test_what_is_shared_is_not_deleted(as_teacher):
    shared = factories.QuestionFactory(owner=factories.TeacherFactory(), shared=True)

    act(as_teacher, "delete_selected", shared, post="yes")

    assert Question.objects.exists()


@pytest.mark.django_db
def test_approved_questions_are_added_to_a_quiz(as_teacher, teacher):
    quiz = factories.QuizFactory(owner=teacher)
    approved = factories.QuestionFactory(owner=teacher)
    draft = factories.QuestionFactory(owner=teacher, status="draft")

    asked = words(act(as_teacher, "add_to_quiz", approved, draft))
    done = act(as_teacher, "add_to_quiz", approved, draft, quiz=quiz.pk, _add="1")

    assert "1 of those you selected is not approved and will not be added." in asked
    assert list(quiz.questions.all()) == [approved]
    assert done.redirect_chain == [(address("quiz_change", quiz.pk), 302)]
    assert f"1 question is added to “{quiz}”." in words(done)


@pytest.mark.django_db
def test_only_drafts_are_not_added(as_teacher, teacher):
    draft = factories.QuestionFactory(owner=teacher, status="draft")

    assert "None of the questions you selected is approved" in words(
        act(as_teacher, "add_to_quiz", draft)
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    "changes", [{"archived_at": factories.NOON}, {}], ids=["archived", "theirs"]
)
def test_a_quiz_that_is_closed_or_anothers_takes_no_questions(changes, as_teacher, teacher):  # S4
    owner = teacher if changes else factories.TeacherFactory()
    quiz = factories.QuizFactory(owner=owner, title="Not for you", **changes)
    question = factories.QuestionFactory(owner=teacher)

    page = act(as_teacher, "add_to_quiz", question, quiz=quiz.pk, _add="1")

    assert "Select a valid choice" in words(page)
    assert "Not for you" not in words(page)
    assert not quiz.questions.exists()


def suggestions(client, **query):
    asked = {"app_label": "quizzes", "model_name": "quizquestion", "field_name": "question"}
    answer = client.get("/admin/autocomplete/", asked | query)
    return [each["text"] for each in answer.json()["results"]]


@pytest.mark.django_db
def test_what_is_suggested_for_a_quiz_is_approved_and_usable(as_teacher, teacher):  # S4
    factories.QuestionFactory(owner=teacher, prompt="Mine?")
    factories.QuestionFactory(owner=teacher, prompt="A draft?", status="draft")
    factories.QuestionFactory(prompt="The school's?")
    other = factories.TeacherFactory()
    factories.QuestionFactory(owner=other, prompt="Shared?", shared=True)
    factories.QuestionFactory(owner=other, prompt="Hidden?")

    assert suggestions(as_teacher) == ["Shared?", "The school's?", "Mine?"]
    assert suggestions(as_teacher, term="mine") == ["Mine?"]
