"""One function a stage."""
