"""In comes a parse, out go quantities as they are written: value, unit, bound, period, counted noun.

`numbers_with_units` are numerals with what stands at them, less what is `not_counted`, `told_in_words` are those without a numeral;
`ranges_and_changes` makes one of two; `bounds`, `counted_nouns` and `ages` complete a `quantity`; `all_quantities` reads the whole text, and
`ellipsis`, `parts` and `ambiguous_forms` fill in what the words left out.
"""
