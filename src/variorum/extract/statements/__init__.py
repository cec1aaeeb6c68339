"""In come syntax and names, out goes what the article attributes to a source.

`quotation_places` says where quotations stand, `quoted_speech` and `uncued_quotations` whose they are; `indirect_speech`, with `framing` and
`noun_cues`, finds speech without marks; `posts` and `transcripts` find what is shown without either; `statement_marks` puts them together.
"""
