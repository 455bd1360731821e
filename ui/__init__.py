"""The web page: thin; views are functions from domain objects to escaped HTML."""
