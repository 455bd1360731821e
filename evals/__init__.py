"""Measures the assistant on cases: what it answers, quotes and refuses, and how fast."""
