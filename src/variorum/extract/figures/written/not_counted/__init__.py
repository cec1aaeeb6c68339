"""In comes a parse or its text, out goes whether a number there counts nothing; `not_quantities` asks, and `all_quantities` for what is read already.

`closed_places` are stretches of text, by their letters alone; `names_with_numbers`, `pronoun_one` and `results` look at one number;
`moments` are times that only tell when.
"""
