"""Language tools with no news in them.

`fold` and `layout` come first, then `quotes`, `parsing` and `numbers`; `clutter` and `language` mark what is no report and no English, `prose`
gives the rest as sentences of plain words; `name_words`, `thesaurus` and `calendar` are what is known of names, synonyms and days.
"""
