"""Says in the window's language what the layers below say in English: found in the table, translated, filled in again.

Below the window everything is English, in the protocol, the library and the command line; it is translated where it
is shown. The name of a placeholder says what may stand there: a number, another known sentence, or anything.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from string import Formatter

from PySide6.QtCore import QCoreApplication, QLocale

from photorestore.core.settings_fields import label_of
from photorestore.core.stages import STAGES
from photorestore.gui.sentence_table import SENTENCES, SYSTEM_WORDS
from photorestore.gui.stage_words import CHOICES, choice_words, stage_words
from photorestore.gui.translation import TRANSLATED

log = logging.getLogger(__name__)

NUMBERS = frozenset((
    "byte", "clear", "count", "frames", "free", "gigabytes", "height", "high", "low", "lowest", "highest", "megabytes",
    "megapixels", "most", "needed", "number", "other_height", "other_width", "pixels", "share", "side", "width",
))  # fmt: skip
KNOWN = frozenset(("choice", "cure", "fault", "flaw", "sentence", "specks", "why"))  # or it is another template
MAYBE_KNOWN = frozenset(("blur", "how", "method", "reason", "setting", "stage"))
KNOWN_LISTS = frozenset(("methods",))  # with commas between
_NUMBER = r"[-+]?\d[\d,]*(?:\.\d+)?%?"
_END = re.compile(r"(?<=[.?!]) ")  # here one sentence may end and the next begin
_MOST_SENTENCES, _LONGEST = 40, 8000  # what is longer is no message


@dataclass(frozen=True)
class _Template:
    english: str
    pattern: re.Pattern[str]
    start: str
    end: str

    def values(self, text: str) -> dict[str, str] | None:
        if not (text.startswith(self.start) and text.endswith(self.end)):
            return None
        found = self.pattern.fullmatch(text)
        return found.groupdict() if found else None


def in_window_language(text: str) -> str:
    """The same in the window's language; what is in no table stays as it is, and so does everything in English."""
    if not text or len(text) > _LONGEST or QLocale().name().partition("_")[0] not in TRANSLATED:
        return text
    if len(_END.findall(text)) > _MOST_SENTENCES or text.count(": ") > _MOST_SENTENCES:
        return text
    return _Reader().known(text) or text


def all_in_window_language(texts: Iterable[str]) -> list[str]:
    return [in_window_language(text) for text in texts]


class _Reader:
    """Reads one text. Every part of it is looked up once."""

    def __init__(self) -> None:
        self._found: dict[str, str | None] = {}
        self._single: dict[str, str | None] = {}

    def known(self, text: str) -> str | None:
        """None for what is in no table. Short sentences first: a long name could swallow the sentences behind it."""
        if text not in self._found:
            self._found[text] = None  # while it is being read
            self._found[text] = self._sentences(text)
        return self._found[text]

    def _sentences(self, text: str) -> str | None:
        for end in _END.finditer(text):
            first = self._one(text[: end.start()])
            if first is not None and (rest := self.known(text[end.end() :])) is not None:
                return f"{first} {rest}"
        return self._one(text)

    def _one(self, text: str) -> str | None:
        if text not in self._single:
            self._single[text] = self._look_up(text)
        return self._single[text]

    def _look_up(self, text: str) -> str | None:
        if text in _STAGE_TITLES:
            return stage_words(text)
        for template in (*_BY_FIRST_WORD.get(text.partition(" ")[0], ()), *_BY_FIRST_WORD[""]):
            values = template.values(text)
            if values is not None and (shown := self._all_shown(values)) is not None:
                return _filled(template.english, shown)
        return None

    def _all_shown(self, values: Mapping[str, str]) -> dict[str, str] | None:
        shown: dict[str, str] = {}
        for name, value in values.items():
            word = self._shown(name, value)
            if word is None:
                return None
            shown[name] = word
        return shown

    def _shown(self, name: str, value: str) -> str | None:
        if name in NUMBERS:
            return _number(value)
        if name in KNOWN:
            return self.known(value)
        if name in MAYBE_KNOWN:
            return self._word(name, value)
        if name in KNOWN_LISTS:
            return ", ".join(self._word(name, part) for part in value.split(", "))
        return value

    def _word(self, name: str, value: str) -> str:
        if name == "blur" and value in CHOICES:
            return choice_words(value)
        if name == "setting" and value in _LABELS:
            return " – ".join(stage_words(title) for title in _LABELS[value])
        return self.known(value) or value


def _filled(english: str, values: Mapping[str, str]) -> str:
    translated = QCoreApplication.translate("Sentences", english)
    try:
        return translated.format(**values)
    except (LookupError, ValueError):  # a translation may be anybody's
        log.warning("the translation of %r can't be filled in", english)
        return english.format(**values)


def _number(english: str) -> str:
    """With the locale's point; grouped only if it was."""
    bare = english.removesuffix("%").replace(",", "")
    locale = QLocale()
    if "," not in english:
        locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    decimals = len(bare.partition(".")[2])
    digits = locale.toString(float(bare), "f", decimals) if decimals or "," in english else bare
    return f"{digits}\N{NO-BREAK SPACE}%" if english.endswith("%") else digits


def _template(english: str) -> _Template:
    pattern, fixed = "", [""]
    for literal, name, _, _ in Formatter().parse(english):
        pattern += re.escape(literal)
        fixed[-1] += literal
        if name is not None:
            pattern += f"(?P<{name}>{_NUMBER if name in NUMBERS else '.*?'})"
            fixed.append("")
    return _Template(english, re.compile(pattern, re.DOTALL), fixed[0], fixed[-1])


def _by_first_word(templates: Iterable[_Template]) -> dict[str, list[_Template]]:
    """Those that say most first. What begins with a placeholder, or one after a quotation mark, is under ""."""
    sorted_in: dict[str, list[_Template]] = {"": []}
    for template in templates:
        word, blank, _ = template.start.partition(" ")
        is_fixed = blank or template.start == template.end == template.english
        sorted_in.setdefault(word if is_fixed else "", []).append(template)
    return sorted_in


_BY_FIRST_WORD = _by_first_word(map(_template, sorted((*SENTENCES, *SYSTEM_WORDS), key=len, reverse=True)))
_STAGE_TITLES = frozenset(stage.title for stage in STAGES)
_LABELS = {
    label_of(stage.settings, entry.metadata["knob"]): (stage.title, entry.metadata["knob"].title)
    for stage in STAGES
    for entry in fields(stage.settings)  # type: ignore[arg-type]
    if "knob" in entry.metadata
}
