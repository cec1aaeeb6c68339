"""In come figures of all accounts, out go rows with verdicts.

`quantity_words` and `figure_places` say what a figure is about, `values` which values it states, `value_sets` what these allow (by `rounding`
and `vague_counts`), `pairs` which two are one quantity, `verdicts` how a row compares; `figure_rows` runs them and `judged_figures` carries
out what people decided.
"""
