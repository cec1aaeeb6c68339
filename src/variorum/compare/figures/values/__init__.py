"""In comes a figure, out go the values that it states, as sets: `values` and `value_sets`, with `rounding` and `vague_counts`."""
