"""What the articles of a story say TOGETHER.

Each room knows only those before it: `accounts`, `actors`, `figures`, `quotations`; then `timeline`.
"""
