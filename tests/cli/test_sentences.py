import click
import pytest
from click.testing import CliRunner

from photorestore.cli import main
from photorestore.cli.sentences import SentencesInsteadOfTracebacks
from photorestore.core.errors import Cancelled, UserError


def run(error):
    @click.group(cls=SentencesInsteadOfTracebacks)
    def group():
        pass

    @group.command()
    def fail():
        raise error

    return CliRunner().invoke(group, ["fail"])


def test_what_the_user_can_act_on_is_said_without_control_characters():
    result = run(UserError("“a\x1b[2J.png” is empty."))

    assert (result.exit_code, result.output) == (1, "Error: “a�[2J.png” is empty.\n")


def test_a_bug_is_a_sentence_and_its_traceback_goes_to_the_log(caplog):
    result = run(ZeroDivisionError("oh"))

    assert result.exit_code == 1
    assert "ZeroDivisionError: oh" in result.output
    assert "Traceback" not in result.output
    assert caplog.records[0].exc_info


@pytest.mark.parametrize("error", [Cancelled(), KeyboardInterrupt()])
def test_stopping_is_not_an_error(error):
    assert run(error).exit_code == 130


def test_a_file_in_place_of_a_command_is_told_what_to_write(tmp_path):
    (tmp_path / "grandma.jpg").write_bytes(b"")
    result = CliRunner().invoke(main, [str(tmp_path / "grandma.jpg")])

    assert result.exit_code == 1
    assert "photorestore restore" in result.output
    assert "No such command" in CliRunner().invoke(main, ["restroe"]).output
