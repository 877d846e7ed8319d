"""The library's tables, as numbered steps in the SQL of their day. Append only: shipped steps never change."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing

Migration = tuple[str, ...]

_PHOTOS: Migration = (
    """CREATE TABLE volume (
        id INTEGER PRIMARY KEY,
        identity TEXT NOT NULL UNIQUE,         -- "uuid:..." where the disk has one, else "mount:..."
        label TEXT NOT NULL,
        mount_point BLOB NOT NULL,             -- where it was seen last, in the file system's own bytes
        online INTEGER NOT NULL DEFAULT 1
    ) STRICT""",
    """CREATE TABLE import_run (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        began REAL NOT NULL
    ) STRICT""",
    """CREATE TABLE photo (
        id INTEGER PRIMARY KEY AUTOINCREMENT,  -- grows with time, whatever the clock says; never used twice
        volume_id INTEGER NOT NULL REFERENCES volume (id),
        place BLOB NOT NULL,                   -- below the mount point, with "/", in the file system's own bytes
        name TEXT NOT NULL,
        name_key TEXT NOT NULL,                -- orders "scan 2" before "scan 10"
        search_text TEXT NOT NULL,             -- name, caption, note and date, folded
        size INTEGER NOT NULL,
        mtime_ns INTEGER NOT NULL,
        quick_hash BLOB NOT NULL,
        content_hash BLOB,                     -- sha256 of the file; NULL: not known yet
        look_hash INTEGER,                     -- 64 bits as a signed number; NULL: not known, or nothing to see
        examined INTEGER NOT NULL DEFAULT 0,
        trouble TEXT NOT NULL DEFAULT '',
        width INTEGER NOT NULL,
        height INTEGER NOT NULL,
        is_copy INTEGER NOT NULL,              -- the library's own file
        cut_from INTEGER REFERENCES photo (id) ON DELETE SET NULL,
        import_id INTEGER NOT NULL REFERENCES import_run (id),
        added REAL NOT NULL,
        caption TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        stars INTEGER NOT NULL DEFAULT 0 CHECK (stars BETWEEN 0 AND 5),
        flag TEXT NOT NULL DEFAULT 'none' CHECK (flag IN ('none', 'keep', 'reject')),
        date_text TEXT NOT NULL DEFAULT '',
        date_from TEXT,                        -- ISO days
        date_to TEXT,
        progress TEXT NOT NULL DEFAULT 'not restored'
            CHECK (progress IN ('not restored', 'in work', 'restored')),
        missing INTEGER NOT NULL DEFAULT 0,
        settings TEXT,                         -- the recipe that the user is working on
        trashed REAL,
        UNIQUE (volume_id, place)
    ) STRICT""",
    "CREATE INDEX photo_by_quick_hash ON photo (quick_hash)",
    "CREATE INDEX photo_by_content ON photo (content_hash)",
    "CREATE INDEX photo_by_size ON photo (size) WHERE missing",
    "CREATE INDEX photo_to_examine ON photo (id) WHERE NOT examined",
    "CREATE INDEX photo_in_trash ON photo (trashed) WHERE trashed IS NOT NULL",
    "CREATE INDEX photo_by_added ON photo (id) WHERE trashed IS NULL",
    "CREATE INDEX photo_by_name ON photo (name_key, id) WHERE trashed IS NULL",
    """CREATE INDEX photo_by_date ON photo
        (coalesce(date_from, date_to) IS NULL, coalesce(date_from, date_to), id) WHERE trashed IS NULL""",
    """CREATE INDEX photo_by_date_down ON photo
        (coalesce(date_from, date_to) IS NULL, coalesce(date_from, date_to) DESC, id DESC) WHERE trashed IS NULL""",
    "CREATE INDEX photo_by_stars ON photo (stars, id) WHERE trashed IS NULL",
    "CREATE INDEX photo_by_pixels ON photo (width * height, id) WHERE trashed IS NULL",
    "CREATE INDEX photo_by_place ON photo (volume_id, place, id) WHERE trashed IS NULL",
    "CREATE INDEX photo_by_import ON photo (import_id)",
    "CREATE INDEX photo_by_progress ON photo (progress, id) WHERE trashed IS NULL",
    "CREATE INDEX photo_by_search ON photo (id, search_text, date_from, date_to) WHERE trashed IS NULL",
)

_ALBUMS: Migration = (
    """CREATE TABLE album (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        search_text TEXT NOT NULL,
        position INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE album_photo (
        album_id INTEGER NOT NULL REFERENCES album (id) ON DELETE CASCADE,
        photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,             -- with gaps, so that a drag changes few rows
        PRIMARY KEY (album_id, photo_id)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX album_in_order ON album_photo (album_id, position, photo_id)",
    "CREATE INDEX album_of_photo ON album_photo (photo_id)",
)

_WORK: Migration = (
    """CREATE TABLE version (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
        parent_id INTEGER REFERENCES version (id) ON DELETE SET NULL,
        name TEXT NOT NULL DEFAULT '',
        recipe TEXT NOT NULL,
        result TEXT NOT NULL UNIQUE,           -- below the library's folder, with "/"
        engine TEXT NOT NULL,
        warnings TEXT NOT NULL DEFAULT '[]',   -- JSON: sentences
        created REAL NOT NULL,
        kept INTEGER NOT NULL DEFAULT 0,
        trashed REAL
    ) STRICT""",
    "CREATE INDEX version_of_photo ON version (photo_id, id)",
    "CREATE INDEX version_in_trash ON version (trashed) WHERE trashed IS NOT NULL",
    """CREATE TABLE named_settings (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        recipe TEXT NOT NULL,
        created REAL NOT NULL,
        UNIQUE (photo_id, name)
    ) STRICT""",
    """CREATE TABLE mask (
        photo_id INTEGER PRIMARY KEY REFERENCES photo (id) ON DELETE CASCADE,
        applied INTEGER NOT NULL DEFAULT 0,    -- strokes up to this number are in force, later ones can be redone
        parameters TEXT NOT NULL DEFAULT '{}'  -- JSON: threshold and the like, the window's business
    ) STRICT""",
    """CREATE TABLE stroke (
        photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        layer TEXT NOT NULL CHECK (layer IN ('added', 'erased', 'both')),
        kind TEXT NOT NULL,
        payload BLOB NOT NULL,
        PRIMARY KEY (photo_id, number)
    ) STRICT""",
    """CREATE TABLE mask_checkpoint (
        photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,               -- both layers as they are after this stroke
        payload BLOB NOT NULL,
        PRIMARY KEY (photo_id, number)
    ) STRICT""",
    """CREATE TABLE face (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
        box_left INTEGER NOT NULL,             -- px of the upright photo
        box_top INTEGER NOT NULL,
        box_right INTEGER NOT NULL,
        box_bottom INTEGER NOT NULL,
        landmarks TEXT NOT NULL DEFAULT '[]',  -- JSON: five (x, y) in px
        confidence REAL NOT NULL,
        enabled INTEGER NOT NULL DEFAULT 1,
        strength REAL,                         -- 0..1; NULL takes the stage's
        by_hand INTEGER NOT NULL DEFAULT 0,
        decided INTEGER NOT NULL DEFAULT 0     -- the user chose; finding faces again must not undo it
    ) STRICT""",
    "CREATE INDEX face_of_photo ON face (photo_id)",
)

_QUEUE: Migration = (
    """CREATE TABLE job (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
        recipe TEXT NOT NULL,
        options TEXT NOT NULL DEFAULT '{}',    -- JSON: smaller tiles, CPU
        state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN
            ('waiting', 'running', 'paused', 'done', 'failed', 'cancelled', 'interrupted')),
        position INTEGER NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0,
        reason TEXT NOT NULL DEFAULT '',
        warnings TEXT NOT NULL DEFAULT '[]',   -- JSON: sentences
        version_id INTEGER REFERENCES version (id) ON DELETE SET NULL,
        megapixels REAL NOT NULL,
        seconds REAL,                          -- of the run that ended it
        owner_pid INTEGER,
        created REAL NOT NULL
    ) STRICT""",
    "CREATE INDEX job_in_order ON job (position, id)",
    "CREATE INDEX job_by_state ON job (state, position, id)",
    "CREATE INDEX job_of_photo ON job (photo_id)",
    "CREATE INDEX job_of_version ON job (version_id)",
)

_TURNS: Migration = (  # quarter turns clockwise, after what the file says about its orientation
    "ALTER TABLE photo ADD COLUMN turns INTEGER NOT NULL DEFAULT 0 CHECK (turns BETWEEN 0 AND 3)",
    # of its photo when the version was made
    "ALTER TABLE version ADD COLUMN turns INTEGER NOT NULL DEFAULT 0 CHECK (turns BETWEEN 0 AND 3)",
)

MIGRATIONS: tuple[Migration, ...] = ((*_PHOTOS, *_ALBUMS, *_WORK, *_QUEUE), _TURNS)


def migrate(connection: sqlite3.Connection, steps: Sequence[Migration] = MIGRATIONS) -> None:
    """Run the steps that are still missing. Each comes with its number whole, or not at all."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    for number, statements in enumerate(steps[version:], version + 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            for statement in statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def has_our_tables(connection: sqlite3.Connection) -> bool:
    """Whether the tables and columns of its version are there: SQLite takes a damaged name for another name."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if not 0 < version <= len(MIGRATIONS):
        return True  # empty, or of a newer program: not for us to judge
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        migrate(fresh, MIGRATIONS[:version])
        return _columns(fresh) <= _columns(connection)


def _columns(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    sql = "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'"
    return {(table, column) for table, column in connection.execute(sql)}
