"""A synonym machine of our own, and the invented reports that it rewords."""
