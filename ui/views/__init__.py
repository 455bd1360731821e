"""From domain objects to HTML; every text is escaped here and nowhere else."""
