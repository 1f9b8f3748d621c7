"""Reasons: every code that these judges give, with the sentence that an editor reads.

A code is stable and a sentence may change. A template is filled with words of the claim and the source, which
are never read as a template themselves.
"""

from __future__ import annotations

from collections.abc import Mapping

from pytest_factcheck.vocabulary import Reason, Span

TEMPLATES: Mapping[str, str] = {
    # slots: the value is there
    "quantity-match": "the claim says {claim} ({ours}); the source says {source} ({theirs}) of “{about}”",
    "quantity-disjoint": "the claim says {claim} ({ours}); the source says {source} ({theirs}) of “{about}”",
    "quantity-overlaps": (
        "the claim says {claim} ({ours}); “{source}” ({theirs}) of “{about}” may or may not be the same"
    ),
    "date-match": "the claim says {claim} ({ours}); the source dates “{about}” to {source} ({theirs})",
    "date-disjoint": "the claim says {claim} ({ours}); the source dates “{about}” to {source} ({theirs})",
    "date-overlaps": "the claim says {claim} ({ours}); “{source}” ({theirs}) may or may not be the same day",
    "holder-match": "the claim names {claim}; for “{about}” the source names “{source}”",
    "holder-differs": "the claim names {claim}; for “{about}” the source names “{source}”",
    "holder-unclear": "whether “{source}” is {claim} cannot be told from the words",
    "values-differ": "this passage gives values that match the claim and values that do not",
    # slots: why a value does not count
    "value-unattached": "“{source}” stands near “{about}”, but nothing here says it of “{about}”",
    "holder-elsewhere": "the source names “{source}” here, but of something else than “{about}”",
    "date-ahead": "“{source}” lies after the day of publication, so nothing had happened then",
    "reading-unsure": "“{source}” may be said of “{about}” or of something else in the sentence",
    "other-event": "“{source}” may be another event than the claim's “{about}”",
    "not-asserted": "“{source}” is not plainly said: “{cue}” takes away from it",
    "attributed": "the source lets somebody else say “{source}”, and attributed words do not count here",
    "question": "the source asks and does not say",
    "claim-not-plain": "the claim says “{cue}”, so its value cannot be compared with a plain one",
    "too-long": "so many words without the end of a sentence are not read",
    "bad-value": "the value “{claim}” cannot be read",
    "slot-missing": "nothing here gives a value for “{about}”",
    "not-covered": "the passage holds no word for: {words}",
    # verbatim
    "near-verbatim": "the passage says it in the claim's own words ({share} of them)",
    "near-verbatim-attributed": "the passage lets somebody say it in the claim's own words ({share} of them)",
    "attribution-clash": "the words are those of somebody whom the source quotes or reports",
    "number-clash": "the claim's number {words} is not in these words",
    "amount-clash": "in a statement that is denied or doubted “{cue}” must be the very amount",
    "name-clash": "the claim's name {words} is not in these words",
    "negation-clash": "claim and source differ in a denial: “{cue}”",
    "modality-clash": "claim and source differ in how sure they are: “{cue}”",
    "quantifier-clash": "claim and source differ in how many or how much: “{cue}”",
    "order-differs": "the claim's words stand in another order, so who does what may differ",
    "role-clash": "the small words that say who does what differ: “{cue}”",
    "words-scattered": "the claim's words stand apart, with “{cue}” between them",
    "words-before": "“{cue}” before the words changes whom or what they speak of",
    "words-after": "“{cue}” after the words changes whom or what they speak of",
    "claim-too-short": "a claim of so few words counts only word for word",
    # language
    "paraphrased": "the passage holds {share} of the claim's words or their like, and nothing that differs",
    "spread-over": "these sentences together hold {share} of the claim's words or their like",
    "polarity-clash": "one of claim and source denies “{cue}” and the other does not",
    "opposite": "where the claim says “{claim}” the source says “{source}”, its opposite",
    "rival-value": "where the claim says “{claim}” the source says “{source}”",
    "roles-swapped": "claim and source name the same two, the other way round",
    "roles-differ": "claim and source name others in the place of who does it",
    "other-name": "the claim names “{claim}”, and this sentence names “{source}”",
    "stands-apart": "“{words}” stands in another clause and may be said of something else",
    "less-sure": "the source is less sure than the claim: “{cue}”",
    "said-by": "these are words of {who}",
    "denied-by": "{who} denies it",
    "statement-missing": "nothing here says: {words}",
}


def reason(code: str, claim: Span | None = None, source: Span | None = None, /, **words: str) -> Reason:
    """Return the reason with this code, its sentence filled in.

    Args:
        code: One of `TEMPLATES`.
        claim: Where it stands in the claim.
        source: Where it stands in the source.
        words: What the sentence names.
    """
    return Reason(code, TEMPLATES[code].format(**words), claim, source)
