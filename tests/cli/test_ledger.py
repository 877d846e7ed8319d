import threading

import pytest

from photorestore.cli.ledger import NAME, Ledger, content_of, wish_hash


@pytest.fixture
def album(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.png").write_bytes(name.encode() * 100)
        (tmp_path / "out").mkdir(exist_ok=True)
        (tmp_path / "out" / f"{name}.png").write_bytes(b"restored " + name.encode())
    return tmp_path


def note(ledger, source, result):
    ledger.add(content_of(source), result)


def test_what_was_noted_is_found_by_content_whatever_its_name(album):
    out = album / "out"
    note(Ledger(out, "wish"), album / "a.png", out / "a.png")
    moved = (album / "a.png").rename(album / "grandmother.png")

    ledger = Ledger(out, "wish", [out / "grandmother.png"])
    assert ledger.find(moved, out / "grandmother.png") == out / "a.png"
    assert ledger.find(album / "b.png", out / "b.png") is None
    assert Ledger(out, "another wish").find(moved, out / "grandmother.png") is None


def test_a_result_that_is_gone_or_cut_is_made_again(album):
    out = album / "out"
    for name in ("a.png", "b.png"):
        note(Ledger(out, "wish"), album / name, out / name)
    (out / "a.png").unlink()
    (out / "b.png").write_bytes(b"rest")

    ledger = Ledger(out, "wish")
    assert ledger.find(album / "a.png", out / "a.png") is None
    assert ledger.find(album / "b.png", out / "b.png") is None


def test_of_two_equal_files_each_gets_its_own_result(album):
    out = album / "out"
    twin = album / "twin.png"
    twin.write_bytes((album / "a.png").read_bytes())
    note(Ledger(out, "wish"), album / "a.png", out / "a.png")

    ledger = Ledger(out, "wish", [out / "a.png", out / "twin.png"])
    assert ledger.find(album / "a.png", out / "a.png") == out / "a.png"
    assert ledger.find(twin, out / "twin.png") is None


@pytest.mark.parametrize("torn", [b'{"photo": "12', b"\x00\xff\n", b"[1, 2]\n", b'{"other": 1}\n', b"[" * 5000])
def test_a_torn_line_costs_one_photograph(album, torn):
    out = album / "out"
    note(Ledger(out, "wish"), album / "a.png", out / "a.png")
    with (out / NAME).open("ab") as stream:
        stream.write(torn)
    note(Ledger(out, "wish"), album / "b.png", out / "b.png")

    ledger = Ledger(out, "wish")
    assert ledger.find(album / "a.png", out / "a.png") is not None
    assert ledger.find(album / "b.png", out / "b.png") is not None


def test_a_line_that_points_out_of_the_folder_is_not_believed(album):
    out = album / "out"
    note(Ledger(out, "wish"), album / "a.png", album / "b.png")

    assert "../b.png" in (out / NAME).read_text()
    assert Ledger(out, "wish").find(album / "a.png", out / "a.png") is None


def test_several_threads_note_without_tearing_each_others_lines(album):
    out = album / "out"
    ledger = Ledger(out, "wish")
    threads = [threading.Thread(target=lambda: [ledger.add("ab", out / "a.png") for _ in range(50)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(set((out / NAME).read_text().splitlines())) == 1
    assert len((out / NAME).read_text().splitlines()) == 200


def test_a_folder_that_can_not_be_written_costs_no_result(album):
    ledger = Ledger(album / "nowhere", "wish")

    ledger.add("ab", album / "out" / "a.png")
    assert ledger.find(album / "a.png", album / "out" / "a.png") is None


def test_everything_that_changes_results_changes_the_wish():
    usual = wish_hash({"scale": None}, {"detector": "12"})

    assert usual == wish_hash({"scale": None}, {"detector": "12"})
    assert wish_hash({"scale": 2}, {"detector": "12"}) != usual
    assert wish_hash({"scale": None}, {"detector": "13"}) != usual
