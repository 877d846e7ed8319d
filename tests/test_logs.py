import subprocess
import sys

from photorestore import logs

WRITE_MUCH = """
import logging
from photorestore import logs
logs.start_log()
for number in range(60):
    logging.getLogger("much").warning("x" * 100_000)
"""
CRASH = "import faulthandler; from photorestore import logs; logs.start_crash_file(); faulthandler._sigsegv()"
UNCAUGHT = """
from photorestore import logs
logs.start_log()
logs.log_uncaught(lambda error: print("told", error))
raise KeyError("seven")
"""


def run(script):
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)


def test_the_log_never_grows_beyond_its_few_files():
    run(WRITE_MUCH)
    files = list(logs.log_path().parent.glob("photorestore.log*"))

    assert len(files) == 1 + logs.OLDER_KEPT
    assert all(file.stat().st_size <= logs.BYTES_EACH for file in files)


def test_a_native_crash_leaves_its_last_words():
    assert run(CRASH).returncode != 0

    assert "Segmentation fault" in logs.crash_path().read_text()


def test_an_exception_nobody_caught_is_logged_and_told_without_a_traceback():
    ended = run(UNCAUGHT)

    assert "told 'seven'" in ended.stdout
    assert "Traceback" not in ended.stdout + ended.stderr
    assert "KeyError: 'seven'" in logs.log_path().read_text()


def test_a_path_of_broken_letters_is_logged_too():
    run("import logging, os; from photorestore import logs; logs.start_log(); "
        "logging.warning('lost %s', os.fsdecode(b'caf\\xe9.png'))")  # fmt: skip

    assert "lost caf\\udce9.png" in logs.log_path().read_text("utf-8")


def test_a_folder_that_cannot_be_written_stops_nothing(monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setenv("PHOTORESTORE_HOME", str(tmp_path / "file"))

    assert run("from photorestore import logs; logs.start_log(); logs.start_crash_file()").returncode == 0
