import cv2
import pytest
from click.testing import CliRunner
from helpers import scene

from photorestore.cli import main


@pytest.fixture
def data(tmp_path):
    for folder in ("photos", "faces", "old_photos"):
        (tmp_path / folder).mkdir()
        cv2.imwrite(str(tmp_path / folder / "a.png"), (scene(32, 32) * 255).astype("uint8"))
    return tmp_path


def train_vae_old(data, *options):
    return CliRunner().invoke(main, ["train", "vae-old", str(data), "-o", str(data / "run"), "--dry-run", *options])


def test_vae_old_without_the_decoder_it_keeps_is_refused_in_a_sentence(data):
    result = train_vae_old(data)

    assert result.exit_code == 1
    assert "--start-from" in result.output
    assert "\n" not in result.output.strip()


def test_vae_old_starts_from_the_folder_of_a_run_and_goes_on_from_its_own(data):
    (data / "clean").mkdir()

    assert train_vae_old(data, "--start-from", str(data / "clean")).exit_code == 0
    (data / "run").mkdir()
    (data / "run" / "snapshot.safetensors").touch()
    assert train_vae_old(data).exit_code == 0
