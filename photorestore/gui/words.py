"""Marks words of a table for translation; they are translated when they are shown. lupdate knows this name."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, words: str) -> str:
    """The English words as they are. PySide6's own function of this name is typed as giving any object."""
    return words
