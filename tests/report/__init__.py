"""Tests of the report: page, Markdown and terminal summary."""
