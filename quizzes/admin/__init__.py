"""The admin: where teachers write articles, questions and quizzes, and look at what was answered.

Django's own look, with pages of our own where a step has no form: importing, drafting, publishing.
"""

from quizzes.admin import articles, questions, quizzes, records, users

__all__ = ["articles", "questions", "quizzes", "records", "users"]
