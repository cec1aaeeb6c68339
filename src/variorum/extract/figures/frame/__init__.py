"""In comes a figure in its tree, out goes the frame of what it is about, read from the sentence's own construction.

`frames` puts a frame together: `things` finds what is counted or measured, `narrowing` the words that restrict it, `events` what happens to it by
the classes of `event_classes`. `settings` adds where and when it holds, of what it is a part and of what a share is.
"""
