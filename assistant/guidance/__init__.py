"""Reads an edition of the guidance from its folder, checks it whole and cuts it into passages."""
