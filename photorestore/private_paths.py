"""`without_private_paths`: text for those who help, in which no folder of the user and no photograph is named."""

from __future__ import annotations

import getpass
import re
from pathlib import Path

from photorestore import paths
from photorestore.files.formats import PICTURE_SUFFIXES

_SUFFIXES = "|".join(re.escape(suffix) for suffix in sorted(PICTURE_SUFFIXES, key=len, reverse=True))
_QUOTED = re.compile(r"“[^”\n]*”|\"(?:[^\"\\\n]|\\.)*\"")
_PICTURE = re.compile(rf"[^\s“”\"<>/\\:,;()][^\n“”\"<>/\\:,;()]*(?:{_SUFFIXES})\b", re.IGNORECASE)
_PATH = re.compile(  # as far as the last separator of the line, as folders may have spaces in their names
    r"(?<![\w.<>/\\-])(?:~|[A-Za-z]:)?[/\\](?=\S)(?:[^\n“”\"<>]*[/\\])?[^\s“”\"<>]*"
)


def without_private_paths(text: str, home: Path | None = None, user: str | None = None) -> str:
    """The program's own folders keep a name in angle brackets; every other path, picture and user's name goes."""
    for name, folder in _own_folders():
        text = _replaced(text, folder, f"<{name}>")
    home, user = home or Path.home(), user if user is not None else _user()
    if home != Path(home.anchor):
        text = _replaced(text, home, "~")
    text = _QUOTED.sub(lambda found: _without_name(found[0]), text)
    text = _PICTURE.sub("<picture>", _PATH.sub("<path>", text))
    if len(user) > 2:
        text = re.sub(rf"(?<!\w){re.escape(user)}(?!\w)", "<user>", text)
    return text


def _without_name(quoted: str) -> str:
    """Quotes say where a name ends, so what stands around it can be kept."""
    inside = quoted[1:-1]
    if _PICTURE.search(inside) and "<" not in inside:
        return f"{quoted[0]}<picture>{quoted[-1]}"
    if _PATH.match(inside):
        return f"{quoted[0]}<path>{quoted[-1]}"
    return quoted


def _replaced(text: str, folder: Path, word: str) -> str:
    forms = {str(folder), folder.as_posix(), str(folder).replace("\\", "\\\\")}  # the last: as JSON has it
    for form in sorted(forms, key=len, reverse=True):
        text = re.sub(rf"{re.escape(form)}(?![\w-])", lambda _: word, text)
    return text


def _own_folders() -> list[tuple[str, Path]]:
    """Innermost first."""
    found = [
        ("program", Path(__file__).resolve().parents[1]), ("log", paths.log_folder()), ("cache", paths.cache_folder()),
        ("data", paths.user_data()),
    ]  # fmt: skip
    return sorted(found, key=lambda entry: -len(str(entry[1])))


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # nobody has a name here
        return ""
