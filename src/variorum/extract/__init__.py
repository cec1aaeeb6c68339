"""What ONE article says.

`grammar` reads the tree that all rooms share; then, each knowing only those before it: `names`, `dates`, `statements`, `figures`, `positions`.
"""
