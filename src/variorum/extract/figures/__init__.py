"""In come a parse and its dates and statements, out goes every quantity that the article states.

Three steps: `written` (which numbers are quantities, as written), `meaning` (what each measures, whose, how firm), `checks` (whether they add up);
`figure_marks` makes the marks.
"""
