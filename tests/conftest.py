"""What every test shares."""

import pytest
from django.test import Client
from hypothesis import settings

from quizzes.models import User
from tests.factories import TeacherFactory, UserFactory

# A deadline would measure how busy the machine is.
settings.register_profile("dateline", deadline=None)
settings.load_profile("dateline")


@pytest.fixture(autouse=True)
def _migrated_data(django_db_serialized_rollback: None) -> None:
    """Tests that commit begin with what migrations put in, such as the group of teachers."""


@pytest.fixture
def student(db: None) -> User:
    return UserFactory()


@pytest.fixture
def teacher(db: None) -> User:
    return TeacherFactory()


@pytest.fixture
def as_student(student: User) -> Client:
    return signed_in(student)


@pytest.fixture
def as_teacher(teacher: User) -> Client:
    return signed_in(teacher)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client
