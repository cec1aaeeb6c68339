"""In comes a parse, out go quantities as they are written: value, unit, bound, period, counted noun.

`numbers_with_units` are numerals with what stands at them (`letters` too), less what is `not_counted`, `told_in_words` are those without a numeral;
what stands `around` one completes a `quantity`, `together` they are ranges, changes and lists; `all_quantities` reads the whole text, and
`ambiguous_forms` decides what can be read in two ways.
"""
