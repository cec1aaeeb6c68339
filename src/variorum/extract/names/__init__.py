"""In comes a parsed article, out go its proper names, its descriptions of somebody, and whom its pronouns mean.

`capitals` are joined to `capital_runs`, titles and `headlines` left out, `introductions` and `name_kinds` tell what a name names, and `name_marks`
makes the marks; `descriptions` finds "the militant group", `antecedents` whom a pronoun or short form stands for.
"""
