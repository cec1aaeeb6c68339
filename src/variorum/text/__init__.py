"""Language tools with no news in them: folding, layout, quotation marks, parsing, numerals, units."""
