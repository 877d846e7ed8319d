"""Makes weights; never imported by the window or the engine."""
