"""In come figures of all accounts, out go rows with verdicts.

`quantity_words` and `places` say what a figure is about, `values` what it allows, `pairs` which two are one quantity, `verdicts` how a row compares;
`figure_rows` runs them and `figure_rulings` carries out what people decided.
"""
