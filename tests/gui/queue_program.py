"""The whole program on a screen that isn't there: it lets its queue go on until it is empty. Run to be killed.

Arguments: the fake engine's speed is given by the environment. Says "photo N" for every result that is there for good.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from gui.queue_album import fake_engine
from PySide6.QtCore import QTimer

from photorestore import paths
from photorestore.gui.app import Program, make_application
from photorestore.library.versions import versions


def main() -> int:
    application = make_application()
    program = Program(fake_engine(paths.log_folder() / "engine.log", quiet_s=0.0))

    def tell(ids) -> None:
        for photo_id in ids:
            if versions(program.library, photo_id):
                sys.stdout.write(f"photo {photo_id}\n")
                sys.stdout.flush()

    program.errands.photos_changed.connect(tell)
    program.queue.run_ended.connect(lambda done, failed: QTimer.singleShot(0, application.quit))
    sys.stdout.write("began\n")
    sys.stdout.flush()
    program.queue.resume()
    try:
        return application.exec()
    finally:
        program.window.close()
        program.close()


if __name__ == "__main__":
    sys.exit(main())
