"""Whatever the layers below the window say can be said in German, whole, and the values stay what they were."""

import errno
import os
import re
import signal
import time
from dataclasses import replace
from string import Formatter

import pytest
from gui.spoken import RAISED_ELSEWHERE, raised, said
from PySide6.QtCore import QCoreApplication

from photorestore.core.errors import UserError
from photorestore.core.faces import Face
from photorestore.core.geometry import Box
from photorestore.core.stages import STAGES, DenoiseSettings
from photorestore.engine.blur_estimation import Blur
from photorestore.engine.device import choose_device
from photorestore.engine.diagnosis import Diagnosis, Range
from photorestore.engine.face_detection import judge
from photorestore.engine.noise import Noise
from photorestore.engine.noise_kinds import Trouble
from photorestore.engine.suggest import suggest
from photorestore.files.reading import read_photo
from photorestore.gui.engine_sentences import KNOWN, NUMBERS, all_in_window_language, in_window_language
from photorestore.gui.sentence_table import SENTENCES, SYSTEM_WORDS

ENGLISH = re.compile(r"\b(the|is|are|were|of|and|it|its|can't|not|with|which|for|to|as|be|this|that|again)\b", re.I)
STRANGE_NAMES = (
    "plain.jpg",
    "a {brace} {0} {{two}}.jpg",
    "“quoted” 'and' \"more\".jpg",
    "two\nlines.jpg",
    r"signs (.*)+[a-z]?\d|^$.jpg",
    "What is filled is redrawn by the translation networks. It is damaged.jpg",
    "Faces",
    "100% %s %n.jpg",
)


def shape_of(template):
    return "".join(literal + "{}" * (name is not None) for literal, name, _, _ in Formatter().parse(template))


SHAPES = {shape_of(template) for template in SENTENCES} | {stage.title for stage in STAGES}


def is_covered(shape):
    """By one template, or by several that are joined by blanks."""
    if shape in SHAPES:
        return True
    blanks = [found.start() for found in re.finditer(" ", shape)]
    return any(
        (shape[:at] == "{}" or is_covered(shape[:at])) and (shape[at + 1 :] == "{}" or is_covered(shape[at + 1 :]))
        for at in blanks
    )


def test_all_that_is_said_below_the_window_is_in_the_table():
    sentences = list(said())
    missing = [f"{where}: {shape}" for where, shape in sentences if not is_covered(shape)]

    assert len(sentences) > 200
    assert not missing, "write these into gui/sentence_table.py, then run `make translations`"


def test_the_table_holds_nothing_that_nobody_says():
    shapes = {shape for _, shape in said()}
    parts = {part for shape in shapes for part in (shape, shape.removeprefix("{} "), shape.removesuffix(" {}"))}
    stale = [template for template in SENTENCES if shape_of(template) not in parts]

    assert stale == ["{label}: {sentence}"]  # what is all placeholders is not collected


def test_an_error_that_is_not_written_where_it_is_raised_is_known():
    assert {source for _, source in raised()} == set(RAISED_ELSEWHERE)


def test_what_the_system_says_is_in_the_table():
    told = [errno.ENOENT, errno.EACCES, errno.ENOSPC, errno.EIO, errno.EROFS, errno.ENAMETOOLONG, errno.EISDIR]

    assert {os.strerror(number) for number in told} <= set(SYSTEM_WORDS)
    assert signal.strsignal(signal.SIGKILL) in SYSTEM_WORDS


@pytest.mark.parametrize("template", [*SENTENCES, *SYSTEM_WORDS])
def test_every_template_is_found_and_filled_with_its_values(german, template):
    names = [name for _, name, _, _ in Formatter().parse(template) if name]
    known = {"cure": "Import them again.", "sentence": "There is no such file.", "choice": "Using the Apple GPU"}
    known |= {"specks": "black and white specks", "why": "as asked", "flaw": "is a single flat colour"}
    known |= {"fault": "is not an RRDBNet"}
    values = {
        name: known.get(name) or (str(at + 7) if name in NUMBERS else f"{name}-Ω") for at, name in enumerate(names)
    }
    german_template = QCoreApplication.translate("Sentences", template)

    translated = in_window_language(template.format(**values))

    assert not ENGLISH.search(german_template.replace("Plug and Play", ""))
    shown = {name: in_window_language(values[name]) if name in KNOWN else values[name] for name in names}
    assert translated == german_template.format(**shown)


@pytest.mark.parametrize("name", STRANGE_NAMES)
def test_a_file_that_cannot_be_read_is_told_of_in_german(german, tmp_path, name):
    (tmp_path / name).write_bytes(b"")
    for path, words in ((tmp_path / name, "ist leer (0 Bytes)"), (tmp_path / "sub" / name, "gibt es nicht")):
        with pytest.raises(UserError) as caught:
            read_photo(path)

        translated = in_window_language(str(caught.value))
        assert words in translated
        assert name in translated
        assert not ENGLISH.search(translated.replace(str(path), "").replace(name, ""))


def test_a_reason_of_the_system_is_translated_within(german):
    sentence = "“/media/stick/a.tif” can't be read from the disk (Input/output error)."
    translated = "„/media/stick/a.tif“ lässt sich nicht von der Festplatte lesen (Ein- oder Ausgabefehler)."

    assert in_window_language(sentence) == translated


def test_why_a_face_is_left_alone_is_told_sentence_by_sentence(german):
    points = ((10.0, 10.0), (30.0, 10.0), (60.0, 20.0), (12.0, 40.0), (28.0, 40.0))
    face = judge(Face(Box(0, 0, 40, 40), points, 0.9))

    translated = in_window_language(face.reason)

    assert face.reason.count(".") == 3
    assert translated == (
        "Nur zu 90\N{NO-BREAK SPACE}% sicher, dass das ein Gesicht ist. Klein: 40 Bildpunkte. Von der Seite gesehen."
    )


QUIET = Noise(luma=0.003, channels=(0.003, 0.003, 0.003), grain=0.01, chroma=0.001, evenness=0.2)
FINE = Diagnosis(640, 480, "colour", QUIET, 0.5, Range((0.02, 0.03, 0.02), (0.97, 0.98, 0.95)), 0.0, ())
GRAINY = replace(FINE, noise=replace(QUIET, grain=0.07, evenness=0.8))
NOISY = replace(FINE, noise=Noise(0.04, (0.06, 0.06, 0.06), 0.04, 0.06, 0.8), has_denoiser=True)
FACE = Face(Box(0, 0, 120, 120), ((0, 0),) * 5, 0.99)
DIAGNOSES = (
    FINE,
    replace(FINE, damage_share=None, faces=(FACE,)),
    replace(FINE, range=Range((0.2, 0.32, 0.2), (0.7, 0.82, 0.71)), kind="colour", blur_px=1.6),
    replace(GRAINY, kind="toned", damage_share=0.004, has_translator=True, faces=(FACE, FACE)),
    replace(GRAINY, width=6000, height=4000, kind="monochrome", faces=(FACE,), damage_share=0.03),
    replace(FINE, wear=0.03, has_translator=True),
    replace(FINE, few_colours=1),
    replace(FINE, few_colours=12),
    replace(NOISY, trouble=Trouble("gaussian", 0.06), faces=(replace(FACE, enabled=False),)),
    replace(NOISY, trouble=Trouble("poisson", 0.06), faces=(replace(FACE, enabled=False), FACE)),
    replace(FINE, trouble=Trouble("salt-and-pepper", 0.004)),
    replace(FINE, trouble=Trouble("none", 0.0, 3.0, Blur("motion", 12.0, 30.0)), damage_share=0.003),
    replace(FINE, trouble=Trouble("none", 0.0, 1.0, Blur("misfocus", 4.0, 0.0))),
)


@pytest.mark.parametrize("diagnosis", DIAGNOSES)
def test_what_suggest_found_is_told_in_german(german, diagnosis):
    reasons = suggest(diagnosis).reasons

    for english, translated in zip(reasons, all_in_window_language(reasons), strict=True):
        assert translated != english
        assert not ENGLISH.search(translated), translated
        assert re.findall(r"\d+", translated.replace("l0TV", "")) == re.findall(r"\d+", english.replace("l0TV", ""))


def test_numbers_are_written_as_the_window_writes_them(german):
    assert "etwa 0,3\N{NO-BREAK SPACE}% von allen" in in_window_language(
        "Single pixels are wrong (black and white specks, about 0.3% of them): l0TV finds and replaces them "
        "and leaves the others alone."
    )
    export = "The export needs up to 12,345 MB, but the disk of “/a” has 7 MB free. Make room or choose another folder."
    assert "bis zu 12.345 MB" in in_window_language(export)


def test_why_this_device_computes_is_told_in_german(german):
    translated = in_window_language(choose_device("cpu").reason)

    assert translated.startswith("Wie gewünscht rechnet der Prozessor mit ")
    assert not ENGLISH.search(translated)


def test_a_bad_setting_is_called_as_the_window_calls_it(german):
    with pytest.raises(UserError) as caught:
        DenoiseSettings(strength=2.0)

    assert in_window_language(str(caught.value)) == "Entrauschen – Stärke ist 2.0; es muss eine Zahl von 0 bis 1 sein."


def test_the_reasons_why_nothing_was_imported_are_translated_one_by_one(german):
    sentence = (
        "No weights were imported. /a b/c.zip: It is encrypted; unpack the archive yourself and give the folder. "
        "d.zip: e/f.pth: It is damaged (bad. Very bad). Download it again."
    )

    assert in_window_language(sentence) == (
        "Es wurden keine Gewichte importiert. /a b/c.zip: Sie ist verschlüsselt; packen Sie das Archiv selbst aus, "
        "und wählen Sie den Ordner. d.zip: e/f.pth: Sie ist beschädigt (bad. Very bad). "
        "Laden Sie sie noch einmal herunter."
    )


def test_a_step_of_progress_is_called_as_the_window_calls_it(german):
    steps = ["Scratches", "Looking for damage", "Reading published-vae-a"]

    assert all_in_window_language(steps) == ["Kratzer", "Nach Schäden wird gesucht", "published-vae-a wird gelesen"]


@pytest.mark.parametrize("text", ["", "Nobody says this.", "Nur zu 90 % sicher.", "{0} {", "“", ". . . ", ": : ", " "])
def test_what_is_not_known_stays_as_it_is(german, text):
    assert in_window_language(text) == text


def test_in_english_everything_stays_as_it_is(qapp):
    texts = ["Import them again.", "Cracks, dust or loss on 0.3% of the picture are filled."]

    assert all_in_window_language(texts) == texts


def test_a_long_list_is_translated_without_delay(german):
    texts = [f"“photo {n}.jpg” is empty (0 bytes). Get a fresh copy of it." for n in range(500)]
    endless = "a: b. " * 3000 + "“" * 500
    began = time.process_time()

    translated = all_in_window_language(texts)
    assert in_window_language(endless) == endless
    assert in_window_language("a: b. " * 39) == "a: b. " * 39

    assert len(set(translated) - set(texts)) == 500
    assert time.process_time() - began < 1.0  # measured: 0.05 s
