"""`python -m photorestore`."""

from photorestore.cli import main

if __name__ == "__main__":
    main(prog_name="photorestore")
