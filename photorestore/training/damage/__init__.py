"""Synthetic damage and wear, seeded: numpy and OpenCV, one module a family, so that a batch can be shown to a person.

`marks` is what a family hands over; `compose` lays marks over a worn photograph and labels what is visible of them.
"""
