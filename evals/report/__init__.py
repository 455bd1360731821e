"""The report: pure functions from the results to one HTML file, with JSON and JUnit XML beside it."""
