"""`AlbumForm`: title, pages and pictures of contact sheets, PDF albums and galleries."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from photorestore.gui.state.export_choices import ExportChoices
from photorestore.gui.state.export_order import Product
from photorestore.gui.views.form_rows import FormRows, show_choice, show_number, show_switch

PAPERS = ("A4", "Letter")
PER_PAGE = (1, 2, 4, 6)


class AlbumForm(FormRows):
    def __init__(self, choices: ExportChoices) -> None:
        super().__init__()
        self._choices = choices
        change = choices.change_album
        self.title = QLineEdit()
        self.title.textEdited.connect(lambda text: change(title=text))
        self.add(self.tr("&Title"), self.title)
        self.subtitle = QLineEdit()
        self.subtitle.textEdited.connect(lambda text: change(subtitle=text))
        self.add(self.tr("S&ubtitle"), self.subtitle)
        self.columns = self.add_number(self.tr("&Across"), 1, 10, lambda value: change(columns=value))
        self.lines = self.add_number(self.tr("Do&wn"), 1, 12, lambda value: change(rows=value))
        papers = [(paper, paper) for paper in PAPERS]
        self.paper = self.add_choice(self.tr("&Paper"), papers, lambda paper: change(paper=paper))
        per_page = [(count, str(count)) for count in PER_PAGE]
        self.per_page = self.add_choice(self.tr("&On a page"), per_page, lambda count: change(per_page=count))
        self.title_page = self.add_switch(self.tr("Title pag&e"), lambda on: change(title_page=on))
        self.page_numbers = self.add_switch(self.tr("Page &numbers"), lambda on: change(page_numbers=on))
        self.with_before = self.add_switch(self.tr("Show &before and after"), lambda on: change(with_before=on))
        self.lossless = self.add_switch(self.tr("Without &loss (large files)"), lambda on: change(lossless=on))
        choices.changed.connect(self.show_choices)
        self.show_choices()

    def show_usual_title(self, title: str) -> None:
        """What it is called if nothing is typed."""
        self.title.setPlaceholderText(title)

    def show_choices(self) -> None:
        album, product = self._choices.album, self._choices.product
        for line, text in ((self.title, album.title), (self.subtitle, album.subtitle)):
            if line.text() != text:
                line.setText(text)
        show_number(self.columns, album.columns)
        show_number(self.lines, album.rows)
        show_choice(self.paper, album.paper)
        show_choice(self.per_page, album.per_page)
        for box, on in (
            (self.title_page, album.title_page),
            (self.page_numbers, album.page_numbers),
            (self.with_before, album.with_before),
            (self.lossless, album.lossless),
        ):
            show_switch(box, on)
        for row, wanted in self._rows():
            self.rows.setRowVisible(row, product in wanted)

    def _rows(self) -> tuple[tuple[QWidget, tuple[Product, ...]], ...]:
        pdf = (Product.PDF,)
        return (
            (self.subtitle, (Product.PDF, Product.GALLERY)),
            (self.columns, (Product.SHEET,)),
            (self.lines, (Product.SHEET,)),
            (self.paper, pdf),
            (self.per_page, pdf),
            (self.title_page, pdf),
            (self.page_numbers, pdf),
            (self.with_before, (Product.PDF, Product.GALLERY)),
            (self.lossless, pdf),
        )
