"""In come figures of all accounts, out go rows with verdicts, and figures that may be one quantity.

`values` are what figures allow, `frames` what they are about, `pairing` which are one value, `verdicts` how different values of one quantity go
together; `figure_rows` runs them, `near` finds what is not sure, and `judged_figures` carries out what people decided.
"""
