import unicodedata
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from photorestore.core.errors import UserError
from photorestore.exporting.naming import EXAMPLE, NameFacts, file_name, fill_template, first_names, safe_stem


@pytest.mark.parametrize(
    ("template", "name"),
    [
        ("{name}", "scan 0042.jpg"),
        ("{counter:03} {caption}", "001 Aunt Rosa at the lake.jpg"),
        ("{album}/{date}/{name}", "Summer-c. 1952-scan 0042.jpg"),
        ("{{{counter}}} {preset}", "{1} Family share.jpg"),
    ],
)
def test_a_template_becomes_a_name(template, name):
    assert file_name(template, EXAMPLE, ".jpg") == name


@pytest.mark.parametrize(
    "template",
    ["", "  ", "{", "{nam}", "{}", "{0}", "{name.__class__}", "{name[0]}", "{name!r}", "{name:>9}", "{counter:999}"],
)
def test_what_a_template_can_not_ask_for_is_said(template):
    with pytest.raises(UserError):
        fill_template(template, EXAMPLE)


@settings(deadline=None)
@given(text=st.text(st.characters(exclude_categories=[]), max_size=400))
@example(text="../../etc/passwd")
@example(text="C:\\Windows\\x")
@example(text="a\nb\r\x00c")
@example(text="photo\u202egpj.exe")
@example(text="con.txt")
@example(text="COM¹")
@example(text="👨‍👩‍👧" * 60)
@example(text="é" * 300)
@example(text="....")
def test_every_text_is_a_legal_name_inside_the_folder(text):
    name = safe_stem(text) + ".jpg"

    assert len(name.encode()) <= 255
    assert len(name.encode("utf-16-le")) <= 2 * 255
    assert PurePosixPath(name).name == PureWindowsPath(name).name == name
    assert (Path("/target") / name).parent == Path("/target")
    assert not PureWindowsPath(name).is_reserved()
    assert not {unicodedata.category(character) for character in name} & {"Cc", "Cs", "Zl", "Zp"}
    assert not set(name) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u200e\u200f\ufeff")
    assert not name.startswith((".", " "))
    assert not set(name) & set('<>:"/\\|?*')


@settings(deadline=None)
@given(st.text(max_size=300))
def test_a_safe_name_is_safe_already(text):
    assert safe_stem(safe_stem(text)) == safe_stem(text)


@pytest.mark.parametrize("name", ["CON", "nul", "Lpt1", "com9.tar", "AUX .x"])
def test_reserved_names_of_windows_get_a_letter_in_front(name):
    assert safe_stem(name).startswith("_")


@pytest.mark.parametrize("name", ["סבתא וסבא", "می‌خواهم", "👨‍👩‍👧 family", "c. 1952", "Straße", "console"])
def test_names_of_all_languages_stay_as_they_are(name):
    assert safe_stem(name) == name


def test_a_long_name_is_not_cut_inside_an_emoji():
    cut = safe_stem("x" * 236 + "👨‍👩‍👧", 240)

    assert cut == "x" * 236


def test_the_first_five_names_are_shown():
    facts = (NameFacts(f"scan {number}", counter=number) for number in range(1, 100))

    assert first_names("{counter:02} {name}", facts, ".png") == tuple(f"{n:02} scan {n}.png" for n in range(1, 6))
