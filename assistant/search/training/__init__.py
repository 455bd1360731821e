"""Trains the encoder that is shipped: run by hand, never by install, build or test."""
