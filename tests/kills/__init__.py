"""A program killed at random moments while it imports and restores: `make kills` does so 200 times."""
