"""Using an admin page as a browser would: what its form holds, with some of it changed."""

from datetime import date
from typing import Any

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

MOST_QUERIES = 30


def address(name: str, *args: Any) -> str:
    """The address of an admin page: ``address("quiz_change", quiz.pk)``."""
    return reverse(f"admin:quizzes_{name}", args=args)


def filled(page: HttpResponse, **changes: Any) -> dict[str, Any]:
    """What the page's form would send as it stands, but for ``changes``; ``None`` unticks."""
    forms = [page.context["adminform"].form]
    for inline in page.context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    fields = [field for form in forms for field in form]
    sent = {field.html_name: _sent(field.value()) for field in fields} | {
        field.html_initial_name: _sent(field.initial)
        for field in fields
        if field.field.show_hidden_initial
    }
    return {name: value for name, value in (sent | changes).items() if value is not None}


def errors(page: HttpResponse) -> dict[str, list[str]]:
    """What is said at each field, by the field's name; of a whole group of rows, by its prefix."""
    forms = {"": page.context["adminform"].form}
    found = {}
    for inline in page.context["inline_admin_formsets"]:
        forms |= {f"{form.prefix}-": form for form in inline.formset.forms}
        if inline.formset.non_form_errors():
            found[inline.formset.prefix] = list(inline.formset.non_form_errors())
    return found | {
        f"{prefix}{name}": list(messages)
        for prefix, form in forms.items()
        for name, messages in form.errors.items()
    }


def queries(client: Client, page: str) -> int:
    """How many SQL statements the page takes; more than a page may take fails the test."""
    assert client.get(page).status_code == 200  # fills the caches of content types
    with CaptureQueriesContext(connection) as captured:
        client.get(page)
    assert len(captured) < MOST_QUERIES
    return len(captured)


def _sent(value: Any) -> Any:
    if value is None or value is False:
        return None if value is False else ""
    if value is True:
        return "on"
    return value.isoformat() if isinstance(value, date) else value
