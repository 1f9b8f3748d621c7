"""How much of an assertion `factcheck new` drafts as a person would have written it by hand.

The claims are those of tests/gold/drafts, over the texts in seeds/. Prints a Markdown table; --each tells
what was drafted for each claim.

    python -m benchmarks.drafts [--each]
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pytest_factcheck import settings
from pytest_factcheck.drafting import Offer, chosen_by_judges, expectation, offers
from pytest_factcheck.language.folding import fold
from pytest_factcheck.project import Project
from pytest_factcheck.vocabulary import Question

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "gold" / "drafts" / "assertions.jsonl"
SILENT = "silent"
ALIKE = 0.5  # of the words of the shorter of two quotes, from which they are the same


@dataclass(frozen=True, slots=True)
class Draft:
    """One claim: what a person wrote, what the judges keep, and what a reviewer is shown."""

    gold: dict[str, Any]
    kept: tuple[Offer, ...]
    shown: tuple[Offer, ...]

    @property
    def expected(self) -> bool:
        """Tell whether the expectation is the person's."""
        return str(expectation(self.kept)) == str(self.gold["expect"])

    @property
    def stances(self) -> tuple[tuple[str, str, str], ...]:
        """Return each source with its stance by hand and by the judges."""
        found: dict[str, str] = {}
        for offer in self.kept:
            found[offer.source] = str(offer.stance) if offer.source not in found else "mixed"
        return tuple(
            (name, by_hand["stance"], found.get(name, SILENT))
            for name, by_hand in self.gold["sources"].items()
        )


def main() -> None:
    """Draft each claim and print what came of it."""
    found = settings.find(ROOT)
    if found is None:
        raise SystemExit("the project's own settings are not there")
    project = Project(found)
    drafts = [_draft(project, json.loads(line)) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    if _arguments().each:
        print("\n".join(line for draft in drafts for line in _told(draft)), end="\n\n")
    print("| drafted as by hand | of |", "| --- | --- |", *_rows(drafts), sep="\n")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--each", action="store_true", help="tell what was drafted for each claim")
    return parser.parse_args()


def _draft(project: Project, gold: dict[str, Any]) -> Draft:
    shown = offers(project.examiner, Question(gold["claim"]), project.corpus.sources)
    return Draft(gold, tuple(chosen_by_judges(shown)), tuple(shown))


def _rows(drafts: list[Draft]) -> Iterator[str]:
    cells = [cell for draft in drafts for cell in draft.stances]
    spoken = [
        (draft, name, by_hand) for draft in drafts for name, by_hand, _ in draft.stances if by_hand != SILENT
    ]
    kept = [(draft, offer) for draft in drafts for offer in draft.kept]
    counts = {
        "expectation": (sum(draft.expected for draft in drafts), len(drafts)),
        "every source": (sum(all(a == b for _, a, b in draft.stances) for draft in drafts), len(drafts)),
        "stance of a source": (sum(a == b for _, a, b in cells), len(cells)),
        "side that was drafted": (
            sum(_by_hand(draft, offer) == offer.stance for draft, offer in kept),
            len(kept),
        ),
        "quote that was drafted": (sum(_same_words(draft, offer) for draft, offer in kept), len(kept)),
        "passage shown to a reviewer": (
            sum(_is_shown(draft, name) for draft, name, _ in spoken),
            len(spoken),
        ),
    }
    yield from (f"| {name}: {right} | {whole} |" for name, (right, whole) in counts.items())
    shown = sum(len(draft.shown) for draft in drafts)
    yield f"| questions to a reviewer: {shown} | {len(drafts)} claims |"


def _by_hand(draft: Draft, offer: Offer) -> str:
    return str(draft.gold["sources"][offer.source]["stance"])


def _same_words(draft: Draft, offer: Offer) -> bool:
    """Tell whether a quote and the one by hand share half the words of the shorter."""
    by_hand = draft.gold["sources"][offer.source].get("quote", "")
    ours, theirs = (Counter(fold(words).text.lower().split()) for words in (" ".join(offer.pieces), by_hand))
    return bool(theirs) and (ours & theirs).total() >= ALIKE * min(ours.total(), theirs.total())


def _is_shown(draft: Draft, name: str) -> bool:
    quote = fold(draft.gold["sources"][name]["quote"]).text
    passages = (o.hearing.passage.focus.of(o.text.text) for o in draft.shown if o.source == name)
    return any(quote.strip() in fold(" ".join(words.split())).text for words in passages)


def _told(draft: Draft) -> Iterator[str]:
    yield f"{draft.gold['claim']}\n  by hand {draft.gold['expect']}, drafted {expectation(draft.kept)}"
    yield from (f"  {name}: by hand {a}, drafted {b}" for name, a, b in draft.stances if a != b)
    yield from (f"  {offer.source} {offer.stance}: {' … '.join(offer.pieces)}" for offer in draft.kept)


if __name__ == "__main__":
    main()
