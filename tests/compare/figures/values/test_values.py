"""Values: which two figures can both be true, once bounds, rounding, ranges and vague words are allowed for."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.compare.figures.values.value_sets import excludes, meets, value_set
from variorum.compare.figures.values.values import Stated, distinctive, same_value, stated
from variorum.records.article import Span
from variorum.records.marks import Change, Figure


def figure(
    low: str | None, high: str | None = None, *, bound: str = "=", article: str = "a", quote: str = "it", change: Change | None = None
) -> Figure:
    """A figure of one value, of a range, or without a value."""
    least, most = (Decimal(written) if written else None for written in (low, high or low))
    return Figure(article, 0, len(quote), quote, Span(0, 1), least, most, bound=bound, change=change)


def value(low: str | None, high: str | None = None, *, bound: str = "=", article: str = "a", quote: str = "it") -> Stated:
    """The one value that a figure states."""
    (found,) = stated([figure(low, high, bound=bound, article=article, quote=quote)])
    return found


def both(one: str, two: str) -> tuple[Stated, Stated]:
    """Figures of two articles, written as a bound and a value or range: ">= 30", "3 to 5"."""

    def read(written: str, article: str) -> Stated:
        if written.split(maxsplit=1)[0] in {"dozens", "hundreds", "thousands", "scores"}:
            return value(None, article=article, quote=written)
        bound, _, amount = written.rpartition(" ")
        low, _, high = amount.partition("-")
        return value(low, high or None, bound=bound or "=", article=article, quote=written)

    return read(one, "a"), read(two, "b")


MAY_AGREE = [
    ("30", "30"),
    (">= 30", "34"),
    ("> 270", "276"),
    ("> 200", "276"),
    ("> 30", ">= 34"),
    ("<= 60", "57"),
    ("< 200", "197"),
    ("~ 200", "197"),
    ("~ 28500", "28500"),
    ("~ 4900000", "5000000"),
    ("3-5", "3"),
    ("3-5", "5"),
    ("dozens of homes", "47"),
    ("hundreds of homes", "640"),
    ("thousands of homes", "12000"),
    ("dozens of homes", "dozens of homes"),
]

CANNOT = [
    ("30", "34"),
    ("30", "52"),
    (">= 40", "34"),
    ("> 270", "219"),
    ("<= 50", "57"),
    ("< 200", "276"),
    ("~ 200", "260"),
    ("> 200", "2000"),
    ("3.5", "2.6"),
    ("5000000000", "10000000000"),
    ("3-5", "9"),
    ("dozens of homes", "4000"),
    ("hundreds of homes", "12"),
]


@pytest.mark.parametrize(("one", "two"), MAY_AGREE)
def test_both_can_be_true(one: str, two: str) -> None:
    """In either order."""
    a, b = both(one, two)
    assert not excludes(a, b)
    assert not excludes(b, a)


@pytest.mark.parametrize(("one", "two"), CANNOT)
def test_both_cannot_be_true(one: str, two: str) -> None:
    """In either order."""
    a, b = both(one, two)
    assert not meets(a, b)
    assert not meets(b, a)


def test_a_change_states_its_old_value_too() -> None:
    """ "From 2.6 to 3.8 per cent" here and "2.6 per cent" there speak of one state of the thing."""
    change = figure("3.8", change=Change("from_to", Decimal("2.6"), Decimal("3.8"), "up"))
    new, old = stated([change])
    assert ((new.low, new.old), (old.low, old.old, old.status)) == ((Decimal("3.8"), False), (Decimal("2.6"), True, "actual"))
    assert same_value(old, value("2.6", article="b"))
    assert not same_value(new, value("2.6", article="b"))
    assert new.key != old.key


def test_an_old_value_that_the_article_gives_by_itself_is_not_stated_twice() -> None:
    change = figure("3.8", change=Change("from_to", Decimal("2.6"), Decimal("3.8"), "up"))
    assert [found.old for found in stated([change, figure("2.6")])] == [False, False]


def test_vague_counts_are_no_equal_values() -> None:
    """Two articles that say "dozens" allow each other, but name no value."""
    assert not same_value(value(None, quote="dozens"), value(None, quote="dozens", article="b"))


@pytest.mark.parametrize(("less", "more"), [("5", "57"), ("40", "276"), ("100", "28500"), ("5", "5700000000")])
def test_rare_values_are_more_distinctive(less: str, more: str) -> None:
    """The more digits a value has, the less likely it is to coincide by chance."""
    assert distinctive(value(less)) < distinctive(value(more))


amounts = st.decimals(min_value=1, max_value=10**12, places=2, allow_nan=False)
bounds = st.sampled_from(["=", "~", ">", ">=", "<", "<="])


@given(amounts, bounds)
def test_every_value_agrees_with_itself(amount: Decimal, bound: str) -> None:
    """Whatever bound one account puts to it."""
    assert not excludes(value(str(amount), bound=bound), value(str(amount), article="b"))


@given(amounts, bounds, amounts, bounds)
def test_agreement_has_no_direction(one: Decimal, first: str, two: Decimal, second: str) -> None:
    a, b = value(str(one), bound=first), value(str(two), bound=second, article="b")
    assert meets(a, b) == meets(b, a)
    assert same_value(a, b) == same_value(b, a)


@given(amounts)
def test_a_set_holds_its_value(amount: Decimal) -> None:
    found = value_set(value(str(amount)))
    assert found is not None
    assert found.holds(amount)
