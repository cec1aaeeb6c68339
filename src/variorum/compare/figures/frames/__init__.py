"""In come the frames of figures, out go their slots side by side: the same, different or open.

`figure_keys` makes a frame comparable (`mentions` finds its actors, `things` its noun, `limits` what else limits it), `slots` sets two side by
side, `order_in_time` tells which is the later.
"""
