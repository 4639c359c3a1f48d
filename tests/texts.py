"""A news text of our own, as messy as what teachers paste."""

STORY = """ date 2024-05-14 Harbour Minister Salma Idris on Tuesday announced that the
ferry line between Port Ansel and the island of Keld has reopened.\u00a0In a
post on social media, Idris said that the first crossing carried 212
passen\u00adgers.

“We thank the crews and the engineers who worked through the winter for
this island,” Harbour Minister Salma Idris said.

The line is open again. From today, boats leave at six. — Salma Idris سلمى
إدريس (@SalmaIdris) May 14, 2024

The line had been closed since a storm destroyed the pier in 2021.
Engineer Tomas Berg said the repair cost 34 million crowns, according to
the harbour office.

Why was the pier destroyed?

The old pier was built of wood in 1932. Mayor Ingrid Holm had warned of
the danger in 2018, when an inspection found 45 broken piles.

(Image: Port Ansel Harbour Office)"""
