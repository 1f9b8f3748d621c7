"""Scripts that make the tables in `language/data` from public sources; no part of the package."""
