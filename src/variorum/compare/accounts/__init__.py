"""In come readings, out go accounts: articles that are one voice, with the evidence.

`credits` and `digests` read what texts say of their origin, `shared_sentences` which sentences stand in another, `reworded` finds machine
rewording, `relations` decides on each pair (`alterations` and `shared_quotations` beside it), `account_groups` joins; `near_copies` does it for
thousands.
"""
