"""The command line: `klimatkontrakt`."""
