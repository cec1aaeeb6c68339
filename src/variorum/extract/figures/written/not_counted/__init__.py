"""In comes a parse or its text, out goes whether a number there counts nothing.

`closed_places` are stretches of text, by their letters alone; `bare_numbers` asks of one number without a unit, with `names_with_numbers`,
`pronoun_one` and `results`; `moments` are times that only tell when.
"""
