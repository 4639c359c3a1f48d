"""A site as a school serves it, on a database and with static files of its own."""

import os

from quizsite.settings import *  # noqa: F403

STATIC_ROOT = os.environ["DATELINE_TEST_STATIC_ROOT"]
