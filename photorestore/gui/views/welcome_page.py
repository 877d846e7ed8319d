"""`WelcomePage`: the first steps, three at most, each of which can be skipped; Help shows them again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from photorestore.core.errors import UserError
from photorestore.gui.engine_sentences import in_window_language
from photorestore.gui.icons import drawing
from photorestore.gui.samples import bundled_samples, own_samples
from photorestore.gui.settings import LANGUAGE, THEME, WELCOMED, Settings
from photorestore.gui.state.engine_state import EngineState
from photorestore.gui.state.session import Session
from photorestore.gui.views.fonts import scaled
from photorestore.gui.views.page import Page
from photorestore.gui.views.settings_form import SettingsForm

_SIGN_PX = 64
_SAMPLE_PX = 132
_CARD_PX = 720


class WelcomePage(Page):
    finished = Signal()
    samples_opened = Signal()

    def __init__(self, settings: Settings, engine: EngineState, session: Session) -> None:
        super().__init__()
        self._settings = settings
        self._engine = engine
        self._session = session
        self._signs: list[tuple[QLabel, str]] = []
        self._steps = QStackedWidget()
        for step in (self._language_step(), self._promise_step(), self._test_step()):
            self._steps.addWidget(step)
        self._build()
        engine.changed.connect(self._show_test)
        self._show_step()
        self._show_test()

    def begin(self) -> None:
        self._steps.setCurrentIndex(0)
        self._show_step()

    def panes(self) -> Sequence[QWidget]:
        return (self._steps, self._buttons)

    def recolour(self) -> None:
        colour = self.palette().accent().color()
        for label, name in self._signs:
            label.setPixmap(drawing(name, colour, _SIGN_PX, self.devicePixelRatioF()))

    # --- building -------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.skip_button = QPushButton(self.tr("Skip"))
        self.back_button = QPushButton(self.tr("Back"))
        self.next_button = QPushButton()
        self.next_button.setProperty("kind", "primary")
        self._where = QLabel()
        self._where.setProperty("kind", "muted")
        self.skip_button.clicked.connect(self._finish)
        self.back_button.clicked.connect(self._go_back)
        self.next_button.clicked.connect(self._go_on)
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.skip_button)
        row.addWidget(self._where)
        row.addStretch()
        row.addWidget(self.back_button)
        row.addWidget(self.next_button)
        card = QFrame()
        card.setProperty("kind", "welcome")
        card.setFixedWidth(_CARD_PX)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(48, 36, 48, 28)
        inside.setSpacing(24)
        inside.addWidget(self._steps)
        inside.addWidget(self._buttons)
        column = QVBoxLayout(self)
        column.addWidget(card, alignment=Qt.AlignmentFlag.AlignCenter)
        self.set_entrance(self.next_button)

    def _language_step(self) -> QWidget:
        self.form = SettingsForm(self._settings, (LANGUAGE, THEME))
        words = self.tr("PhotoRestore mends old family photographs: scratches, cracks, grain and fading.")
        return self._step("photographs", self.tr("Welcome"), (words,), self.form)

    def _promise_step(self) -> QWidget:
        sentences = (
            self.tr("Open photographs or drop a folder on the window. Each is looked at, and you are told in words "
                    "what was found."),
            self.tr("Press Restore. A line across the picture compares before and after."),
            self.tr("Your originals are never changed. They are only read; every result becomes a new file."),
            self.tr("Everything happens on this computer. Nothing is sent anywhere, and no account is needed."),
        )  # fmt: skip
        return self._step("verified", self.tr("How it works"), sentences)

    def _test_step(self) -> QWidget:
        self._result = QLabel(wordWrap=True)
        self._result.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar(maximum=0, textVisible=False)
        self._bar.setAccessibleName(self.tr("The test is running"))
        self.test_button = QPushButton(self.tr("Test again"))
        self.test_button.clicked.connect(self._engine.run_test)
        self.samples_button = QPushButton(self.tr("Open three damaged samples"))
        self.samples_button.clicked.connect(self._open_samples)
        row = QHBoxLayout()
        row.setSpacing(10)
        for sample in bundled_samples():
            row.addWidget(_preview(str(sample)))
        row.addStretch()
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._result)
        column.addWidget(self._bar)
        column.addWidget(self.test_button, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        column.addLayout(row)
        column.addWidget(self.samples_button, alignment=Qt.AlignmentFlag.AlignLeft)
        return self._step("speed", self.tr("What this computer can do"), (), below)

    def _step(self, sign: str, title: str, sentences: Sequence[str], below: QWidget | None = None) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        picture, heading = QLabel(), QLabel(title)
        heading.setProperty("kind", "title")
        self._signs.append((picture, sign))
        column.addWidget(picture)
        column.addWidget(heading)
        for sentence in sentences:
            label = QLabel(sentence, wordWrap=True)
            label.setFont(scaled(label.font(), 1.1))
            column.addWidget(label)
        if below is not None:
            column.addSpacing(8)
            column.addWidget(below)
        column.addStretch()
        return made

    # --- showing and doing ----------------------------------------------------------------------------------------

    def _show_step(self) -> None:
        at, last = self._steps.currentIndex(), self._steps.count() - 1
        self.back_button.setVisible(at > 0)
        self.next_button.setText(self.tr("Start") if at == last else self.tr("Continue"))
        self._where.setText(self.tr("Step {n} of {all}").format(n=at + 1, all=last + 1))
        self.skip_button.setVisible(at < last)
        if at == last and self._engine.test is None and not self._engine.test_trouble:
            self._engine.run_test()

    def _show_test(self) -> None:
        is_testing = self._engine.is_testing
        self._bar.setVisible(is_testing)
        self.test_button.setVisible(not is_testing)
        self._result.setText(self._test_words())

    def _test_words(self) -> str:
        test, ready = self._engine.test, self._engine.ready
        if self._engine.is_testing:
            return self.tr("A small drawn photograph is being restored, to see how fast this computer is…")
        if test is None:
            return in_window_language(self._engine.test_trouble)
        if not test.passed:
            return self.tr("The test picture was not mended. “Models” tells whether the networks are sound.")
        words = [
            self.tr("All is well: {share} of a drawn scratch was mended.").format(
                share=f"{round(test.healed * 100)} %"
            ),
            self.tr("A photograph of 1 megapixel takes about {one}, a scan of 12 megapixels about {twelve}.").format(
                one=self._duration(test.seconds_per_megapixel), twelve=self._duration(12 * test.seconds_per_megapixel)
            ),
        ]
        return "\n".join([*words, in_window_language(ready.reason)] if ready else words)

    def _duration(self, seconds: float) -> str:
        if seconds < 90:
            shown = QLocale().toString(max(0.1, seconds), "f", 1 if seconds < 10 else 0)
            return self.tr("{n} seconds").format(n=shown)
        return self.tr("{n} minutes").format(n=round(seconds / 60))

    def _go_back(self) -> None:
        self._steps.setCurrentIndex(self._steps.currentIndex() - 1)
        self._show_step()

    def _go_on(self) -> None:
        if self._steps.currentIndex() == self._steps.count() - 1:
            self._finish()
            return
        self._steps.setCurrentIndex(self._steps.currentIndex() + 1)
        self._show_step()

    def _finish(self) -> None:
        self._settings.set(WELCOMED, True)
        self.finished.emit()

    def _open_samples(self) -> None:
        try:
            samples = own_samples()
        except UserError as error:
            self.trouble.emit(str(error))
            return
        self._finish()
        self.samples_opened.emit()
        self._session.open(samples)


def _preview(path: str) -> QLabel:
    label = QLabel()
    picture = QPixmap(path)
    mode = Qt.TransformationMode.SmoothTransformation
    tall = picture.scaledToHeight(2 * _SAMPLE_PX, mode)
    tall.setDevicePixelRatio(2)
    label.setPixmap(tall)
    return label
