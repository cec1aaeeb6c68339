"""In comes a dossier, out goes everything that a page shows, as data in its order.

`citations` (with `context`), `parties` and `marked_text` are the parts; `rows` (with `chart`), `positions`, `statements`, `shared_quotations`,
`speakers`, `days` and `sources` the sections; `sections` puts them in order.
"""
