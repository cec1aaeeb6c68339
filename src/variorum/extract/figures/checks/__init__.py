"""In come the figures of one article, out goes the arithmetic that the text invites and whether it works out.

`arithmetic` runs `sums`, `shares` and `growth` over `neighbours`, and `margins` says what rounding allows.
"""
