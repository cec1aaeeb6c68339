"""In comes a text, out goes its tree: sentences with parts of speech and dependencies, on the text's own offsets.

`parse` is the door, `singulars` knows nouns; `attribute_rules` and `matrix_products` make spaCy faster and let the same text give the same tree.
"""
