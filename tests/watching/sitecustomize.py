"""Writes down what a process does on a network; every Python process with this folder in its PYTHONPATH does so.

Sockets between processes of this computer that have no address (AF_UNIX) are none. What failed is written down too.
"""

import os
import socket
import sys

INERT = {"socket.gethostname", "socket.sethostname"}  # say or set this computer's own name


def watch(note):
    """Call `note` with a line for each thing that this process does on a network, until it ends."""

    def hear(event, arguments):
        if event.startswith("socket.") and event not in INERT and not is_local(event, arguments):
            note(f"{event} {arguments[1:] if event != 'socket.getaddrinfo' else arguments}")

    sys.addaudithook(hear)


def is_local(event, arguments):
    unix = getattr(socket, "AF_UNIX", None)
    if event == "socket.__new__":
        return arguments[1] == unix
    return getattr(arguments[0], "family", None) == unix if unix is not None and arguments else False


if record := os.environ.get("NETWORK_RECORD"):
    file = os.open(record, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(file, f"watching {os.getpid()}\n".encode())
    watch(lambda line: os.write(file, f"{line}\n".encode()))
