"""In come statements, out goes each quotation that several accounts print, with every wording.

`quoted_words` normalises, `wordings` says what differs, `quotation_rows` groups.
"""
