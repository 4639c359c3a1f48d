import pytest
from django.core.exceptions import ValidationError

from quizzes.models import User


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ({"username": "mia7"}, "mia7"),
        ({"username": "mia7", "display_name": "Mia Berg"}, "Mia Berg"),
    ],
)
def test_a_user_is_called_by_the_name_they_go_by(names, shown):
    assert str(User(**names)) == User(**names).get_short_name() == shown


@pytest.mark.parametrize("name", ["Europe/Paris", "UTC", ""])
def test_a_time_zone_there_is_may_be_set(name):
    User(time_zone=name).clean_fields(exclude=["username", "password"])


@pytest.mark.parametrize("name", ["Paris", "Europe/Lund", "../etc/passwd"])
def test_a_time_zone_there_is_not_is_refused_in_words(name):
    with pytest.raises(ValidationError, match="is no time zone"):
        User(time_zone=name).clean_fields(exclude=["username", "password"])
