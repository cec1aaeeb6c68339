"""In comes a quantity in its tree, out goes what it measures and how it is meant.

`measures` finds the phrase (`measure_phrases` cuts it, `list_items` knows lists), `possessors` whose it is, both by the `subjects` of verbs;
`changes` tells whether it is a rise or fall, the room `firmness` how firm it is, `told_measures` what verbs and adjectives measure.
"""
