"""`ImportReportDialog`: which files did not come in, and why; it can stay open while one goes on working."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from photorestore.gui.engine_sentences import in_window_language
from photorestore.library.importing import ImportReport, Refused

_SIZE = QSize(760, 460)


class ImportWords(QObject):
    def summary(self, report: ImportReport) -> str:
        parts = [
            self._one_or_many(len(report.added), self.tr("1 photograph is new"), self.tr("{n} photographs are new"))
        ]
        for ids, one, many in (
            (report.found_again, self.tr("1 missing was found again"), self.tr("{n} missing were found again")),
            (report.changed, self.tr("1 had changed on the disk"), self.tr("{n} had changed on the disk")),
            (report.duplicates, self.tr("1 was here already"), self.tr("{n} were here already")),
            (report.broken, self.tr("1 could not be read"), self.tr("{n} could not be read")),
        ):  # fmt: skip
            if ids:
                parts.append(self._one_or_many(len(ids), one, many))
        words = "; ".join(parts) + "."
        return self.tr("The import was stopped: {what}").format(what=words) if report.was_cancelled else words

    def _one_or_many(self, number: int, one: str, many: str) -> str:
        return one if number == 1 else many.format(n=number)


class ImportReportDialog(QDialog):
    def __init__(self, report: ImportReport, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What was imported"))
        self.setModal(False)
        self.resize(_SIZE.boundedTo(parent.size()))
        self.summary = QLabel(ImportWords().summary(report), wordWrap=True)
        self.files = QTreeWidget(columnCount=2)
        self.files.setWordWrap(True)
        self.files.setAccessibleName(self.tr("Files that did not come in"))
        self.files.setHeaderLabels([self.tr("File"), self.tr("Reason")])
        self.files.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.files.setColumnWidth(0, 230)
        self._add(self.tr("Could not be read"), report.broken)
        self._add(self.tr("Here already"), report.duplicates)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(self.tr("Copy list"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(_as_text(report)))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        for widget in (self.summary, self.files, buttons):
            column.addWidget(widget)

    def _add(self, title: str, refused: Sequence[Refused]) -> None:
        if not refused:
            return
        group = QTreeWidgetItem(self.files, [f"{title} ({len(refused)})"])
        group.setFirstColumnSpanned(True)
        group.setExpanded(True)
        for one in refused:
            reason = in_window_language(one.reason)
            item = QTreeWidgetItem(group, [one.path.name, reason])
            item.setToolTip(0, str(one.path))
            item.setToolTip(1, reason)


def _as_text(report: ImportReport) -> str:
    return "\n".join(f"{one.path}\t{in_window_language(one.reason)}" for one in (*report.broken, *report.duplicates))
