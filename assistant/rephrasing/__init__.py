"""Lets a language model write what is not official, and lets nothing of it through unchecked."""
