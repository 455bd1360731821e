"""The published JSON: what is asked for and what comes of it, for every program that uses this one."""
