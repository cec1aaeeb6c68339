"""Whole stories: what is planted in them, their golden dossier and quality floors."""
