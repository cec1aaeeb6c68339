"""In comes a dossier, out goes everything that a page shows, as data in its order.

`citations` (with `context`), `parties` and `segments` are the parts; `rows` (with `chart`), `stands`, `sayings`, `printings`, `voices`, `days` and
`sources` the sections; `whole` puts them in order.
"""
