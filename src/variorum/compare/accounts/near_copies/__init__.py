"""In come thousands of texts, out go those that are copies of one another.

`fingerprints` hash word runs, the `inverted_index` says which texts hold one, `copy_index` checks candidates, `copy_groups` joins pairs.
"""
