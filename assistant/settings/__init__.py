"""What can be set from outside, and where the shipped data lies."""

from assistant.settings.reading import Settings, read_settings
from assistant.settings.shipped import shipped

__all__ = ["Settings", "read_settings", "shipped"]
