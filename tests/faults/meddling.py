"""An engine without networks that gives each photograph back, and something that happens while it works."""

from photorestore.cli.restore import Wishes
from photorestore.core.recipe import Recipe
from photorestore.host.results import Diagnosed, Restored


class Meddling:
    """An engine that gives the photograph back; `meddle` happens while it works."""

    def __init__(self, meddle):
        self.meddle = meddle

    def diagnose(self, photo, progress):
        return Diagnosed(Recipe(), ())

    def restore(self, photo, recipe, progress):
        self.meddle()
        return Restored(photo, recipe, 0.0, 0.1)


WISHES = Wishes(Recipe(), True, None, None, False, None, 92)
