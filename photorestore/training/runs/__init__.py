"""One frozen dataclass a run."""
