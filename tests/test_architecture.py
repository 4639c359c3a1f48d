"""Imports run strictly downward, and a process that serves pages stays light."""

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "quizzes").rglob("*.py"))

# From the ground up; those of a line may use what stands above it, and themselves.
LAYERS = [
    ["text"],
    ["kinds"],
    ["edition"],
    ["models"],
    # The activities may use each other, but not in a circle.
    [
        "articles",
        "asking",
        "attempts",
        "authoring",
        "drafting",
        "generation",
        "publishing",
        "slugs",
    ],
    ["forms", "middleware", "templatetags"],
    ["admin", "management", "views"],
    ["urls"],
]
ACTIVITIES = LAYERS[4]
# Django finds these by their names.
OUTSIDE = {"apps", "migrations"}
# What is true on paper, and all of the project it may know.
PURE = {"text": {"text"}, "kinds": {"text", "kinds"}, "edition": {"text", "kinds"}}
PURE |= {"generation": {"text", "generation"}}
# What no process that serves pages may load: drafting runs in a child of its own.
HEAVY = ["quizzes.generation", "quizzes.drafting", "numpy", "HanTa", "lemminflect"]


def unit_of(source: Path) -> str:
    """The part of the project a file belongs to: ``text`` for ``quizzes/text/fold.py``."""
    return source.relative_to(ROOT / "quizzes").parts[0].removesuffix(".py")


def imports(source: Path) -> Iterator[str]:
    """The full name of everything a file imports, wherever it does so."""
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{source} imports relatively"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def used_by(unit: str) -> dict[str, set[str]]:
    """The other parts that the files of ``unit`` import, each with the files."""
    found: dict[str, set[str]] = {}
    for source in SOURCES:
        if unit_of(source) != unit:
            continue
        for name in imports(source):
            package, *rest = name.split(".")
            if package == "quizzes" and rest:
                found.setdefault(rest[0], set()).add(str(source.relative_to(ROOT)))
    return found


def test_every_module_has_its_layer():
    units = {unit_of(source) for source in SOURCES} - {"__init__"}

    assert units == {unit for layer in LAYERS for unit in layer} | OUTSIDE


@pytest.mark.parametrize(
    ("height", "unit"), [(height, unit) for height, layer in enumerate(LAYERS) for unit in layer]
)
def test_imports_run_downward(height, unit):
    below = {each for layer in LAYERS[:height] for each in layer} | {unit}
    if unit in ACTIVITIES:
        below |= set(ACTIVITIES)

    upward = {used: files for used, files in used_by(unit).items() if used not in below}

    assert not upward


def test_activities_do_not_use_each_other_in_a_circle():
    graph = {unit: used_by(unit).keys() & set(ACTIVITIES) - {unit} for unit in ACTIVITIES}

    TopologicalSorter(graph).prepare()  # raises CycleError, which names them


@pytest.mark.parametrize("unit", PURE)
def test_what_is_true_on_paper_knows_no_django(unit):
    packages = {
        name.split(".")[0]
        for source in SOURCES
        if unit_of(source) == unit
        for name in imports(source)
    }

    assert "django" not in packages
    assert used_by(unit).keys() <= PURE[unit] | {unit}


def test_pages_are_served_without_the_generator():
    assert not used_by("views").keys() & {"generation", "drafting"}


def test_no_function_imports():
    hidden = [
        f"{source.relative_to(ROOT)}:{node.lineno}"
        for source in SOURCES
        if unit_of(source) != "migrations"
        for function in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]

    assert not hidden


SERVING = """
import json
import sys

import quizsite.wsgi
from django.apps import apps
from django.contrib import admin
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

call_command("migrate", verbosity=0)

from quizzes import publishing
from quizzes.models import User
from tests import factories

user = User.objects.create_superuser("admin")
quiz = factories.publish(factories.QuestionFactory(), owner=user)
attempt = factories.AttemptFactory(version=quiz.versions.get(), user=user)
article = quiz.questions.get().article
client = Client()
client.force_login(user)
pages = ["/", quiz.get_absolute_url(), f"/attempts/{attempt.public_id}/1/", "/admin/"]
for model in admin.site._registry:
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    pages.append(reverse(f"{name}_changelist"))
    row = model._base_manager.first()
    pages.append(reverse(f"{name}_change", args=[row.pk]))
pages.append(reverse("admin:quizzes_article_import"))
statuses = {page: client.get(page).status_code for page in pages}
print(json.dumps([statuses, sorted(sys.modules)]))
"""


def test_a_process_that_serves_pages_loads_nothing_heavy(tmp_path):
    environment = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "DATABASE_URL": f"sqlite:///{tmp_path}/site.sqlite3",
        "DATELINE_HOSTS": "testserver",
    }

    done = subprocess.run(
        [sys.executable, "-c", SERVING], cwd=ROOT, env=environment, capture_output=True, text=True
    )

    assert done.returncode == 0, done.stderr
    statuses, modules = json.loads(done.stdout)
    assert set(statuses.values()) == {200}, statuses
    loaded = [name for name in modules for heavy in HEAVY if f"{name}.".startswith(f"{heavy}.")]
    assert not loaded
