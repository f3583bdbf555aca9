"""Fuzzing: whatever bytes a portal sends, the readers give a record or nothing, and never fail."""
