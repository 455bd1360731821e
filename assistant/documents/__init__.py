"""Reads the files that people bring: Word, PDF, text, Markdown."""
