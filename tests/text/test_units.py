"""Units: currencies by sign, code, name and slang; measures by symbol and word; and what only looks like one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from variorum.text.units import unit_after, unit_before

BEFORE = [
    ("$", "USD"), ("US$", "USD"), ("£", "GBP"), ("€", "EUR"), ("€ ", "EUR"), ("¥", "JPY"), ("₩", "KRW"), ("₹", "INR"), ("Rs ", "INR"),
    ("Rs. ", "INR"), ("A$", "AUD"), ("C$", "CAD"), ("HK$", "HKD"), ("NZ$", "NZD"), ("S$", "SGD"), ("R$", "BRL"), ("USD ", "USD"), ("EUR", "EUR"),
    ("CHF ", "CHF"), ("SEK ", "SEK"), ("RM", "MYR"),
]  # fmt: skip

AFTER = [
    (" percent", "%"), (" per cent", "%"), ("%", "%"), (" %", "%"), (" pct", "%"), (" percentage points", "pp"), (" % points", "pp"), (" basis points", "bp"),
    (" dollars", "USD"), (" U.S. dollars", "USD"), (" US dollars", "USD"), (" Australian dollars", "AUD"), (" Canadian dollars", "CAD"), (" euros", "EUR"),
    (" pounds", "GBP"), (" pounds sterling", "GBP"), (" quid", "GBP"), (" bucks", "USD"), (" won", "KRW"), (" yen", "JPY"), (" yuan", "CNY"), (" rupees", "INR"),
    (" Swiss francs", "CHF"), (" Swedish kronor", "SEK"), (" rand", "ZAR"), (" roubles", "RUB"), (" rubles", "RUB"), ("€", "EUR"), (" €", "EUR"), (" GBP", "GBP"),
    (" km", "km"), ("km", "km"), (" kilometres", "km"), (" kilometers", "km"), ("-kilometre", "km"), (" miles", "mi"), ("-mile", "mi"), (" feet", "ft"),
    (" foot", "ft"), (" inches", "in"), (" metres", "m"), ("m", "m"), (" square miles", "mi²"), (" sq km", "km²"), (" hectares", "ha"), (" acres", "acre"),
    (" kg", "kg"), (" kilos", "kg"), (" tonnes", "t"), (" tons", "t"), (" metric tons", "t"), (" ounces", "oz"), (" litres", "L"), (" gallons", "gal"),
    (" barrels", "barrel"), ("C", "°C"), ("°C", "°C"), (" degrees Celsius", "°C"), (" degrees Fahrenheit", "°F"), (" degrees", "°"), (" mph", "mph"),
    (" miles per hour", "mph"), (" miles an hour", "mph"), (" km/h", "km/h"), (" megawatts", "MW"), (" MW", "MW"), (" kilowatt hours", "kilowatt hour"),
    (" seconds", "second"), (" minutes", "minute"), (" hours", "hour"), ("-hour", "hour"), (" days", "day"), (" weeks", "week"), (" months", "month"), (" years", "year"),
    ("-year", "year"), (" decades", "year"), (" fortnights", "week"),
]  # fmt: skip

NO_UNIT = [" people", " Germans", " kmh-zone", " of the", " gold medals", " Wonders", " minors", " V-shaped", " Feetham roads", "", " ", " yearlings", " TOP", " ALL"]


@pytest.mark.parametrize(("written", "symbol"), BEFORE, ids=[written for written, _ in BEFORE])
def test_currency_before_a_number(written: str, symbol: str) -> None:
    """Signs and codes before a number, with where they begin."""
    text = f"worth {written}5"
    found = unit_before(text, len(text) - 1)
    assert found is not None
    assert (found[1].symbol, found[1].family, text[found[0] :].strip(" 5")) == (symbol, "money", written.strip())


@pytest.mark.parametrize(("written", "symbol"), AFTER, ids=[written for written, _ in AFTER])
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


@pytest.mark.parametrize(("written", "times"), [(" decades", 10), (" centuries", 100), (" fortnights", 2), (" pence", Decimal("0.01")), (" years", 1)])
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
