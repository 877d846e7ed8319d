"""Damaged and hostile input for everything that reads: `make fuzz` runs 10,000, the tests a few of each kind."""
