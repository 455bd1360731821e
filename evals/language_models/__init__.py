"""Language models that are careless or hostile on purpose, served on loopback."""
