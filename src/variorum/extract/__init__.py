"""What ONE article says: names, statements, positions, dates and figures."""
