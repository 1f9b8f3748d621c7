"""Pages: one audit as a folder of web pages, or as one file; made from the rows of the JSON report alone."""
