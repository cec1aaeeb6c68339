"""Stories from a stream of articles: which articles are on one event."""

from variorum.stories.stream import StoryStream, group_stories

__all__ = ["StoryStream", "group_stories"]
