import sqlite3
from contextlib import closing
from pathlib import PureWindowsPath
from types import SimpleNamespace

import pytest

from photorestore.library.connecting import connect, is_on_network, uri_of


@pytest.mark.parametrize(
    ("point", "fstype", "opts", "network"),
    [
        ("/", "ext4", "rw", False),
        ("/home", "nfs4", "rw", True),
        ("/home", "NTFS", "rw,remote", True),
        ("/mnt", "cifs", "rw", False),
    ],
)
def test_a_network_disk_is_known_by_the_nearest_mount_point(monkeypatch, tmp_path, point, fstype, opts, network):
    parts = [
        SimpleNamespace(mountpoint="/", fstype="ext4", opts="rw"),
        SimpleNamespace(mountpoint=str(tmp_path) if point == "/home" else point, fstype=fstype, opts=opts),
    ]
    monkeypatch.setattr("photorestore.library.connecting.psutil.disk_partitions", lambda all: parts)

    assert is_on_network(tmp_path / "library.db") is network


def test_a_library_on_a_windows_share_is_named_so_that_sqlite_takes_it():
    uri = uri_of(PureWindowsPath(r"\\server\home\Käthe\library.db"))

    assert uri == "file:////server/home/K%C3%A4the/library.db"
    with pytest.raises(sqlite3.OperationalError, match="unable to open"):  # not: invalid uri authority
        sqlite3.connect(f"{uri}?mode=ro", uri=True)


def test_a_library_may_lie_under_any_name(tmp_path):
    path = tmp_path / "50 % done? #1 Käthe.db"
    with closing(connect(path)) as connection:
        connection.execute("CREATE TABLE a (b)")

    assert path.is_file()
