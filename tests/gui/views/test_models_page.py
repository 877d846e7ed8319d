from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage, QTextDocument
from PySide6.QtWidgets import QMessageBox

from photorestore.core.errors import UserError
from photorestore.gui.views.card_view import CardView


@pytest.fixture
def page(program, qtbot):
    program.window.show_page("models")
    qtbot.waitUntil(lambda: bool(program.weights.weights) and not program.weights.is_busy)
    return program.window.page


def cell(page, row, column):
    return page.table.item(row, column).text()


def drop(window, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    no_button, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, no_button, no_key))


def test_the_networks_are_listed_and_verified_by_themselves(page):
    assert [cell(page, 0, column) for column in range(6)] == [
        "detector", "Find damage", "8.4 MB", "MIT", "with the program", "verified",
    ]  # fmt: skip


def test_dropped_weights_are_imported_and_reported(program, page, qtbot, tmp_path):
    drop(program.window, tmp_path / "face.pth")
    qtbot.waitUntil(lambda: page.table.rowCount() == 3)

    assert cell(page, 2, 0) == "face"
    assert page._reports.text() == "face.pth: Imported."
    assert program.session.photos == []


def test_a_refusal_is_told_in_a_sentence(program, page, client, qtbot, tmp_path):
    client.error = UserError("No weights were imported. face.pth: It is damaged.")
    program.weights.take_in([tmp_path / "face.pth"])
    qtbot.waitUntil(lambda: "It is damaged" in program.window.messages.words)

    assert page.table.rowCount() == 2
    assert page.import_button.isEnabled()


def test_an_import_shows_its_progress_and_can_be_cancelled(program, page, client, qtbot, tmp_path):
    client.holds.set()
    program.weights.take_in([tmp_path / "face.pth"])
    qtbot.waitUntil(lambda: program.weights.share == 0.5)
    assert page._bar.value() == 500
    assert not page.import_button.isEnabled()
    page.cancel_button.click()
    qtbot.waitUntil(lambda: not program.weights.is_busy)

    assert page.table.rowCount() == 2


def test_only_imported_weights_can_be_removed(program, page, qtbot, monkeypatch):
    page.table.selectRow(0)
    assert not program.window.actions_["remove_weights"].isEnabled()
    page.table.selectRow(1)
    assert program.window.actions_["remove_weights"].isEnabled()
    monkeypatch.setattr(QMessageBox, "exec", lambda box: None)
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda box: box.buttons()[0])
    page.remove_button.click()
    qtbot.waitUntil(lambda: page.table.rowCount() == 1)


def test_what_is_wrong_and_what_works_without_is_said(program, page, client, qtbot):
    broken = replace(client.weights[0], state="damaged", trouble="The file is not the one that was checked.")
    client.weights = (broken,)
    client.verify_weights = lambda progress: client.weights
    program.weights.verify()
    qtbot.waitUntil(lambda: cell(page, 0, 5) == "damaged")

    assert "not the one that was checked" in page._without.text()
    assert "Without them damage is not found by itself" in page._without.text()


def test_a_card_shows_pictures_beside_it_and_no_others(qtbot, tmp_path):
    (tmp_path / "weights").mkdir()
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(0)
    for path in (tmp_path / "weights" / "curve.png", tmp_path / "private.png"):
        image.save(str(path))
    (tmp_path / "weights" / "card.md").write_text("# Card\n\n![curve](curve.png)\n")
    view = CardView()
    qtbot.addWidget(view)
    view.show_card(str(tmp_path / "weights" / "card.md"))
    kind = QTextDocument.ResourceType.ImageResource.value

    assert view.toPlainText().startswith("Card")
    assert view.loadResource(kind, QUrl("curve.png")).width() == 4
    for name in ("../private.png", f"file://{tmp_path}/private.png", "https://example.org/x.png", "missing.png"):
        assert view.loadResource(kind, QUrl(name)) is None
