from types import SimpleNamespace

import pytest

from photorestore.library.connecting import is_on_network


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
