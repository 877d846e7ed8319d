"""Albums that Qt makes: PDF, and lettering with every font of the system."""
