import os
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from exporting.browser import PROGRAM, Browser
from helpers import scene

from photorestore.core.errors import Cancelled, UserError
from photorestore.core.photo import Photo
from photorestore.core.progress import Progress
from photorestore.exporting.album import Album, AlbumPhoto
from photorestore.exporting.gallery import write_gallery
from photorestore.files.writing import write_photo

HOSTILE = """</script><script>document.title = 'owned'</script><img src=x onerror=alert(1)> {{ 7 * 7 }} " ' &amp;"""


@pytest.fixture
def album(tmp_path):
    names = ["#1 50% <b>?", "שבת & co", "plain"]
    photos = []
    for number, name in enumerate(names):
        for kind in ("", " old"):
            write_photo(Photo(scene(60, 80, number)), tmp_path / "in" / f"{name}{kind}.png", source=None)
        before = tmp_path / "in" / f"{name} old.png" if number < 2 else None
        photos.append(AlbumPhoto(tmp_path / "in" / f"{name}.png", before, HOSTILE if number == 0 else "", "c. 1952"))
    return Album(f"Title {HOSTILE}", tuple(photos), HOSTILE)


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tags, self.words = [], ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words += data

    def all(self, tag):
        return [attributes for name, attributes in self.tags if name == tag]


def read(written):
    [index] = written.paths
    return index, Page(index.read_text("utf-8"))


def test_every_address_is_a_file_of_the_gallery(tmp_path, album):
    index, page = read(write_gallery(album, tmp_path / "gallery"))

    addresses = [image["src"] for image in page.all("img")] + [link["href"] for link in page.all("a")]
    addresses += [part.split()[0] for image in page.all("img") for part in image["srcset"].split(", ")]
    assert len(page.all("img")) == 5
    for address in addresses:
        parts = urlsplit(address)
        assert parts._replace(path="") == ("", "", "", "", ""), address
        assert (index.parent / unquote(parts.path)).is_file()


def test_captions_stay_words(tmp_path, album):
    _, page = read(write_gallery(album, tmp_path / "gallery"))

    assert len(page.all("script")) == 1
    assert not [image for image in page.all("img") if "onerror" in image]
    assert page.words.count(HOSTILE.strip()) == 3 + 1  # title twice, subtitle, caption


def test_nothing_comes_from_outside(tmp_path, album):
    index, page = read(write_gallery(album, tmp_path / "gallery"))

    assert "http" not in index.read_text("utf-8").replace("http-equiv", "")
    [policy] = [entry["content"] for entry in page.all("meta") if entry.get("http-equiv")]
    assert policy.startswith("default-src 'none'")


def test_pictures_load_late_and_sliders_have_names(tmp_path, album):
    _, page = read(write_gallery(album, tmp_path / "gallery"))

    assert all(image["loading"] == "lazy" and image["alt"] for image in page.all("img"))
    sliders = page.all("input")
    assert len(sliders) == 2
    assert all(slider["aria-label"] for slider in sliders)


def test_a_gallery_that_is_there_stays(tmp_path, album):
    first = write_gallery(album, tmp_path / "gallery").paths[0]
    second = write_gallery(album, tmp_path / "gallery").paths[0]

    assert (first.parent.name, second.parent.name) == ("gallery", "gallery (2)")


@pytest.mark.parametrize(("dots", "name"), [(".", "inner (2)"), ("..", "outer (2)")])
def test_a_folder_that_is_only_dots_is_taken_by_its_name(tmp_path, album, monkeypatch, dots, name):
    (tmp_path / "outer" / "inner").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "outer" / "inner")

    assert write_gallery(album, Path(dots)).paths[0].parent.name == name
    with pytest.raises(UserError, match="Choose another folder"):
        write_gallery(album, Path("/"))


def test_after_a_cancel_nothing_is_left(tmp_path, album):
    said = []
    progress = Progress(lambda share, text: said.append(share), lambda: len(said) > 2)

    with pytest.raises(Cancelled):
        write_gallery(album, tmp_path / "out" / "gallery", progress=progress)

    assert list((tmp_path / "out").iterdir()) == []


def test_broken_photographs_are_named_and_left_out(tmp_path, album):
    album.photos[1].picture.write_bytes(b"\xff\xd8 broken")

    written = write_gallery(album, tmp_path / "gallery")

    assert len(written.problems) == 1
    assert "שבת & co.png" in written.problems[0]
    assert len(read(written)[1].all("figure")) == 2


def test_a_gallery_of_nothing_is_refused(tmp_path, album):
    for photo in album.photos:
        photo.picture.unlink()

    with pytest.raises(UserError, match="None of the photographs"):
        write_gallery(album, tmp_path / "gallery")
    with pytest.raises(UserError, match="no photographs"):
        write_gallery(Album("x", ()), tmp_path / "gallery")
    assert not (tmp_path / "gallery").exists()


@pytest.mark.slow
@pytest.mark.skipif(PROGRAM is None, reason="there is no Chromium")
def test_in_a_real_browser_the_slider_moves_by_keyboard_and_the_large_view_opens(tmp_path, album):
    index = write_gallery(album, tmp_path / "gallery").paths[0]

    with Browser() as browser:
        browser.open(index)
        browser.run("document.querySelector('input').focus()")
        for _ in range(5):
            browser.press("ArrowRight", 39)
        share = browser.run("getComputedStyle(document.querySelector('.veil')).clipPath")
        loaded = browser.run(
            "Promise.all([...document.images].map(image => { image.loading = 'eager'; return image.decode(); }))"
            ".then(() => [...document.images].every(image => image.naturalWidth > 0))"
        )
        browser.run("document.querySelector('.enlarge').click()")
        browser.press("PageDown", 34)
        legend = browser.run("document.querySelector('.legend').textContent")
        title = browser.run("document.title")
        browser.press("Escape", 27)
        is_open = browser.run("document.querySelector('dialog').open")

    assert share == "inset(0px 45% 0px 0px)"
    assert loaded
    assert legend == "c. 1952"
    assert title.startswith("Title </script>")
    assert not is_open
    assert browser.errors == []


def test_half_a_gallery_of_a_killed_program_goes_with_the_next_one(tmp_path, album):
    half = tmp_path / ".photorestore-ab.part"
    half.mkdir()
    os.utime(half, (0, 0))

    write_gallery(album, tmp_path / "gallery")

    assert not half.exists()
