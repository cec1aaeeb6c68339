"""Tests of Variorum; the folders mirror src/variorum."""
