"""Methods of the denoise stage, one module each, from their papers' equations."""
