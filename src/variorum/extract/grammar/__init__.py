"""The grammar that all rooms share: a parse as lists, the words that attribute, and where their subjects and contents begin and end.

`syntax` makes the lists, `cues` has the words, `attribution` finds subject and speaker of a cue, `complements` what is said.
"""
