import pytest
from library.made_library import save_picture

from photorestore.core.errors import UserError
from photorestore.library.photos import State, photo_by_id
from photorestore.library.places import new_result_path
from photorestore.library.versions import (
    add_version,
    forget_settings,
    keep_none,
    keep_version,
    rename_version,
    save_settings,
    saved_settings,
    version_by_id,
    versions,
)


def made(library, photo_id, **more):
    result = save_picture(new_result_path(library, photo_id, "a.jpg"))
    return add_version(library, photo_id, "{}", result, "photorestore 1.0", **more)


def test_a_result_is_kept_with_recipe_parent_and_warnings(library, photo_id):
    first = made(library, photo_id)
    second = made(library, photo_id, parent=first, name="softer", warnings=["The picture is very dark."])

    version = version_by_id(library, second)
    assert (version.parent, version.name, version.warnings) == (first, "softer", ("The picture is very dark.",))
    assert version.result.exists()
    assert [one.id for one in versions(library, photo_id)] == [first, second]


def test_one_version_of_a_photo_is_the_one_to_keep(library, photo_id):
    first, second = made(library, photo_id), made(library, photo_id)
    assert photo_by_id(library, photo_id).state is State.IN_WORK

    keep_version(library, first)
    keep_version(library, second)
    assert [one.kept for one in versions(library, photo_id)] == [False, True]
    assert photo_by_id(library, photo_id).state is State.RESTORED

    keep_none(library, second)
    assert photo_by_id(library, photo_id).state is State.IN_WORK


def test_results_outside_the_librarys_folder_are_refused(library, photo_id, tmp_path):
    with pytest.raises(ValueError, match="not in the subpath"):
        add_version(library, photo_id, "{}", save_picture(tmp_path / "a.png"), "engine")


def test_a_result_for_a_photo_that_is_gone_is_refused_in_a_sentence(library, photo_id):
    library.run("DELETE FROM photo")

    with pytest.raises(UserError, match="was removed from the library while it was restored"):
        made(library, photo_id)


def test_versions_can_be_named(library, photo_id):
    version = made(library, photo_id)
    rename_version(library, version, "for Käthe 👵")

    assert version_by_id(library, version).name == "for Käthe 👵"


def test_settings_are_saved_under_a_name_and_replaced_under_the_same(library, photo_id):
    save_settings(library, photo_id, "soft", '{"a": 1}')
    save_settings(library, photo_id, "hard", '{"a": 2}')
    save_settings(library, photo_id, "soft", '{"a": 3}')
    forget_settings(library, photo_id, "hard")

    assert [(one.name, one.recipe) for one in saved_settings(library, photo_id)] == [("soft", '{"a": 3}')]
