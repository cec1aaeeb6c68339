"""The frame of a figure: what it is about, slot by slot, each in the text's words; `records.frame` tells the slots."""
