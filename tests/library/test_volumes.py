from pathlib import Path

from photorestore.library.volumes import SystemMounts, refresh_volumes, volume_for, volumes


def test_this_computers_disk_is_known_and_stays_online(library, tmp_path):
    mounts = SystemMounts()

    volume_id, place = volume_for(library, tmp_path, mounts)

    refresh_volumes(library, SystemMounts())
    [volume] = volumes(library)
    assert (volume.id, volume.online) == (volume_id, True)
    assert volume.mount_point / place.decode() == Path(tmp_path).resolve()


def test_a_mount_point_that_is_none_any_more_is_offline():
    assert SystemMounts().points("mount:/media/nobody/stick") == []
    assert SystemMounts().points("uuid:0000-0000") == []


def test_a_link_is_followed_to_the_disk_that_holds_the_file(library, mounts, tmp_path):
    mounts.disks["stick"] = tmp_path / "stick"
    (tmp_path / "stick").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "stick")

    _, place = volume_for(library, tmp_path / "link" / "a.jpg", mounts)

    assert place == b"a.jpg"
    assert [one.label for one in volumes(library)] == ["stick"]
