"""(Photo, Recipe) -> Photo. torch lives here and in training/."""
