"""Reads a new edition of the guidance from its PDF and proposes a transcription for review."""
