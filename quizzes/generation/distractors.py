"""Wrong options: from the article first, then made by rule, never one that gives the key away.

All choices are seeded by the question itself, so the same article gives the same options.
"""

import hashlib
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TypeVar

from quizzes.text.number_form import NumberForm

T = TypeVar("T")

WANTED, ENOUGH = 3, 2
# How far a made number may be from the key: plausible, and too far to be a rounding of it.
FACTORS = tuple(Decimal(f"{n}") / 100 for n in (40, 50, 60, 70, 80, 125, 140, 150, 175, 200, 250))
STEPS = tuple(Decimal(n) for n in (-4, -3, -2, -1, 1, 2, 3, 4))
SMALL = 20


def seeded(seed: str, modulus: int) -> int:
    """A number below ``modulus`` that depends on the seed alone."""
    return int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8], "big") % modulus


def shuffled(items: Iterable[T], seed: str) -> list[T]:
    """The items in an order that depends on the seed and their text alone."""
    return sorted(items, key=lambda item: hashlib.sha256(f"{seed}|{item}".encode()).digest())


def ranked(
    key: Decimal, preferred: Iterable[Decimal], made: Iterable[Decimal], seed: str
) -> list[Decimal]:
    """Wrong values in ascending order, with the key, so that its rank varies with the seed.

    At least one preferred value is among them, if there is any. Empty when too few are at hand.
    """
    wanted = [value for value in dict.fromkeys(preferred) if value != key]
    pool = [value for value in dict.fromkeys([*wanted, *made]) if value != key]
    lower, higher = [v for v in pool if v < key], [v for v in pool if v > key]
    least = int(bool(wanted) and max(wanted) < key)
    most = WANTED - int(bool(wanted) and min(wanted) > key)
    below = least + seeded(f"{seed}|{key}", most - least + 1)
    below = max(min(below, len(lower)), WANTED - len(higher))
    chosen = lower[:below] + higher[: WANTED - below]
    return sorted([key, *chosen]) if len(chosen) >= ENOUGH else []


def made_numbers(
    value: Decimal, form: NumberForm, *, most: Decimal | None, seed: str
) -> list[Decimal]:
    """Values near a number that look alike: as many digits that count, as many decimals."""
    mantissa = value / form.scale
    if mantissa < SMALL and mantissa == int(mantissa) and not form.decimals:
        size = 5 if mantissa >= 10 and mantissa % 5 == 0 else 1
        near = [mantissa + step * size for step in STEPS if mantissa + step * size >= 2]
    else:
        step = _grain(mantissa, form.decimals)
        near = [(mantissa * factor / step).to_integral_value() * step for factor in FACTORS]
    able = [n for n in near if n > 0 and n != mantissa and _ends_alike(n, mantissa, form.decimals)]
    values = [number * form.scale for number in able]
    return shuffled([v for v in dict.fromkeys(values) if most is None or v <= most], seed)


def _ends_alike(number: Decimal, key: Decimal, decimals: int) -> bool:
    """Do both end in a zero, or neither, when written with so many decimals?"""
    return not decimals or (not number.scaleb(decimals) % 10) == (not key.scaleb(decimals) % 10)


def _grain(number: Decimal, decimals: int) -> Decimal:
    """How round a number is: 25 counts in fives, 1,500 in five hundreds, 82.2 in tenths."""
    shape = number.normalize().as_tuple()
    exponent = int(shape.exponent)
    unit = Decimal(1).scaleb(exponent)
    if shape.digits[-1] == 5:
        return 5 * unit
    coarse = len(shape.digits) == 1 and shape.digits[0] <= 2 and exponent - 1 >= -decimals
    return unit / 2 if coarse else unit


def years(key: int, others: Sequence[int], span: tuple[int, int], seed: str) -> list[int]:
    """Four years in order, among them the key; those of the article first, all within a span."""
    first, limit = span
    near = [year for year in others if abs(year - key) <= 40 and first <= year <= limit]
    gaps = (1, 2, 3, 4, 5, 6) if limit - key <= 15 else (2, 3, 4, 5, 6, 8, 10, 12)
    made = [key + sign * gap for gap in gaps for sign in (1, -1)]
    able = [y for y in shuffled(made, seed) if first <= y <= limit and y not in others]
    found = ranked(Decimal(key), [Decimal(y) for y in near], [Decimal(y) for y in able], seed)
    return [int(year) for year in found]
