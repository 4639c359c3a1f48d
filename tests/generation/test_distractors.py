from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from quizzes.generation.distractors import made_numbers, ranked, shuffled, years
from quizzes.text.number_form import NumberForm


def decimals(*numbers: float) -> list[Decimal]:
    return [Decimal(str(number)) for number in numbers]


def test_wrong_values_stand_in_order_around_the_key():
    found = ranked(Decimal(10), [], decimals(4, 6, 8, 12, 15, 20), "seed")

    assert found == sorted(found)
    assert len(set(found)) == 4
    assert Decimal(10) in found


def test_the_rank_of_the_key_varies_with_the_seed():
    made = decimals(4, 6, 8, 12, 15, 20)

    ranks = {ranked(Decimal(10), [], made, f"seed {n}").index(Decimal(10)) for n in range(40)}

    assert ranks == {0, 1, 2, 3}


def test_a_value_of_the_article_is_always_offered():
    for n in range(20):
        assert Decimal(15) in ranked(Decimal(10), decimals(15), decimals(4, 6, 12), f"{n}")


def test_too_few_values_give_none():
    assert ranked(Decimal(10), [], decimals(12), "seed") == []


def test_years_keep_to_the_limit():
    for n in range(20):
        assert max(years(2018, [], (0, 2019), f"{n}")) <= 2019
        assert min(years(2022, [2016], (2019, 2026), f"{n}")) >= 2019


def test_the_seed_alone_decides_the_order():
    assert shuffled("abcdef", "x") == shuffled("fedcba", "x")
    assert shuffled("abcdef", "x") != shuffled("abcdef", "y")


@given(
    mantissa=st.decimals(min_value=1, max_value=10**9, places=1),
    places=st.integers(min_value=0, max_value=1),
    scale=st.sampled_from([1, 10**5, 10**9]),
)
def test_made_numbers_are_positive_different_and_fit_the_form(mantissa, places, scale):
    form = NumberForm(scale=Decimal(scale), decimals=places)
    value = round(mantissa, places) * scale

    made = made_numbers(value, form, most=None, seed="seed")

    assert len(made) == len(set(made))
    assert all(number > 0 and number != value for number in made)
    assert len({form.write(number) for number in made} - {form.write(value)}) == len(made)
