"""File names from a template: legal on every system, never outside the folder that was chosen."""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, fields

from photorestore.core.errors import UserError

LONGEST_BYTES = 240  # of 255 that file systems allow: " (1234567)" still fits when a name is taken
_JOINERS = "\u200c\u200d"  # hold emoji families and Persian words together
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])", re.IGNORECASE)


@dataclass(frozen=True)
class NameFacts:
    """What a template may ask for. `name` is the photograph's own, without suffix; `date` is words."""

    name: str
    date: str = ""
    caption: str = ""
    album: str = ""
    preset: str = ""
    counter: int = 1


PLACEHOLDERS = tuple(entry.name for entry in fields(NameFacts))
EXAMPLE = NameFacts("scan 0042", "c. 1952", "Aunt Rosa at the lake", "Summer", "Family share", 1)


def check_template(template: str) -> None:
    """Raise `UserError` with what can be used where the template asks for something else."""
    _parts(template)


def fill_template(template: str, facts: NameFacts) -> str:
    """The words, not yet a legal name."""
    texts = []
    for literal, name, digits in _parts(template):
        texts.append(literal)
        if name == "counter":
            texts.append(f"{facts.counter:0{digits}d}" if digits else str(facts.counter))
        elif name:
            texts.append(getattr(facts, name))
    return "".join(texts)


def file_name(template: str, facts: NameFacts, suffix: str) -> str:
    """A name of at most `LONGEST_BYTES`, without folders, that Windows, macOS and Linux take."""
    return with_ending(fill_template(template, facts), suffix)


def with_ending(text: str, ending: str) -> str:
    """A legal name of at most `LONGEST_BYTES`: `text` is cut where `ending` would have no room."""
    return safe_stem(text, LONGEST_BYTES - len(ending.encode())) + ending


def first_names(template: str, facts: Iterable[NameFacts], suffix: str, count: int = 5) -> tuple[str, ...]:
    """For the dialog: what the first files will be called, should no name be taken."""
    return tuple(file_name(template, entry, suffix) for entry, _ in zip(facts, range(count), strict=False))


def safe_stem(text: str, longest_bytes: int = LONGEST_BYTES) -> str:
    """`text` as a name without suffix; "photo" where nothing is left."""
    clean = "".join(_legal(character) for character in unicodedata.normalize("NFC", text))
    clean = _stripped(re.sub(r"\s+", " ", clean))
    if _RESERVED.fullmatch(clean.split(".")[0].rstrip()):
        clean = f"_{clean}"
    return _stripped(_shortened(clean, longest_bytes)) or "photo"


def _parts(template: str) -> list[tuple[str, str, int]]:
    """(literal, placeholder or "", digits of the counter). Only names from the table: no attribute, no index."""
    if not isinstance(template, str) or not template.strip():
        raise UserError("The name of exported files is empty. Use for example {name}.")
    known = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
    try:
        parsed = list(string.Formatter().parse(template))
    except ValueError as error:
        raise UserError(f"The name “{template}” has a brace too many or too few. Use {known}.") from error
    parts = []
    for literal, name, spec, conversion in parsed:
        if name is not None and (name not in PLACEHOLDERS or conversion):
            raise UserError(f"“{{{name}}}” can't be used in the name of exported files. Use {known}.")
        if spec and (name != "counter" or not re.fullmatch("0[1-9]", spec)):
            raise UserError(f"“{{{name}:{spec}}}” can't be used: only the counter takes digits, as in {{counter:03}}.")
        parts.append((literal, name or "", int(spec) if spec else 0))
    return parts


def _legal(character: str) -> str:
    if character in '<>:"/\\|?*':
        return "-"
    kind = unicodedata.category(character)
    if kind in ("Cc", "Zl", "Zp", "Zs"):
        return " "
    if kind == "Cs":  # bytes of a name that is no Unicode
        return "_"
    return "" if kind == "Cf" and character not in _JOINERS else character  # among them marks that turn text around


def _stripped(text: str) -> str:
    """Windows drops dots and spaces at the end; a dot at the start hides a file."""
    return text.strip(" .")


def _shortened(text: str, longest_bytes: int) -> str:
    """Cut between characters, and not inside one that is made of several."""
    if len(text.encode()) <= longest_bytes:
        return text
    kept = text.encode()[:longest_bytes].decode(errors="ignore")
    while kept and (_joins(text[len(kept)]) or kept[-1] == "\u200d"):
        kept = kept[:-1]
    return kept


def _joins(character: str) -> bool:
    """Belongs to what stands before it: accents, joiners, variants and skin tones of emoji."""
    tone = "\U0001f3fb" <= character <= "\U0001f3ff"
    return unicodedata.category(character) in ("Mn", "Me", "Mc") or character in _JOINERS or tone
