"""Figures as the page shows them, as data.

In: a dossier and its columns. `entries` makes each figure ready to show; `rows` sets them side by side and `alone` lists the rest, with `slots`
(what was compared), `series` and `time_chart` (how a quantity moved), `chart` (how far values lie apart) and `near` (what may be the same).
"""
