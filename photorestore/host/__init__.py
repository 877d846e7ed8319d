"""The engine's child process seen from outside: protocol, shared memory, client. No Qt, no torch."""
