"""What the layers below the window say to its user, collected from their source."""

import ast
from pathlib import Path

PROGRAM = Path(__file__).parents[2] / "photorestore"
LAYERS = ("core", "engine", "files", "host", "library", "exporting", "gui")
_ERRORS = ("UserError", "EngineCrashed")
_CARRIERS = ("Refused", "ImportReport", "Failure")  # each has a sentence for the user
_CARRYING_WORDS = ("problem", "reason", "trouble", "sentence")
_LISTS = ("reasons", "problems", "notes")
_FOR_HELPERS = ("log", "tell")  # what goes to a log stays English

# Functions and tables of which every string with a blank in it is said to the user; () is the whole module.
SPOKEN = {
    "engine/device.py": (),
    "engine/face_detection.py": ("_doubt", "_smallness", "_turn"),
    "engine/methods/table.py": ("METHODS",),
    "engine/nets/ncnn_weights.py": (),
    "engine/pipeline.py": ("NO_COLOURS", "_run", "check_result"),
    "engine/stages/faces.py": ("LOST_DETAIL",),
    "engine/suggest.py": (),
    "engine/weights.py": ("verify",),
    "engine/weights_archive.py": ("find_checkpoints", "_in_archive", "_trap"),
    "engine/weights_import.py": ("import_weights", "_import_one", "_said", "_ATTESTED", "_NOT_ATTESTED"),
    "engine/weights_recognition.py": ("_which",),
    "engine/worker.py": ("_NO_MEMORY", "_apology"),
    "exporting/files.py": ("_outcome",),
    "files/atomic.py": ("_REASONS",),
    "files/decoding.py": ("look_at", "read_tags", "_cmyk"),
    "files/reading.py": ("_explain", "_suffix_note", "_BAD_PROFILE"),
    "files/tiff.py": ("_decode_deep",),
    "gui/export_planning.py": ("_folder_trouble",),
    "gui/queue_work.py": ("run_job", "_restore"),
    "host/child.py": ("how_it_ended",),
    "host/client.py": ("WAITING", "_crash"),
    "library/importing.py": ("take", "_why_same"),
    "library/snapshots.py": ("go_back", "_without_file", "_after_damage"),
    "library/trouble.py": ("_SENTENCES",),
}
# `UserError`s that are not written where they are raised, and where they are.
RAISED_ELSEWHERE = {
    "answer.sentence": "host/client.py: what the worker said",
    "message.sentence": "host/client.py: what the worker said",
    "sentence": "host/client.py: see `_crash`",
    "_explain(path, head)": "files/reading.py",
    "_which(fitting)": "engine/weights_recognition.py",
    "sentence.format(path=library)": "library/trouble.py",
    "_DAMAGED.format(path=library)": "library/trouble.py",
    "' '.join(['No weights were imported.', *(reasons or [nothing])])": "engine/weights_import.py",
}


def said():
    """(file and line, shape) of every sentence; a shape has {} where the values go."""
    for layer in LAYERS:
        for path in sorted((PROGRAM / layer).rglob("*.py")):
            name = path.relative_to(PROGRAM).as_posix()
            tree = ast.parse(path.read_text("utf-8"))
            for node, text in {id(node): (node, text) for node, text in _said_in(tree, name)}.values():
                yield f"{name}:{node.lineno}", text


def raised():
    """(file and line, source) of what `UserError`s say that is no literal."""
    for layer in LAYERS:
        for path in sorted((PROGRAM / layer).rglob("*.py")):
            for call in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(call, ast.Call) and _name(call) in _ERRORS and _shape(call.args[0]) is None:
                    yield f"{path.name}:{call.lineno}", ast.unparse(call.args[0])


def _said_in(tree, name):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _said_by(node)
        elif isinstance(node, ast.AugAssign) and _name_of(node.target) in _LISTS:
            yield from _strings(node.value)
        elif isinstance(node, ast.keyword) and node.arg in _CARRYING_WORDS:
            yield from ((part, text) for part, text in _strings(node.value) if " " in text)
    if name in SPOKEN:
        wanted = set(SPOKEN[name])
        parts = [part for part in ast.walk(tree) if _names(part) & wanted] if wanted else [tree]
        gone = wanted.difference(*map(_names, parts))
        assert not gone, f"{name} has no {gone} any more"
        for part in parts:
            for node, text in _strings(part):
                if " " in text:
                    yield node, text.replace("{path}", "{}") if name == "library/trouble.py" else text


def _said_by(call):
    name = _name(call)
    if name in _ERRORS:
        yield from _strings(call.args[0]) if _shape(call.args[0]) is not None else ()
    elif name in _CARRIERS or name == "Progress":
        for part in (*call.args, *(word.value for word in call.keywords)):
            yield from _strings(part)
    elif name == "split" and len(call.args) == 2:
        yield from _strings(call.args[1])
    elif name == "append" and _name_of(call.func.value) in _LISTS:
        yield from _strings(call.args[0])


def _strings(node):
    """Literals and f-strings within, whole; not docstrings, what is compared, and what is written to a log."""
    if isinstance(node, ast.Compare):
        return
    if isinstance(node, ast.Call) and (_name(node) in _FOR_HELPERS or _owner(node) in _FOR_HELPERS):
        return
    text = _shape(node)
    if text is not None:
        if text.strip("{} :,"):
            yield node, text
        return
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)):
            yield from _strings(child)


def _shape(node):
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join("{}" if isinstance(part, ast.FormattedValue) else part.value for part in node.values)
    return None


def _names(node):
    if isinstance(node, ast.FunctionDef):
        return {node.name}
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return {inner.id for target in targets for inner in ast.walk(target) if isinstance(inner, ast.Name)}


def _name(call):
    return _name_of(call.func)


def _owner(call):
    return _name_of(call.func.value) if isinstance(call.func, ast.Attribute) else ""


def _name_of(node):
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
