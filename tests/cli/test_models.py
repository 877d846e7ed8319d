import zipfile

import pytest
import torch
from click.testing import CliRunner
from published_weights import pseudo_weights

from photorestore import paths
from photorestore.cli import main
from photorestore.engine.networks import build


def run(*arguments):
    return CliRunner().invoke(main, ["models", *map(str, arguments)])


@pytest.fixture
def archive(tmp_path):
    torch.save(pseudo_weights(build("published-vae", {})), tmp_path / "vae.pth")
    with zipfile.ZipFile(tmp_path / "some.zip", "w") as file:
        file.write(tmp_path / "vae.pth", "here/VAE_A_quality/latest_net_G.pth")
        file.writestr("here/other.pth", "no weights")
    return tmp_path / "some.zip"


def test_what_became_of_each_checkpoint_is_said_in_words(archive):
    result = run("import", archive)

    first, second = result.output.splitlines()
    assert first.startswith("some.zip: here/VAE_A_quality/latest_net_G.pth: Imported as published-vae-a")
    assert second.startswith("some.zip: here/other.pth: It is damaged or no plain checkpoint")
    assert result.exit_code == 1  # not all went well
    assert "published-vae-a: sound" in run("verify").output


def test_imported_weights_can_be_taken_out_of_use(archive):
    run("import", archive)

    assert run("remove", "published-vae-a").exit_code == 0
    assert "published-vae-a" not in run("list").output


def test_a_home_that_cannot_be_written_is_a_sentence(tmp_path, archive):
    paths.user_data().write_text("a file")

    assert "can't be kept in" in run("import", archive).output
    assert run("list").exit_code == 0
