"""In come names and descriptions of all articles, out go the story's actors.

`judged_names` are what people decided; `name_variants` says which forms can be one name, `reworded_names` what a synonym machine did, `name_groups`
joins, `governments` links capitals; `described_actors` and `speakers` add what is no name; `actor_groups` runs them and `holder_names` names
holders of figures.
"""
