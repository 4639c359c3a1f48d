import pytest

from quizzes.models import Quiz, QuizQuestion
from tests import factories
from tests.admin.filling import address, errors, filled, queries
from tests.conftest import signed_in
from tests.pages import words


@pytest.fixture
def quiz(teacher):
    """The teacher's quiz of two approved questions, not published."""
    quiz = factories.QuizFactory(owner=teacher, slug="bridge")
    for position in (1, 2):
        question = factories.QuestionFactory(owner=teacher)
        factories.QuizQuestionFactory(quiz=quiz, question=question, position=position)
    return quiz


def save(client, quiz, **typed):
    page = client.get(address("quiz_change", quiz.pk))
    return client.post(address("quiz_change", quiz.pk), filled(page, **typed), follow=True)


@pytest.mark.django_db
def test_a_quiz_is_made_by_hand_and_gets_an_address(as_teacher, teacher):
    question = factories.QuestionFactory(owner=teacher)
    page = as_teacher.get(address("quiz_add"))
    typed = {"title": "The bridge", "time_limit": "20", "entries-2-0-question": question.pk}

    answer = as_teacher.post(address("quiz_add"), filled(page, **typed))

    quiz = Quiz.objects.get()
    assert [(entry.question, entry.position) for entry in quiz.entries.all()] == [(question, 1)]
    assert answer.url == address("quiz_change", quiz.pk)
    assert (quiz.slug, quiz.owner, quiz.time_limit) == ("the-bridge", teacher, 20)


@pytest.mark.django_db
def test_its_questions_are_sorted_weighed_and_taken_out(as_teacher, quiz):
    first, second = quiz.questions.order_by("entries__position")

    save(as_teacher, quiz, **{"entries-0-position": "3", "entries-0-points": "2"})
    assert list(quiz.entries.values_list("question", "points")) == [(second.pk, 1), (first.pk, 2)]

    save(as_teacher, quiz, **{"entries-0-DELETE": "on"})
    assert list(quiz.questions.all()) == [first]


@pytest.mark.django_db
def test_a_question_is_added_at_the_end(as_teacher, quiz, teacher):
    question = factories.QuestionFactory(owner=teacher)

    save(as_teacher, quiz, **{"entries-2-0-question": question.pk})

    assert quiz.entries.last().question == question
    assert quiz.entries.last().position == 3


@pytest.mark.django_db
def test_a_question_is_asked_once(as_teacher, quiz):
    page = save(as_teacher, quiz, **{"entries-2-0-question": quiz.questions.first().pk})

    assert "This question is in the quiz already." in words(page)
    assert quiz.entries.count() == 2


@pytest.mark.django_db
def test_two_new_rows_do_not_add_the_same_question(as_teacher, quiz, teacher):
    new = factories.QuestionFactory(owner=teacher).pk
    rows = {"entries-2-TOTAL_FORMS": "2", "entries-2-0-question": new}
    again = {"entries-2-1-question": new, "entries-2-1-points": "1", "entries-2-1-quiz": quiz.pk}

    page = save(as_teacher, quiz, **rows, **again)

    assert "The same question is added twice." in words(page)
    assert quiz.entries.count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("which", "owner", "accepted"),
    [
        ({}, "mine", True),
        ({}, "the school's", True),
        ({"shared": True}, "another's", True),
        ({}, "another's", False),
        ({"status": "draft"}, "mine", False),
        ({"status": "retired"}, "mine", False),
    ],
    ids=["mine", "the school's", "shared", "another's", "a draft", "retired"],
)
def test_only_approved_questions_the_teacher_may_use_are_added(  # S4
    which, owner, accepted, as_teacher, teacher, quiz
):
    owners = {"mine": teacher, "the school's": None, "another's": factories.TeacherFactory()}
    question = factories.QuestionFactory(owner=owners[owner], **which)

    save(as_teacher, quiz, **{"entries-2-0-question": question.pk})

    assert quiz.questions.contains(question) == accepted


@pytest.mark.django_db
@pytest.mark.parametrize("points", ["0", "-1", "1e9", "99999999999"])
def test_points_that_are_none_are_refused(points, as_teacher, quiz):
    page = save(as_teacher, quiz, **{"entries-0-points": points})

    assert list(errors(page)) == ["entries-0-points"]


@pytest.mark.django_db
@pytest.mark.parametrize("minutes", ["0", "-1", "1441", "soon"])
def test_a_time_limit_is_of_a_minute_to_a_day(minutes, as_teacher, quiz):
    page = save(as_teacher, quiz, time_limit=minutes)

    assert list(errors(page)) == ["time_limit"]


@pytest.mark.django_db
def test_publishing_saves_and_makes_a_version(as_teacher, quiz, teacher):
    page = save(as_teacher, quiz, title="The bridge at last", _publish="1")

    version = quiz.versions.get()
    assert (version.number, version.published_by) == (1, teacher)
    assert version.content["title"] == "The bridge at last"
    assert "Version 1 is published." in words(page)
    assert f'<a href="{quiz.get_absolute_url()}">' in page.content.decode()
    assert str(teacher) in words(page, part="versions")
    assert "Published version 1." in words(as_teacher.get(address("quiz_history", quiz.pk)))


@pytest.mark.django_db
def test_publishing_what_has_not_changed_makes_no_version(as_teacher, quiz):
    save(as_teacher, quiz, _publish="1")

    page = save(as_teacher, quiz, _publish="1")

    assert "Nothing has changed since version 1." in words(page)
    assert quiz.versions.count() == 1


@pytest.mark.django_db
def test_what_stands_against_publishing_is_named_line_by_line(as_teacher, quiz):
    quiz.questions.update(status="draft", prompt="Where?")

    page = save(as_teacher, quiz, title="Saved all the same", _publish="1")

    assert page.content.decode().count("“Where?”: it is draft, not approved.") == 2
    quiz.refresh_from_db()
    assert quiz.title == "Saved all the same"
    assert not quiz.versions.exists()


@pytest.mark.django_db
def test_an_empty_quiz_is_not_published(as_teacher, teacher):
    quiz = factories.QuizFactory(owner=teacher)

    page = save(as_teacher, quiz, _publish="1")

    assert "This quiz has no questions yet." in words(page)


@pytest.mark.django_db
def test_nothing_is_published_from_a_form_with_an_error(as_teacher, quiz):
    save(as_teacher, quiz, title="", _publish="1")

    assert not quiz.versions.exists()


@pytest.mark.django_db
def test_the_page_leads_to_the_results_and_when_published_to_the_quiz(as_teacher, quiz):
    before = as_teacher.get(address("quiz_change", quiz.pk)).content.decode()
    save(as_teacher, quiz, _publish="1")
    after = as_teacher.get(address("quiz_change", quiz.pk)).content.decode()

    assert 'href="/teaching/bridge/"' in before
    assert 'href="/quizzes/bridge/"' not in before
    assert 'href="/quizzes/bridge/"' in after


@pytest.mark.django_db
def test_a_quiz_is_archived_and_brought_back(as_teacher, quiz):
    save(as_teacher, quiz, _publish="1")

    archived = as_teacher.post(address("quiz_archive", quiz.pk), follow=True)
    quiz.refresh_from_db()
    assert quiz.archived_at is not None
    assert "Bring it back" in words(archived)
    assert "See it as students do" not in words(archived)

    as_teacher.post(address("quiz_restore", quiz.pk))
    quiz.refresh_from_db()
    assert quiz.archived_at is None


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["quiz_archive", "quiz_restore"])
def test_archiving_needs_a_post_and_the_owner(name, as_teacher, quiz):  # S3, S6
    stranger = signed_in(factories.TeacherFactory())

    assert as_teacher.get(address(name, quiz.pk)).status_code == 405
    assert stranger.post(address(name, quiz.pk)).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("answered", [True, False], ids=["taken", "published"])
def test_a_published_quiz_is_not_deleted_but_can_be_archived(answered, as_teacher, teacher):  # R14
    quiz = factories.publish(factories.QuestionFactory(), owner=teacher)
    if answered:
        factories.AttemptFactory(version=quiz.versions.get())

    one = as_teacher.post(address("quiz_delete", quiz.pk), {"post": "yes"})
    several = as_teacher.post(
        address("quiz_changelist"),
        {"action": "delete_selected", "_selected_action": quiz.pk, "post": "yes"},
    )

    for page in (one, several):
        assert "Archive it instead" in words(page)
    assert Quiz.objects.exists()


@pytest.mark.django_db
def test_a_quiz_that_was_never_published_is_deleted_and_its_questions_stay(as_teacher, quiz):
    as_teacher.post(address("quiz_delete", quiz.pk), {"post": "yes"})

    assert not Quiz.objects.exists()
    assert not QuizQuestion.objects.exists()


@pytest.mark.django_db
def test_the_list_tells_how_large_and_how_used_each_quiz_is(as_teacher, teacher):
    quiz = factories.publish(*factories.QuestionFactory.create_batch(2), owner=teacher)
    factories.AttemptFactory.create_batch(3, version=quiz.versions.get())

    (row,) = as_teacher.get(address("quiz_changelist")).context["cl"].result_list

    assert (row.size, row.versions_made, row.takers) == (2, 1, 3)


@pytest.mark.django_db
def test_pages_take_as_many_queries_for_much_as_for_little(as_teacher, teacher, quiz):
    pages = [address("quiz_changelist"), address("quiz_change", quiz.pk)]
    few = [queries(as_teacher, page) for page in pages]
    factories.QuizFactory.create_batch(3, owner=teacher)
    for position in range(3, 8):
        factories.QuizQuestionFactory(quiz=quiz, position=position)
    for _ in range(3):
        save(as_teacher, quiz, title=f"Version {_}", _publish="1")

    assert [queries(as_teacher, page) for page in pages] == few
