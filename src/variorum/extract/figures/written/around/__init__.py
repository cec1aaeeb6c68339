"""What the words round a number add to it: a bound, a period or rate, an age, the noun that it counts."""
