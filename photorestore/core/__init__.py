"""The words of the trade: photographs, masks, recipes, progress. numpy and OpenCV; no files, no Qt, no torch."""
