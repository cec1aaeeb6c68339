"""In come syntax and names, out goes what the article attributes to a source.

`quotation_places` says where quotations stand, `quoted` and `uncued` whose they are; `indirect`, with `framing` and `noun_cues`, finds speech without
marks; `posts` and `turns` find posts and transcripts; `statement_marks` puts them together.
"""
