"""In comes a parse, out go quantities as they are written: value, unit, bound, period, counted noun.

`pieces` are numerals with units, less `not_quantities`; `joins` makes two one range or change; `bounds`, `counted_nouns` and `ages` complete a
`quantity`; `sequence` reads the whole text, and `ellipsis` and `shared_currencies` fill in what the words left out.
"""
