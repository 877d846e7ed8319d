"""The user's photographs and what was done to them, in one SQLite file. No Qt, no networks, no engine."""
