"""What the articles of a story say TOGETHER: accounts, actors, comparisons, timeline."""
