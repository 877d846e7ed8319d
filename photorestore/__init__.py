"""PhotoRestore: bring old family photographs back, offline, with the original never touched."""

__version__ = "0.1.0"
