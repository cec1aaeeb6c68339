"""Numbers and units as a text writes them, and how units convert.

`numerals` finds every number with its exact value, `units` what stands before or after it, `conversions` which units measure the same.
"""
