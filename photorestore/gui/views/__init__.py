"""Widgets: they build themselves, then only show state and pass on what the user wants."""
