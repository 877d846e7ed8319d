import re

import pytest
from click.testing import CliRunner

from photorestore.cli import main


@pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)
def test_the_canvas_is_measured_without_a_screen(qapp):
    result = CliRunner().invoke(main, ["bench", "gui", "--megapixels", "1"])

    assert result.exit_code == 0, result.output
    assert len(re.findall(r"brush move r=500.* ms  \(.*\)  work .* ms", result.output)) == 4
    assert re.search(r"memory: at most \d+\.\d\d GB", result.output)
