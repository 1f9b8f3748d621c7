"""Pages: one audit as a folder of web pages, or as one file; made from the rows of the JSON report alone."""

from pytest_factcheck.reports.page.forms import as_file, as_folder, too_large

__all__ = ["as_file", "as_folder", "too_large"]
