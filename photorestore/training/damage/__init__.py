"""Synthetic damage and wear: numpy and OpenCV, seeded, one module a family."""
