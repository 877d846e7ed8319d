"""Qt's item models over what the state objects hold."""
