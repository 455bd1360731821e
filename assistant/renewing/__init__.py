"""A saved draft when another edition is in use: what of it is old, and the same draft in the new one."""
