"""What the layers below the window say, as templates marked for translation; a test holds them against the source.

The name of a placeholder says what may stand there: see `engine_sentences`.
"""

from __future__ import annotations

from photorestore.gui.words import QT_TRANSLATE_NOOP

SENTENCES = (
    # Settings and recipes
    QT_TRANSLATE_NOOP("Sentences", "This is not a recipe: it is not valid JSON ({error})."),
    QT_TRANSLATE_NOOP("Sentences", 'This is not a recipe: it has no "photorestore_recipe" version number.'),
    QT_TRANSLATE_NOOP("Sentences", "This recipe was saved by a newer PhotoRestore; update the program to use it."),
    QT_TRANSLATE_NOOP("Sentences", 'This recipe is damaged: "stages" and "weights" must be objects.'),
    QT_TRANSLATE_NOOP("Sentences", "This recipe is damaged: the settings of {name} must be an object."),
    QT_TRANSLATE_NOOP("Sentences", "This recipe has stages that do not exist: {names}."),
    QT_TRANSLATE_NOOP("Sentences", "This recipe has settings of {name} that do not exist: {names}."),
    QT_TRANSLATE_NOOP("Sentences", "{setting} is {value}; it can be {choices}."),
    QT_TRANSLATE_NOOP("Sentences", "{setting} is {value}; it must be a number from {low} to {high}."),
    QT_TRANSLATE_NOOP("Sentences", "{setting} is {value}; it can be true or false."),
    # What Suggest found
    QT_TRANSLATE_NOOP("Sentences", "Nothing to repair: this photograph is fine and is left alone."),
    QT_TRANSLATE_NOOP("Sentences", "The photograph is monochrome and stays so."),
    QT_TRANSLATE_NOOP("Sentences", "The photograph is toned and stays so."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "It has faded and lost about {share} of its contrast, most of which is brought back.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "It is dark, and is brightened a little."),
    QT_TRANSLATE_NOOP("Sentences", "Its colours have faded unevenly, so the cast is reduced."),
    QT_TRANSLATE_NOOP("Sentences", "Scratches were not looked for, because the network that finds them is missing."),
    QT_TRANSLATE_NOOP("Sentences", "Cracks, dust or loss on {share} of the picture are filled."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Marks on {share} of the picture may be damage, or just as well part of it, like ropes and twigs; "
        "they are left alone unless you turn on Scratches.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "What is filled is redrawn by the translation networks."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The translation networks redraw the whole picture: they take away what is left of noise, grain and JPEG "
        "blocks.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Single pixels are wrong ({specks}, about {share} of them): l0TV finds and replaces them and leaves the "
        "others alone.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "black and white specks"),
    QT_TRANSLATE_NOOP("Sentences", "specks of any lightness"),
    QT_TRANSLATE_NOOP("Sentences", "Its file was compressed hard and shows JPEG blocks."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Its file was compressed hard and shows JPEG blocks; Enlarge with clean-up can redraw them.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "It has some noise, which is reduced."),
    QT_TRANSLATE_NOOP("Sentences", "It has some grain, which is reduced."),
    QT_TRANSLATE_NOOP("Sentences", "It has strong noise, which is reduced."),
    QT_TRANSLATE_NOOP("Sentences", "It has strong grain, which is reduced."),
    QT_TRANSLATE_NOOP("Sentences", "It is all of one colour, so there is nothing to repair."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "It has {count} colours only, like a drawing, a text or a dithered picture, whose dots would pass for noise; "
        "it is left alone.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "It looks worn; noise that is hard to tell from texture is reduced gently.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "It is soft: its sharpest edges are about {pixels} pixels wide."),
    QT_TRANSLATE_NOOP("Sentences", "It is too large to be redrawn in a few minutes; turn on Enlarge if you can wait."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The camera or the subject moved by about {pixels} pixels; the blur is undone by its shape.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "It is out of focus: points became disks of about {pixels} pixels; the blur is undone by its shape.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The noise grows with the light, as counted light does: it is made even first (Anscombe).",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The noise is alike everywhere and from pixel to pixel new: the learned denoiser is made for it.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "1 face found and left as photographed: the picture is sharp enough."),
    QT_TRANSLATE_NOOP("Sentences", "1 face found and left alone: too small or doubtful."),
    QT_TRANSLATE_NOOP("Sentences", "1 face found, large and clear enough to be refined."),
    QT_TRANSLATE_NOOP("Sentences", "{count} faces found and left as photographed: the picture is sharp enough."),
    QT_TRANSLATE_NOOP("Sentences", "{count} faces found and left alone: too small or doubtful."),
    QT_TRANSLATE_NOOP("Sentences", "{count} faces found, {clear} of them large and clear enough to be refined."),
    # Faces
    QT_TRANSLATE_NOOP("Sentences", "Only {share} sure that this is a face."),
    QT_TRANSLATE_NOOP("Sentences", "Small: {pixels} pixels."),
    QT_TRANSLATE_NOOP("Sentences", "Eyes and mouth do not lie as in a face."),
    QT_TRANSLATE_NOOP("Sentences", "Seen from the side."),
    QT_TRANSLATE_NOOP("Sentences", "Left alone: it is sharper than what the network draws."),
    # Device
    QT_TRANSLATE_NOOP("Sentences", "There is no device called {value}; choose one of {choices}."),
    QT_TRANSLATE_NOOP("Sentences", "There is no precision called {value}; choose one of auto, {choices}."),
    QT_TRANSLATE_NOOP("Sentences", "This computer has no NVIDIA or AMD graphics card that torch can use."),
    QT_TRANSLATE_NOOP("Sentences", "This computer has no Apple graphics processor that torch can use."),
    QT_TRANSLATE_NOOP("Sentences", "This computer has: {devices}."),
    QT_TRANSLATE_NOOP("Sentences", "{choice} with {precision} ({why})."),
    QT_TRANSLATE_NOOP("Sentences", "Using the NVIDIA or AMD graphics card as asked"),
    QT_TRANSLATE_NOOP("Sentences", "Using the Apple graphics processor as asked"),
    QT_TRANSLATE_NOOP("Sentences", "Using the processor as asked"),
    QT_TRANSLATE_NOOP("Sentences", "No CUDA or Apple graphics found; using the processor"),
    QT_TRANSLATE_NOOP("Sentences", "Using the NVIDIA or AMD graphics card ({name})"),
    QT_TRANSLATE_NOOP("Sentences", "Using the Apple GPU"),
    QT_TRANSLATE_NOOP("Sentences", "as asked"),
    QT_TRANSLATE_NOOP("Sentences", "half the memory, twice the speed"),
    QT_TRANSLATE_NOOP("Sentences", "twice as fast as float32 on this processor"),
    QT_TRANSLATE_NOOP("Sentences", "this processor has no fast bfloat16"),
    # Methods
    QT_TRANSLATE_NOOP("Sentences", "There is no method called {value}; choose one of {choices}."),
    QT_TRANSLATE_NOOP("Sentences", "{method} can't undo blur; choose one of {methods}."),
    QT_TRANSLATE_NOOP("Sentences", 'The file of the weights "{name}" is missing; import them again.'),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{method} needs the Python package {name}, which is not installed; install it or choose another method.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "Non-local means"),
    QT_TRANSLATE_NOOP("Sentences", "Learned denoiser"),
    QT_TRANSLATE_NOOP("Sentences", "Plug and play"),
    QT_TRANSLATE_NOOP("Sentences", "Shrinkage fields"),
    QT_TRANSLATE_NOOP("Sentences", "Poisson TV"),
    QT_TRANSLATE_NOOP("Sentences", "Anscombe and non-local means"),
    QT_TRANSLATE_NOOP("Sentences", "Anscombe and learned"),
    QT_TRANSLATE_NOOP("Sentences", "Median of impulses"),
    QT_TRANSLATE_NOOP("Sentences", "There is no method to compare; name at least one."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The clean picture has {width} x {height} pixels and the photo {other_width} x {other_height}; give one "
        "of the same size.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "The blur kernel is empty; give one with at least one positive value."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The blur kernel has negative values, which no blur has; give one of light amounts.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The blur kernel ({width} x {height}) is larger than the picture ({other_width} x {other_height}); give a"
        " smaller one.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "The length of a motion blur can't be negative."),
    QT_TRANSLATE_NOOP("Sentences", "The radius of a misfocus can't be negative."),
    QT_TRANSLATE_NOOP("Sentences", "The {blur} blur has no size; give its size in pixels or choose no blur."),
    # Restoring
    QT_TRANSLATE_NOOP("Sentences", "Looking for damage"),
    QT_TRANSLATE_NOOP("Sentences", "Measuring"),
    QT_TRANSLATE_NOOP("Sentences", "Reading the photo"),
    QT_TRANSLATE_NOOP("Sentences", "Translating"),
    QT_TRANSLATE_NOOP("Sentences", "Drawing"),
    QT_TRANSLATE_NOOP("Sentences", "Reading"),
    QT_TRANSLATE_NOOP("Sentences", "Looking"),
    QT_TRANSLATE_NOOP("Sentences", "Saving"),
    QT_TRANSLATE_NOOP("Sentences", "Reading {name}"),
    QT_TRANSLATE_NOOP("Sentences", "Waits until the engine is free"),
    QT_TRANSLATE_NOOP("Sentences", "The network gave numbers that are no picture; its weights may be damaged."),
    QT_TRANSLATE_NOOP("Sentences", "The step {stage} failed: its picture {flaw}. Switch this step off to go on."),
    QT_TRANSLATE_NOOP(
        "Sentences", "The graphics card has too little memory for the step {stage}; the processor did it."
    ),
    QT_TRANSLATE_NOOP("Sentences", "has {width} x {height} pixels instead of {other_width} x {other_height}"),
    QT_TRANSLATE_NOOP("Sentences", "contains numbers that are no colours"),
    QT_TRANSLATE_NOOP("Sentences", "has values from {lowest} to {highest} instead of 0 to 1"),
    QT_TRANSLATE_NOOP("Sentences", "is a single flat colour"),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Enlarged to {width} x {height} pixels this photo needs {needed} GB of memory but {free} GB are free; "
        "choose a smaller scale.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Translation needs the published weights {names}. If you have global_checkpoints.zip, add them with "
        '"photorestore models import global_checkpoints.zip".',
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The mask covers the whole photo, so there is nothing to fill it from. Erase part of the mask.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "The memory is used up even with the smallest tiles; close other programs."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "There is not enough free memory for this photograph; close other programs and try again.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no room for a picture of {megabytes} MB in shared memory; close other programs, or choose a "
        "smaller enlargement.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Something went wrong inside the program ({kind}: {error}). The photograph is unchanged; the log holds "
        "the details.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The restoration engine stopped unexpectedly ({how}). The photograph is unchanged; try again, or with a "
        "smaller enlargement if memory is short.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "exit code {number}"),
    QT_TRANSLATE_NOOP("Sentences", "signal {number}, {reason}"),
    QT_TRANSLATE_NOOP("Sentences", "signal {number}"),
    QT_TRANSLATE_NOOP("Sentences", "Details are in {path}."),
    # The queue
    QT_TRANSLATE_NOOP("Sentences", "The photo is not in the library any more."),
    QT_TRANSLATE_NOOP("Sentences", "Nothing needed to be restored."),
    QT_TRANSLATE_NOOP("Sentences", "There is not enough free memory for it. Close other programs, then try again."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The restoration engine can't be started ({reason}). If the program was updated while it ran, start it again.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "The result has the wrong size, {width} × {height}. It was not kept."),
    QT_TRANSLATE_NOOP("Sentences", "The result contains numbers that are no colours. It was not kept."),
    QT_TRANSLATE_NOOP("Sentences", "The result is a single flat colour. It was not kept."),
    QT_TRANSLATE_NOOP("Sentences", "“{path}” went away while it was read ({reason})."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The disk that holds the library “{path}” is almost full, so the queue waits. Free some space, then let "
        "it go on.",
    ),
    # Weights
    QT_TRANSLATE_NOOP(
        "Sentences",
        'The weights "{name}" are not installed. Add them with "photorestore models import FILE".',
    ),
    QT_TRANSLATE_NOOP("Sentences", 'The weights "{name}" are missing: there is no file {path}. {cure}'),
    QT_TRANSLATE_NOOP("Sentences", 'The weights "{name}" are damaged: {path} is not the file that was checked. {cure}'),
    QT_TRANSLATE_NOOP("Sentences", "Import them again."),
    QT_TRANSLATE_NOOP("Sentences", "Install PhotoRestore again."),
    QT_TRANSLATE_NOOP("Sentences", 'The weights "{name}" can\'t be read: {path} ({reason}).'),
    QT_TRANSLATE_NOOP("Sentences", 'The weights "{name}" cannot be read: {path} is not safetensors ({error}).'),
    QT_TRANSLATE_NOOP(
        "Sentences",
        'The weights "{name}" belong to the program and stay; only imported ones can be removed.',
    ),
    QT_TRANSLATE_NOOP("Sentences", 'The weights "{name}" can\'t be moved in {path} ({reason}).'),
    QT_TRANSLATE_NOOP(
        "Sentences",
        'The weights "{name}" come with the Python package {package}, which is not installed.',
    ),
    QT_TRANSLATE_NOOP("Sentences", 'The weights "{name}" do not fit the network "{network}": {error}'),
    QT_TRANSLATE_NOOP(
        "Sentences",
        'The weights "{name}" can\'t be used: the list of weights says other sizes than the network can have. '
        "Install or import them again.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        'This PhotoRestore has no network "{network}"; update the program to use these weights.',
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{path} was written by a newer PhotoRestore; update the program to use these weights.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "The list of weights {path} can't be read ({reason})."),
    QT_TRANSLATE_NOOP("Sentences", "The list of weights {path} is damaged ({error}). Move it away and import again."),
    QT_TRANSLATE_NOOP("Sentences", "The weights file {name} {fault}; install the package it came with again."),
    QT_TRANSLATE_NOOP("Sentences", "is cut off or damaged at byte {number}"),
    QT_TRANSLATE_NOOP("Sentences", "has {count} bytes too many"),
    QT_TRANSLATE_NOOP("Sentences", "is not an ncnn graph"),
    QT_TRANSLATE_NOOP("Sentences", "is not an ncnn graph that we know"),
    QT_TRANSLATE_NOOP("Sentences", "is not an RRDBNet"),
    QT_TRANSLATE_NOOP("Sentences", "cannot be read ({reason})"),
    QT_TRANSLATE_NOOP("Sentences", "has {count} convolutions, which no RRDBNet has"),
    # Importing weights
    QT_TRANSLATE_NOOP("Sentences", "No weights were imported."),
    QT_TRANSLATE_NOOP("Sentences", "No .pth, .pt or .zip file was found there."),
    QT_TRANSLATE_NOOP("Sentences", "{label}: {sentence}"),
    QT_TRANSLATE_NOOP("Sentences", 'A name ("{name}") can be given for one checkpoint only; {count} were found.'),
    QT_TRANSLATE_NOOP("Sentences", "Weights can't be kept in {path} ({reason})."),
    QT_TRANSLATE_NOOP("Sentences", "It could not be read or stored: {reason}."),
    QT_TRANSLATE_NOOP("Sentences", "It could not be stored in {path} ({error})."),
    QT_TRANSLATE_NOOP("Sentences", "Imported as {name} ({megabytes} MB)."),
    QT_TRANSLATE_NOOP("Sentences", "It is the file that others know."),
    QT_TRANSLATE_NOOP("Sentences", "It is not the file that others know."),
    QT_TRANSLATE_NOOP("Sentences", "It holds no network's parameters."),
    QT_TRANSLATE_NOOP("Sentences", "It holds other things than a network's parameters."),
    QT_TRANSLATE_NOOP("Sentences", "Its parameters are not those of any published network."),
    QT_TRANSLATE_NOOP("Sentences", 'Its parameters do not fit "{name}".'),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Its shape does not tell which one it is: keep it in its folder ({folders}), or give its name ({names}).",
    ),
    QT_TRANSLATE_NOOP("Sentences", "It is damaged or no plain checkpoint, and was not opened. Download it again."),
    QT_TRANSLATE_NOOP("Sentences", "It is damaged ({error}). Download it again."),
    QT_TRANSLATE_NOOP("Sentences", "It is damaged: {name} holds values that are not numbers."),
    QT_TRANSLATE_NOOP("Sentences", "It would unpack to far more than its size, which no published checkpoint does."),
    QT_TRANSLATE_NOOP("Sentences", "It would take {gigabytes} GB, which no published checkpoint does."),
    QT_TRANSLATE_NOOP("Sentences", "It is damaged inside the archive ({error}). Download the archive again."),
    QT_TRANSLATE_NOOP("Sentences", "It is not a whole zip archive ({error}). Download it again."),
    QT_TRANSLATE_NOOP("Sentences", "It can't be read ({reason})."),
    QT_TRANSLATE_NOOP("Sentences", "There is no such file."),
    QT_TRANSLATE_NOOP("Sentences", "Only .zip, .pth and .pt files hold published weights."),
    QT_TRANSLATE_NOOP("Sentences", "Its name points outside the archive."),
    QT_TRANSLATE_NOOP("Sentences", "It is a link, not a file."),
    QT_TRANSLATE_NOOP("Sentences", "It is encrypted; unpack the archive yourself and give the folder."),
    QT_TRANSLATE_NOOP("Sentences", "It is an archive inside an archive; unpack the outer one and give the folder."),
    # Files
    QT_TRANSLATE_NOOP("Sentences", "“{name}” is empty (0 bytes). Get a fresh copy of it."),
    QT_TRANSLATE_NOOP("Sentences", "“{path}” does not exist. Check the name and whether the disk is connected."),
    QT_TRANSLATE_NOOP("Sentences", "“{path}” can't be opened: you have no permission to read it."),
    QT_TRANSLATE_NOOP("Sentences", "“{path}” can't be read from the disk ({reason})."),
    QT_TRANSLATE_NOOP("Sentences", "“{path}” can't be looked into: you have no permission to read this folder."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "“{path}” is a folder, not a picture. Name a picture file, or use it where folders are taken.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "“{path}” is not a file but a pipe or a device. Name a picture file."),
    QT_TRANSLATE_NOOP("Sentences", "“{name}” can't be used: {fault}."),
    QT_TRANSLATE_NOOP("Sentences", "it has no pixels ({width} × {height})"),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "it has {width} × {height} pixels ({megapixels} megapixels); more than {most} megapixels can't be read. "
        "Make it smaller",
    ),
    QT_TRANSLATE_NOOP("Sentences", "its floating-point values lie outside 0 to 1. Save it as 16-bit TIFF"),
    QT_TRANSLATE_NOOP("Sentences", "it looks like a camera's raw file. Develop it to TIFF or JPEG first"),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "its compression ({name}) can't be read at this bit depth. Save it as TIFF without compression",
    ),
    QT_TRANSLATE_NOOP("Sentences", "its numbers have a sign, which pictures don't have. Save it as 16-bit TIFF"),
    QT_TRANSLATE_NOOP("Sentences", "There is not enough memory to read “{name}”. Close other programs."),
    QT_TRANSLATE_NOOP("Sentences", "“{name}” is damaged or incomplete and can't be read. Get a fresh copy of it."),
    QT_TRANSLATE_NOOP("Sentences", "“{name}” is not a picture we know. Pictures are {names}."),
    QT_TRANSLATE_NOOP("Sentences", "The file is named {suffix} but holds {format}; it was read as {format_again}."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The file's colour profile is damaged or does not fit; its colours were taken as sRGB.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "The file holds {frames} pages; only the first was read."),
    QT_TRANSLATE_NOOP("Sentences", "The file holds {frames} pictures; only the first was read."),
    QT_TRANSLATE_NOOP("Sentences", "The file's EXIF data is damaged; what could be read is kept."),
    QT_TRANSLATE_NOOP("Sentences", "The file's EXIF data is damaged and was left out."),
    QT_TRANSLATE_NOOP("Sentences", "The file is CMYK without a usable colour profile; its colours are approximate."),
    QT_TRANSLATE_NOOP("Sentences", "The file holds a further channel (perhaps infrared), which was not used."),
    QT_TRANSLATE_NOOP("Sentences", "“{path}” is the original photo, which is never written over. Choose another name."),
    QT_TRANSLATE_NOOP("Sentences", "“{path}” can't be saved: {reason}. Choose another folder or name, or make room."),
    QT_TRANSLATE_NOOP("Sentences", "the disk is full"),
    QT_TRANSLATE_NOOP("Sentences", "your share of the disk is full"),
    QT_TRANSLATE_NOOP("Sentences", "the file is too large for that disk"),
    QT_TRANSLATE_NOOP("Sentences", "you have no permission to write in that folder"),
    QT_TRANSLATE_NOOP("Sentences", "the disk can only be read"),
    QT_TRANSLATE_NOOP("Sentences", "a folder has that name"),
    QT_TRANSLATE_NOOP("Sentences", "part of its folder's name is a file"),
    QT_TRANSLATE_NOOP("Sentences", "the name is too long"),
    QT_TRANSLATE_NOOP("Sentences", "Pictures can't be saved as “{name}”; choose a name that ends in one of {choices}."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The mask “{name}” is {width} × {height} pixels but the photo {other_width} × {other_height}; they must "
        "be equal.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "A mask must be saved as PNG, not as “{name}”."),
    QT_TRANSLATE_NOOP("Sentences", "The result is too large for a TIFF file (over 4 GB); save it as PNG."),
    QT_TRANSLATE_NOOP("Sentences", "{name} can't hold {width} × {height} pixels, only {side} a side; save as TIFF."),
    # The library
    QT_TRANSLATE_NOOP("Sentences", "An album needs a name."),
    QT_TRANSLATE_NOOP("Sentences", "The library's folder “{path}” can't be made ({reason}). Choose another folder."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The library's folder “{path}” can only be read. Allow writing there, or choose another folder.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The library “{path}” is damaged and can't be put right ({reason}). Check that its folder can be written "
        "and its disk is not full.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The library “{path}” was made by a newer PhotoRestore. Update the program to open it.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The library “{path}” is in use by an older PhotoRestore. Close that one first, then try again.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The disk that holds the library “{path}” is full. Free some space; nothing that was saved before is lost.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The library “{path}” is in use by another window or program. Wait a moment and try again.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The library “{path}” can't be changed: its file or folder can only be read. Allow writing there, or "
        "choose another folder for the library.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "The library “{path}” can't be opened: you have no permission to use that file."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The library “{path}” can't be opened or written. Check that its folder exists, that its disk is "
        "connected, and that you may write there.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The disk that holds the library “{path}” can't be read or written. Check that it is connected and not "
        "full, then try again.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "There is not enough free memory for the library. Close other programs and try again.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The library file “{path}” is damaged. Close PhotoRestore and start it again: it then goes back to the "
        "newest sound snapshot.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The library file was gone and there was no sound snapshot, so an empty library was begun.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The library file was gone; the snapshot of {day} was restored. What was done since then is not in it.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The library file was damaged and there was no sound snapshot, so an empty library was begun.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The library file was damaged; the snapshot of {day} was restored. What was done since then is not in it.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "The old file is kept as “{name}”."),
    QT_TRANSLATE_NOOP("Sentences", "A snapshot of the library can't be saved in “{path}” ({reason})."),
    QT_TRANSLATE_NOOP("Sentences", "The copy of the library “{path}” is not sound; its disk may be failing."),
    QT_TRANSLATE_NOOP("Sentences", "“{name}” was just added by another window."),
    QT_TRANSLATE_NOOP("Sentences", "“{path}” changed while it was copied. Try again once nothing else writes to it."),
    QT_TRANSLATE_NOOP("Sentences", "“{name}” is already in the library, in its trash. Restore it from there."),
    QT_TRANSLATE_NOOP("Sentences", "“{name}” is already in the library."),
    QT_TRANSLATE_NOOP("Sentences", "“{name}” is the same file as “{path}”, which is already in the library."),
    QT_TRANSLATE_NOOP("Sentences", "This photo is no longer in the library."),
    QT_TRANSLATE_NOOP("Sentences", "This photograph is no longer in the library. Import it again to work on it."),
    QT_TRANSLATE_NOOP("Sentences", "“{name}” is not the file that “{photo}” was. Choose another one."),
    QT_TRANSLATE_NOOP("Sentences", "“{name}” already belongs to another photo of the library."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The photo was removed from the library while it was restored; its result was not kept.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "A result is still being saved. Turn the photograph when that is done."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "“{name}” is being restored right now, as it lay before. Turn it when that is done, or stop it.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "What was painted on “{name}” is damaged, so it can't be turned with the photograph. Clear its mask in "
        "Restore, then turn it.",
    ),
    # Export
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The export needs up to {needed} MB, but the disk of “{path}” has {free} MB free. Make room or choose "
        "another folder.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "“{path}” is a file, so nothing can be saved in it. Choose another folder."),
    QT_TRANSLATE_NOOP("Sentences", "There is not enough free memory for it. Close other programs."),
    QT_TRANSLATE_NOOP("Sentences", "Something went wrong inside the program ({error})."),
    QT_TRANSLATE_NOOP("Sentences", "There are no photographs for a gallery. Choose some first."),
    QT_TRANSLATE_NOOP("Sentences", "There are no photographs for a contact sheet. Choose some first."),
    QT_TRANSLATE_NOOP("Sentences", "There are no photographs for an album. Choose some first."),
    QT_TRANSLATE_NOOP("Sentences", "None of the photographs could be read. {reason}"),
    QT_TRANSLATE_NOOP("Sentences", "The gallery “{path}” can't be saved: {reason}. Choose another folder."),
    QT_TRANSLATE_NOOP("Sentences", "A contact sheet's photographs would be smaller than 40 pixels. Take fewer a page."),
    QT_TRANSLATE_NOOP("Sentences", "“{name}” has no picture from before."),
    QT_TRANSLATE_NOOP("Sentences", "“{name}” is no name for a PDF album; choose one that ends in .pdf."),
    QT_TRANSLATE_NOOP("Sentences", "An album's paper can be one of {choices}, not {value}."),
    QT_TRANSLATE_NOOP("Sentences", "An album's page takes {choices} photographs, not {value}."),
    QT_TRANSLATE_NOOP("Sentences", "The name of exported files is empty. Use for example {{name}}."),
    QT_TRANSLATE_NOOP("Sentences", "The name “{template}” has a brace too many or too few. Use {choices}."),
    QT_TRANSLATE_NOOP("Sentences", "“{{{name}}}” can't be used in the name of exported files. Use {choices}."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "“{{{name}:{digits}}}” can't be used: only the counter takes digits, as in {{counter:03}}.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "An export preset needs a name."),
    QT_TRANSLATE_NOOP("Sentences", "{name} of the export preset “{preset}” must be a whole number."),
    QT_TRANSLATE_NOOP("Sentences", "These are no export presets: it is not valid JSON ({error})."),
    QT_TRANSLATE_NOOP("Sentences", 'These are no export presets: there is no "{name}" version number.'),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "These export presets were saved by a newer PhotoRestore; update the program to use them.",
    ),
    QT_TRANSLATE_NOOP("Sentences", 'These export presets are damaged: "presets" must be a list.'),
    QT_TRANSLATE_NOOP("Sentences", "These export presets are damaged: two have the same name."),
    QT_TRANSLATE_NOOP("Sentences", "These export presets are damaged: every preset must be an object with a name."),
    QT_TRANSLATE_NOOP("Sentences", "These export presets have settings that do not exist: {names}."),
    QT_TRANSLATE_NOOP("Sentences", "The export presets in “{path}” can't be read ({error})."),
)

# What the operating system gives as its reason, and how it names the end of a process.
SYSTEM_WORDS = (
    QT_TRANSLATE_NOOP("Sentences", "No such file or directory"),
    QT_TRANSLATE_NOOP("Sentences", "Permission denied"),
    QT_TRANSLATE_NOOP("Sentences", "Operation not permitted"),
    QT_TRANSLATE_NOOP("Sentences", "No space left on device"),
    QT_TRANSLATE_NOOP("Sentences", "Disk quota exceeded"),
    QT_TRANSLATE_NOOP("Sentences", "Read-only file system"),
    QT_TRANSLATE_NOOP("Sentences", "Input/output error"),
    QT_TRANSLATE_NOOP("Sentences", "No such device"),
    QT_TRANSLATE_NOOP("Sentences", "No such device or address"),
    QT_TRANSLATE_NOOP("Sentences", "Stale file handle"),
    QT_TRANSLATE_NOOP("Sentences", "Connection timed out"),
    QT_TRANSLATE_NOOP("Sentences", "Transport endpoint is not connected"),
    QT_TRANSLATE_NOOP("Sentences", "Device or resource busy"),
    QT_TRANSLATE_NOOP("Sentences", "Is a directory"),
    QT_TRANSLATE_NOOP("Sentences", "Not a directory"),
    QT_TRANSLATE_NOOP("Sentences", "File exists"),
    QT_TRANSLATE_NOOP("Sentences", "File name too long"),
    QT_TRANSLATE_NOOP("Sentences", "File too large"),
    QT_TRANSLATE_NOOP("Sentences", "Too many open files"),
    QT_TRANSLATE_NOOP("Sentences", "Too many levels of symbolic links"),
    QT_TRANSLATE_NOOP("Sentences", "Directory not empty"),
    QT_TRANSLATE_NOOP("Sentences", "Bad message"),
    QT_TRANSLATE_NOOP("Sentences", "Invalid argument"),
    QT_TRANSLATE_NOOP("Sentences", "Killed"),
    QT_TRANSLATE_NOOP("Sentences", "Terminated"),
    QT_TRANSLATE_NOOP("Sentences", "Aborted"),
    QT_TRANSLATE_NOOP("Sentences", "Segmentation fault"),
    QT_TRANSLATE_NOOP("Sentences", "Illegal instruction"),
    QT_TRANSLATE_NOOP("Sentences", "Bus error"),
)
