"""Every word of the window is translated, and the compiled translation is the one of the .ts file."""

import ast
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from photorestore import paths
from photorestore.gui.settings import LANGUAGE, Settings
from photorestore.gui.translation import TRANSLATED, Translation

GUI = Path(__file__).parents[2] / "photorestore" / "gui"


def words_in_code():
    """(context, words) of every `self.tr` and `QT_TRANSLATE_NOOP` with literal words."""
    for path in sorted(GUI.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        for owner in ast.walk(tree):
            if isinstance(owner, ast.ClassDef):
                yield from ((owner.name, words) for words in literals(owner, "tr", 0))
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "QT_TRANSLATE_NOOP":
                yield call.args[0].value, call.args[1].value


def literals(owner, name, place):
    for call in ast.walk(owner):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == name:
            yield call.args[place].value


def translations(language):
    tree = ElementTree.parse(paths.resources() / "translations" / f"photorestore_{language}.ts")
    for context in tree.iter("context"):
        for message in context.iter("message"):
            translated = message.find("translation")
            if translated.get("type") is None:
                yield (context.find("name").text, message.find("source").text), translated.text


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_word_of_the_window_is_translated(language):
    known = dict(translations(language))
    missing = [words for words in words_in_code() if not known.get(words)]

    assert len(known) > 250
    assert not missing, "write these into the .ts file: see `make translations` in the Makefile"


@pytest.mark.parametrize("language", TRANSLATED)
def test_placeholders_and_mnemonics_survive(language):
    for (_, source), translated in translations(language):
        assert sorted(re.findall(r"{\w+}", source)) == sorted(re.findall(r"{\w+}", translated)), source
        assert source.count("&") == translated.count("&"), source
        assert source.endswith("…") == translated.endswith("…"), source


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_compiled_translation_is_up_to_date(qapp, language):
    translator = QTranslator()
    assert translator.load(f"photorestore_{language}", str(paths.resources() / "translations"))

    for (context, source), translated in translations(language):
        assert translator.translate(context, source) == translated, "run `make translations`"


def test_the_chosen_language_is_spoken_and_left_again(qapp, tmp_path):
    settings = Settings(tmp_path / "settings.json")
    settings.set(LANGUAGE, "de")
    translation = Translation(settings)
    assert translation.apply()
    spoken = QCoreApplication.translate("Pages", "Settings")
    settings.set(LANGUAGE, "en")
    translation.apply()

    assert (spoken, QCoreApplication.translate("Pages", "Settings")) == ("Einstellungen", "Settings")
    translation.remove()
