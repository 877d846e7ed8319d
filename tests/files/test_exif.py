import pytest
from files.picture_files import TEXT, exif
from PIL import Image

from photorestore.files.exif import clean_exif, load_exif, resized_exif, upright_xmp


def read_back(data):
    loaded = load_exif(data)
    return loaded, loaded.get_ifd(0x8769), loaded.get_ifd(0x8825)


def test_every_directory_survives_cleaning():
    tags, camera, place = read_back(clean_exif(load_exif(exif(6))))

    assert (tags[0x0112], tags[0x010E]) == (1, TEXT)
    assert camera[0x9003] == "1931:08:01 12:00:00"
    assert place[2] == (54.0, 30.0, 0.0)
    assert load_exif(clean_exif(load_exif(exif(6)))).get_ifd(0xA005) == {1: "R98"}


def test_layout_and_long_private_data_are_left_out():
    made = Image.Exif()
    made[256], made[273], made[37500], made[271] = 1000, 8, bytes(70_000), "Agfa"

    tags, _, _ = read_back(clean_exif(made))

    assert set(tags) == {271, 0x0112}


def test_nothing_worth_keeping_is_none():
    assert clean_exif(Image.Exif()) is None
    assert upright_xmp(None) is None


def test_the_size_is_said_anew_where_it_was_said():
    _, camera, _ = read_back(resized_exif(exif(), 106, 74))

    assert (camera[0xA002], camera[0xA003]) == (106, 74)
    assert resized_exif(None, 5, 5) is None


@pytest.mark.parametrize("packet", [b'tiff:Orientation="8"', b"tiff:Orientation='3'", b"<tiff:Orientation>6</tiff"])
def test_xmp_is_set_upright(packet):
    assert upright_xmp(b"a" + packet + b"z") == b"a" + packet.translate(bytes.maketrans(b"368", b"111")) + b"z"


def test_damaged_exif_is_a_value_error():
    with pytest.raises(ValueError):
        load_exif(b"Exif\0\0nonsense")
