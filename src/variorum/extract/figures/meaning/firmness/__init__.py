"""In comes a figure in its sentence, out goes its status: how firm it is, by the words that govern it.

`figure_status` asks `status_words` for what a governor gives and `status_phrases` for what a phrase does; `status_limits` says how far.
"""
