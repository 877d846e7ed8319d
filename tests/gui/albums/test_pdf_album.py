import re
import shutil
import subprocess
import threading
import zlib

import pytest
from helpers import scene

from photorestore.core.errors import Cancelled, UserError
from photorestore.core.photo import Photo
from photorestore.core.progress import Progress
from photorestore.exporting.album import Album, AlbumPhoto
from photorestore.files.writing import write_photo
from photorestore.gui.albums.pdf_album import PdfLayout, write_pdf_album

HEBREW = "סבתא וסבא"


@pytest.fixture
def album(tmp_path, qapp):
    photos = []
    for number in range(5):
        for kind in ("", " old"):
            write_photo(Photo(scene(60, 80, number)), tmp_path / "in" / f"{number}{kind}.png", source=None)
        path = tmp_path / "in" / f"{number}.png"
        caption = HEBREW if number == 1 else f"Caption {number} (with) \\ <b>"
        photos.append(AlbumPhoto(path, path.with_stem(f"{number} old"), caption, "c. 1952"))
    return Album("Our (title) \\ ) /Launch", tuple(photos), "Subtitle")


def in_a_thread(work):
    """What `work` returned or raised, in a thread that is not the window's."""
    answers = []

    def run():
        try:
            answers.append(work())
        except Exception as error:
            answers.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    [answer] = answers
    if isinstance(answer, Exception):
        raise answer
    return answer


def pages_of(path):
    content = path.read_bytes()
    streams = (zlib.decompress(data) for data in re.findall(rb"ObjStm.*?stream\r?\n(.*?)endstream", content, re.DOTALL))
    return sum(len(re.findall(rb"/Type\s*/Page\b", part)) for part in (content, *streams))


@pytest.mark.parametrize(("per_page", "pages"), [(1, 6), (2, 4), (4, 3), (6, 2)])
@pytest.mark.parametrize("pairs", [False, True])
def test_the_album_has_its_pages_when_made_in_a_thread(tmp_path, album, per_page, pages, pairs):
    layout = PdfLayout(per_page=per_page, pairs=pairs)

    written = in_a_thread(lambda: write_pdf_album(album, tmp_path / "album.pdf", layout))

    assert written.problems == ()
    assert pages_of(written.paths[0]) == pages


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="there is no pdftotext")
def test_words_are_text_that_can_be_found(tmp_path, album):
    [path] = write_pdf_album(album, tmp_path / "album.pdf").paths

    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout.decode()
    about = subprocess.run(["pdfinfo", path], capture_output=True, check=True).stdout.decode()
    assert "Caption 2 (with) \\ <b>" in text
    assert HEBREW in text
    assert text.count("c. 1952") == 5
    assert album.title in about


def test_lossless_pictures_are_not_jpeg(tmp_path, album):
    lossy = write_pdf_album(album, tmp_path / "a.pdf").paths[0]
    lossless = write_pdf_album(album, tmp_path / "b.pdf", PdfLayout(lossless=True)).paths[0]

    assert b"DCTDecode" in lossy.read_bytes()
    assert b"DCTDecode" not in lossless.read_bytes()


def test_one_broken_photograph_is_named_and_leaves_no_gap(tmp_path, album):
    album.photos[0].picture.write_bytes(b"broken")

    written = write_pdf_album(album, tmp_path / "album.pdf", PdfLayout(per_page=4, title_page=False))

    assert len(written.problems) == 1
    assert pages_of(written.paths[0]) == 1


def test_after_a_cancel_nothing_is_left(tmp_path, album):
    said = []
    progress = Progress(lambda share, text: said.append(share), lambda: len(said) > 2)

    with pytest.raises(Cancelled):
        in_a_thread(lambda: write_pdf_album(album, tmp_path / "out" / "album.pdf", progress=progress))

    assert list((tmp_path / "out").iterdir()) == []


def test_an_album_that_is_there_stays_unless_asked(tmp_path, album):
    (tmp_path / "album.pdf").write_bytes(b"mine")

    first = write_pdf_album(album, tmp_path / "album.pdf").paths[0]

    assert first.name == "album (2).pdf"
    assert (tmp_path / "album.pdf").read_bytes() == b"mine"
    assert write_pdf_album(album, tmp_path / "album.pdf", overwrite=True).paths[0].name == "album.pdf"


def test_a_photograph_is_never_replaced_by_an_album(album):
    with pytest.raises(UserError, match=r"\.pdf"):
        write_pdf_album(album, album.photos[0].picture, overwrite=True)


def test_what_can_not_be_is_refused(tmp_path, album):
    with pytest.raises(UserError, match="photographs"):
        PdfLayout(per_page=3)
    with pytest.raises(UserError, match="paper"):
        PdfLayout(paper="A9")
    with pytest.raises(UserError, match="no photographs"):
        write_pdf_album(Album("x", ()), tmp_path / "x.pdf")
    with pytest.raises(UserError, match="None of the photographs"):
        write_pdf_album(Album("x", (AlbumPhoto(tmp_path / "no.png"),)), tmp_path / "x.pdf")
    assert not (tmp_path / "x.pdf").exists()
