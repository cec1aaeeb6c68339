"""In comes a parse, out go quantities as they are written: value, unit, bound, period, counted noun.

`numbers_with_units` are numerals with what stands at them, less `not_quantities`; `ranges_and_changes` makes one of two; `bounds`, `counted_nouns`
and `ages` complete a `quantity`; `all_quantities` reads the whole text; `ellipsis`, `parts` and `shared_currencies` fill in what the words left out.
"""
