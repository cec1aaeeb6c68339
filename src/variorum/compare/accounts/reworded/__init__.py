"""In come two texts, or one, out goes whether a machine exchanged its words for synonyms.

`alignment` pairs the sentences, `rewording` judges two texts; `fixed_phrases` and `spun_signs` judge one alone.
"""
