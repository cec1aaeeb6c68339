"""In comes a quantity in its tree, out goes what it measures and how it is meant.

`measures` finds the phrase (`measure_phrases` cuts it), `possessors` whose it is, `changes` whether it is a rise or fall, `status` how firm it is.
"""
