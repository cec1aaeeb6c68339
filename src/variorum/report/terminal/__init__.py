"""Tables for a terminal: the `summary` of a dossier, `figures`, `stories`, `judgements`."""
