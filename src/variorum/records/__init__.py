"""What is known, as frozen records: articles, the marks found in them, dossiers, stories, and what people decided.

Records know nothing but each other: no language, no rule, no file.
"""
