"""What comes from below the window in English is shown in German everywhere, and stays English where it is kept."""

import json
from dataclasses import replace

from gui.restored_library import add_photos
from PySide6.QtWidgets import QLabel, QWidget

from photorestore import paths
from photorestore.gui.state.export_order import Fate, Outcome
from photorestore.gui.views.export_words import ExportWords
from photorestore.gui.views.findings import Findings
from photorestore.gui.views.import_report import ImportReportDialog
from photorestore.gui.views.message_bar import MessageBar
from photorestore.gui.views.queue_words import QueueWords
from photorestore.gui.views.weights_words import WeightsWords
from photorestore.host.protocol import WeightsInfo
from photorestore.library.importing import ImportReport, Refused
from photorestore.library.jobs import JobState, add_jobs, fail, job_by_id, take_next

EMPTY = "“a.jpg” is empty (0 bytes). Get a fresh copy of it."
LEER = "„a.jpg“ ist leer (0 Bytes). Besorgen Sie eine frische Kopie davon."


def test_a_message_is_in_german(german, qtbot):
    bar = MessageBar()
    qtbot.addWidget(bar)

    bar.show_trouble(EMPTY)

    assert (bar.words, bar.accessibleName()) == (LEER, LEER)


def test_what_was_found_is_in_german(german, qtbot):
    findings = Findings()
    qtbot.addWidget(findings)

    findings.show_sentences(["The photograph is toned and stays so.", "Schon deutsch."])

    shown = [label.text() for label in findings.findChildren(QLabel) if label.text() != "•"]
    assert shown == ["Das Foto ist getönt und bleibt es.", "Schon deutsch."]


def test_why_a_file_did_not_come_in_is_in_german(german, qtbot, tmp_path):
    around = QWidget()
    qtbot.addWidget(around)
    report = ImportReport((), (), (), (), (Refused(tmp_path / "a.jpg", EMPTY),), False)

    dialog = ImportReportDialog(report, around)

    row = dialog.files.topLevelItem(0).child(0)
    assert (row.text(1), row.toolTip(1)) == (LEER, LEER)


def test_a_failed_job_says_why_in_german_and_is_kept_in_english(german, library, tmp_path):
    [photo_id] = add_photos(library, tmp_path, 1)
    [job_id] = add_jobs(library, [photo_id], "suggested")
    take_next(library)
    fail(library, job_id, EMPTY)

    job = job_by_id(library, job_id)

    assert job.reason == EMPTY
    assert QueueWords().detail(job) == LEER
    done = replace(job, state=JobState.DONE, warnings=("The file holds 3 pages; only the first was read.", EMPTY))
    assert QueueWords().detail(done) == f"Die Datei enthält 3 Seiten; nur die erste wurde gelesen. {LEER}"
    assert QueueWords().detail(replace(job, state=JobState.RUNNING), "Scratches") == "Kratzer"


def test_why_a_photograph_was_not_exported_is_in_german(german):
    outcome = Outcome(Fate.FAILED, reason="There is not enough free memory for it. Close other programs.")

    assert ExportWords().outcome(outcome) == "Dafür ist nicht genug Speicher frei. Schließen Sie andere Programme."


def test_the_programs_own_weights_are_described_in_german(german):
    listed = json.loads((paths.resources() / "weights" / "manifest.json").read_bytes())["weights"]
    infos = [
        WeightsInfo(entry["name"], entry["task"], "present", "bundled", "MIT", entry["source"], 1) for entry in listed
    ]

    words = WeightsWords()

    assert len(infos) > 3
    for info in infos:
        assert words.task(info) != info.task
        assert words.source(info).startswith("von PhotoRestore trainiert (") or "Real-ESRGAN" in info.source
