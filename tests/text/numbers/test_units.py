"""Units: currencies by sign, code, name and slang; measures by symbol and word; and what only looks like one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from variorum.text.numbers.units import unit_after, unit_before

BEFORE = {
    "USD": ["$", "US$", "USD "],
    "GBP": ["£"],
    "EUR": ["€", "€ ", "EUR"],
    "JPY": ["¥"],
    "KRW": ["₩"],
    "INR": ["₹", "Rs ", "Rs. "],
    "AUD": ["A$"],
    "CAD": ["C$"],
    "HKD": ["HK$"],
    "NZD": ["NZ$"],
    "SGD": ["S$"],
    "BRL": ["R$"],
    "CHF": ["CHF "],
    "SEK": ["SEK "],
    "MYR": ["RM"],
}

AFTER = {
    "%": [" percent", " per cent", "%", " %", " pct"],
    "pp": [" percentage points", " % points"],
    "USD": [" dollars", " U.S. dollars", " US dollars", " bucks"],
    "AUD": [" Australian dollars"],
    "CAD": [" Canadian dollars"],
    "EUR": [" euros", "€", " €"],
    "GBP": [" pounds", " pounds sterling", " quid", " GBP"],
    "KRW": [" won"],
    "JPY": [" yen"],
    "CNY": [" yuan"],
    "INR": [" rupees"],
    "CHF": [" Swiss francs"],
    "SEK": [" Swedish kronor"],
    "ZAR": [" rand"],
    "RUB": [" roubles", " rubles"],
    "km": [" km", "km", " kilometres", " kilometers", "-kilometre"],
    "mi": [" miles", "-mile"],
    "ft": [" feet", " foot"],
    "in": [" inches"],
    "m": [" metres", "m"],
    "mi²": [" square miles"],
    "km²": [" sq km"],
    "ha": [" hectares"],
    "acre": [" acres"],
    "kg": [" kg", " kilos"],
    "t": [" tonnes", " tons", " metric tons"],
    "oz": [" ounces"],
    "L": [" litres"],
    "gal": [" gallons"],
    "bbl": [" barrels"],
    "°C": ["C", "°C", " degrees Celsius"],
    "°F": [" degrees Fahrenheit"],
    "°": [" degrees"],
    "mph": [" mph", " miles per hour", " miles an hour"],
    "km/h": [" km/h"],
    "MW": [" megawatts", " MW"],
    "kilowatt hour": [" kilowatt hours"],
    "second": [" seconds"],
    "minute": [" minutes"],
    "hour": [" hours", "-hour"],
    "day": [" days"],
    "week": [" weeks", " fortnights"],
    "month": [" months"],
    "year": [" years", "-year", " decades"],
}

NO_UNIT = [
    " people",
    " Germans",
    " kmq-zone",
    " of the",
    " gold medals",
    " Wonders",
    " minors",
    " V-shaped",
    " Feetham roads",
    "",
    " ",
    " yearlings",
    " TOP",
    " ALL",
]


def pairs(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(written, symbol) for symbol, group in table.items() for written in group]


@pytest.mark.parametrize(("written", "symbol"), pairs(BEFORE), ids=str)
def test_currency_before_a_number(written: str, symbol: str) -> None:
    """Signs and codes before a number, with where they begin."""
    text = f"worth {written}5"
    found = unit_before(text, len(text) - 1)
    assert found is not None
    assert (found[1].symbol, found[1].family, text[found[0] :].strip(" 5")) == (symbol, "money", written.strip())


@pytest.mark.parametrize(("written", "symbol"), pairs(AFTER), ids=str)
def test_unit_after_a_number(written: str, symbol: str) -> None:
    """Words and symbols after a number, with where they end."""
    text = f"5{written} or so"
    found = unit_after(text, 1)
    assert found is not None
    assert (found[1].symbol, text[1 : found[0]]) == (symbol, written)


@pytest.mark.parametrize("words", NO_UNIT)
def test_what_is_no_unit(words: str) -> None:
    """Words that begin like a unit are none, nor codes that are words in capitals."""
    assert unit_after(f"12{words}", 2) is None


@pytest.mark.parametrize(
    ("written", "times"), [(" decades", 10), (" centuries", 100), (" fortnights", 2), (" pence", Decimal("0.01")), (" years", 1)]
)
def test_units_that_stand_for_several(written: str, times: int | Decimal) -> None:
    """A decade is ten years, a penny the hundredth of a pound."""
    found = unit_after(f"5{written}", 1)
    assert found is not None
    assert found[1].times == times


@pytest.mark.parametrize(("written", "ambiguous"), [(" dollars", True), (" Canadian dollars", False), (" pesos", True), (" euros", False)])
def test_names_that_several_currencies_share_are_marked(written: str, ambiguous: bool) -> None:
    """ "Pesos" alone are read as the most usual, and said to be unsure."""
    found = unit_after(f"5{written}", 1)
    assert found is not None
    assert found[1].ambiguous is ambiguous


def test_measures_know_their_unit_for_conversion() -> None:
    """Every measure of length names a unit with which it can be converted."""
    for words in (" km", " miles", " feet", " metres", " hectares", " pounds per square inch"):
        found = unit_after(f"5{words}", 1)
        assert found is None or found[1].family != "measure" or found[1].quantity
