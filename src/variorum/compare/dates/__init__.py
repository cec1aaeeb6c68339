"""In come the dates of all articles with what happens on them, out go rows of dates that several accounts give for one event.

`events` turns what happens into keys, `one_event` says when two dates are of one event, `date_verdicts` gives verdict and reason, `date_titles` the
title, and `date_rows` makes the rows.
"""
