"""The newsroom's own code, which happens to have the name of a folder elsewhere."""

WIRES = 3
