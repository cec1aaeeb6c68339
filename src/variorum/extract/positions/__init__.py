"""In come names and statements, out goes who wants, offers or refuses what.

`authors` finds the voice of an opinion piece, `issue_phrases` the matter, and `position_marks` makes the marks.
"""
