"""Questions and events drawn from an article by rule: pure, offline, deterministic.

``rules.propose`` reads an article and proposes, ``selection.select`` picks, ``candidate.as_json``
writes. Nothing here knows the database.
"""
