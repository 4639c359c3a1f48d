"""What is stored: people, articles, questions, quizzes and attempts."""

from quizzes.models.article import Article, DraftRun, Event, Passage, Precision
from quizzes.models.attempt import Attempt, Response
from quizzes.models.question import (
    Evidence,
    Option,
    Origin,
    Question,
    QuestionKind,
    QuestionStatus,
)
from quizzes.models.quiz import Quiz, QuizMode, QuizQuestion, QuizVersion
from quizzes.models.user import TEACHERS, User

__all__ = [
    "TEACHERS",
    "Article",
    "Attempt",
    "DraftRun",
    "Event",
    "Evidence",
    "Option",
    "Origin",
    "Passage",
    "Precision",
    "Question",
    "QuestionKind",
    "QuestionStatus",
    "Quiz",
    "QuizMode",
    "QuizQuestion",
    "QuizVersion",
    "Response",
    "User",
]
