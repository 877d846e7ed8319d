"""Finished photographs leave the program: files by preset, pairs, contact sheets, galleries. No Qt, no networks."""
