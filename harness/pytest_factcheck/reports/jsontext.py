"""JSON as every report has it: every letter as it is, a line for each value, so that it diffs well."""

from __future__ import annotations

import json

# So that it can stand in a page as it is: no `</script>`, no `<!--`, and no line end of JavaScript's.
HARMLESS = str.maketrans({character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"})


def json_text(data: object) -> str:
    """Return plain data as JSON for a file or for standard output."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
