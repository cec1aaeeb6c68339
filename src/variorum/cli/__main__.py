"""`python -m variorum.cli` is the command `variorum`."""

from variorum.cli import main

main()
