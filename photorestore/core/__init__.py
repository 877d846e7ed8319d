"""The words of the trade: photographs, masks, recipes, progress. numpy only; no files, no Qt, no torch."""
