"""In comes a parsed article, out go its dates with the days that they mean.

`expressions` finds what is written, `lookalikes` takes out what is no date, `absolute` and `relative` give the value (`meaning`), `context` what
the sentence adds, and `date_marks` makes the marks.
"""
