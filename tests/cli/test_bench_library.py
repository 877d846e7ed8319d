import re

import pytest
from click.testing import CliRunner

from photorestore.cli import main


@pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)
def test_the_library_is_measured_without_a_screen(qapp):
    result = CliRunner().invoke(main, ["bench", "library", "--photographs", "300"])

    assert result.exit_code == 0, result.output
    for words in ("first show", "relayout", "scroll frame, new photographs", "search"):
        assert re.search(rf"{words} .* ms  \(.*\)  work .* ms", result.output)
