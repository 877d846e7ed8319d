"""`CardView`: a model card as rendered Markdown. Pictures come from the card's own folder, nothing from elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QTextBrowser


class CardView(QTextBrowser):
    def __init__(self) -> None:
        super().__init__()
        self._folder: Path | None = None
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setAccessibleName(self.tr("Model card"))
        self.setPlaceholderText(self.tr("There is no model card."))
        self.setProperty("kind", "card")
        self.document().setDocumentMargin(16)

    def show_card(self, path: str) -> None:
        """The card in this file; "" or a file that can't be read shows none."""
        try:
            text = Path(path).read_text("utf-8") if path else ""
        except (OSError, UnicodeDecodeError):
            text = ""
        self._folder = Path(path).parent if path else None
        self.setMarkdown(text)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Pictures that lie beside the card, as wide as the view at most; everything else is refused."""
        picture = self._picture(QUrl(name).toString())
        if kind != QTextDocument.ResourceType.ImageResource.value or picture is None:
            return None
        image = QImage(str(picture))
        widest = max(200, self.viewport().width() - 48)
        return image.scaledToWidth(widest) if image.width() > widest else image

    def _picture(self, name: str) -> Path | None:
        if self._folder is None or ":" in name:
            return None
        path = (self._folder / name).resolve()
        return path if path.parent == self._folder.resolve() and path.is_file() else None
