"""How well a guidance is read from its PDF: sets a reviewed edition as PDFs and reads them back."""
