"""A package, so that its modules may have the names that modules elsewhere have."""
