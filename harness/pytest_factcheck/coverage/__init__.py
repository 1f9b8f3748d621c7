"""Coverage: which checkable sentences of a corpus an assertion speaks of."""
