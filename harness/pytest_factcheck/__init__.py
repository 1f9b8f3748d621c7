"""pytest-factcheck: claims are tests; a corpus of documents is what they are run against."""
