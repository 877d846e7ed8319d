"""The library's parts in the window: what is shown, what is changed, what runs in the background; connected."""

from __future__ import annotations

from dataclasses import dataclass

from photorestore import paths
from photorestore.gui.compare_jobs import CompareJobs
from photorestore.gui.library_jobs import LibraryJobs
from photorestore.gui.state.errands import Errands
from photorestore.gui.state.library_edits import LibraryEdits
from photorestore.gui.state.library_state import LibraryState
from photorestore.gui.thumbnails import Thumbnails
from photorestore.library.database import Database


@dataclass(frozen=True)
class LibraryParts:
    state: LibraryState
    edits: LibraryEdits
    jobs: LibraryJobs
    thumbnails: Thumbnails
    looks: CompareJobs

    @staticmethod
    def of(db: Database, errands: Errands) -> LibraryParts:
        folder = paths.thumbnails()
        state, edits, jobs = LibraryState(db, errands), LibraryEdits(db, errands), LibraryJobs(db, folder)
        thumbnails = Thumbnails(folder)
        state.counts_wanted.connect(jobs.count)
        jobs.counted.connect(state.on_counts)
        jobs.count()
        jobs.photos_changed.connect(errands.photos_changed)
        errands.photos_changed.connect(thumbnails.forget_broken)
        return LibraryParts(state, edits, jobs, thumbnails, CompareJobs())

    def close(self) -> None:
        """Before the library itself is closed."""
        self.state.close()
        self.jobs.close()
        self.thumbnails.close()
        self.looks.close()
