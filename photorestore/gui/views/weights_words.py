"""What is said about weights: task, origin, state, and what works without them."""

from __future__ import annotations

from PySide6.QtCore import QObject

from photorestore.host.protocol import WeightsInfo

_OURS = "trained by PhotoRestore ("  # as the list of bundled weights says


class WeightsWords(QObject):
    def task(self, info: WeightsInfo) -> str:
        """In the window's language; a task that nobody wrote words for is said as the engine names it."""
        words = {
            "find damage": self.tr("Find damage"),
            "enlarge four times, refine faces": self.tr("Enlarge, refine faces"),
            "remove noise": self.tr("Remove noise"),
            "remove noise (learned from noisy pictures only)": self.tr("Remove noise (learned from noisy pictures)"),
            "remove noise and blur": self.tr("Remove noise and blur"),
            "encode old photographs": self.tr("Encode old photographs"),
            "decode photographs": self.tr("Decode photographs"),
            "decode photographs with holes": self.tr("Decode photographs with holes"),
            "translate": self.tr("Translate from old to clean"),
            "translate from old to clean": self.tr("Translate from old to clean"),
            "translate and fill holes": self.tr("Translate and fill holes"),
            "translate and fill holes at high resolution": self.tr("Translate and fill large holes"),
            "refine faces": self.tr("Refine faces"),
            "refine large faces": self.tr("Refine large faces"),
        }
        return words.get(info.task, info.task)

    def origin(self, info: WeightsInfo) -> str:
        words = {
            "bundled": self.tr("with the program"),
            "package": self.tr("Python package"),
            "imported": self.tr("imported"),
            "published": self.tr("published"),
        }
        return words.get(info.origin, info.origin)

    def source(self, info: WeightsInfo) -> str:
        """Whose they are; names of papers and addresses stay as they are."""
        if not info.source.startswith(_OURS):
            return info.source
        command = info.source.removeprefix(_OURS).removesuffix(")")
        return self.tr("trained by PhotoRestore ({command})").format(command=command)

    def state(self, info: WeightsInfo) -> str:
        words = {
            "verified": self.tr("verified"),
            "present": self.tr("not verified yet"),
            "damaged": self.tr("damaged"),
            "missing": self.tr("missing"),
            "absent": self.tr("not imported"),
        }
        return words[info.state]

    def without(self, info: WeightsInfo) -> str:
        """What works without these weights."""
        if info.name == "detector":
            return self.tr(
                "Without them damage is not found by itself. Levels, denoising, enlarging and faces work, and so does "
                "filling what a mask of yours marks."
            )
        if info.name.startswith("realesrgan"):
            return self.tr("Without them nothing can be enlarged or made sharper, faces included. All else works.")
        if info.name.startswith("published-face"):
            return self.tr("Optional. Without them faces are refined by Real-ESRGAN, which comes with the program.")
        if info.name.startswith("published-detector"):
            return self.tr("Optional. Without them the program's own detector finds damage.")
        if info.name.startswith("published"):
            return self.tr(
                "Optional. Only the step “translate” with the published networks needs them, all of the same kind "
                "together. All else works without."
            )
        return self.tr("All steps that do not use them work without.")
