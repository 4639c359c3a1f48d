"""What a page says, whatever its markup."""

import html

from django.http import HttpResponse
from django.utils.html import strip_tags


def words(response: HttpResponse, *, part: str = "") -> str:
    """The text of the page, spaces made one; of the element whose id is ``part``, to the end."""
    markup = response.content.decode()
    if part:
        markup = markup[markup.index(f'id="{part}"') :].partition(">")[2]
    return " ".join(html.unescape(strip_tags(markup.partition("<body")[2] or markup)).split())
