"""In comes a stream of articles, out come stories: which articles are on one event, and why.

`profile` and `vectors` say what an article is about, `likeness`, `linkage` and `refinement` make the groups of a `partition`, `naming` keeps a
story's id while it grows, `reasons` says why; `shelf` and `sketch` keep what was seen, and `stream` runs it all.
"""

from variorum.stories.stream import StoryStream, group_stories

__all__ = ["StoryStream", "group_stories"]
