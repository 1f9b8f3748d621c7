"""What holds for every text and every quote."""

from __future__ import annotations

from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.spans import Anchor, IndexedText, Outcome, Quote, locate
from pytest_factcheck.vocabulary import Span

WORDS = [
    "talks",
    "Kyiv’s",
    "ﬁre",
    "cafe\u0301",
    "1,000",
    "rose",
    "from",
    "U.S.",
    "the",
    "co\u00adop",
    "“war”",
    "20",
]
prose = st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join)


@st.composite
def cuttings(draw: st.DrawFn) -> tuple[str, Span]:
    """Return a text and a span of it in whole words."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25))
    first = draw(st.integers(0, len(words) - 1))
    last = draw(st.integers(first + 1, len(words)))
    ends = [draw(st.sampled_from([" ", ". ", "\n"])) for _ in words]
    before = "".join(map("".join, zip(words[:first], ends, strict=False)))
    inside = "".join(map("".join, zip(words[first:last], ends[first:], strict=False)))
    after = "".join(map("".join, zip(words[last:], ends[last:], strict=False)))
    quote = inside.rstrip(". \n")
    return before + inside + after, Span(len(before), len(before) + len(quote))


def stands_at(anchor: Anchor, span: Span) -> bool:
    return span in (anchor.span, *anchor.twins, *anchor.candidates)


@given(cuttings())
def test_a_span_cut_from_a_text_is_found_again(cutting: tuple[str, Span]) -> None:
    text, span = cutting
    anchor = locate(Quote(span.of(text)), IndexedText(text))

    assert anchor.outcome in (Outcome.FOUND, Outcome.AMBIGUOUS)
    assert stands_at(anchor, span)


@given(cuttings(), prose)
def test_a_span_is_found_again_after_words_were_put_before_it(cutting: tuple[str, Span], before: str) -> None:
    text, span = cutting
    moved = span.shifted(len(before) + 1)

    assert stands_at(locate(Quote(span.of(text)), IndexedText(f"{before}\n{text}")), moved)


@given(cuttings())
def test_composed_and_decomposed_quotes_and_texts_find_the_same_words(cutting: tuple[str, Span]) -> None:
    text, span = cutting
    composed = normalize("NFC", span.of(text))
    outcomes = {
        locate(Quote(normalize(form, span.of(text))), IndexedText(normalize(other, text))).outcome
        for form in ("NFC", "NFD")
        for other in ("NFC", "NFD")
    }

    assert outcomes <= {Outcome.FOUND, Outcome.AMBIGUOUS}, composed


@given(cuttings(), st.integers(0, 30))
def test_a_quote_with_not_put_in_is_never_found(cutting: tuple[str, Span], at: int) -> None:
    text, span = cutting
    words = span.of(text).split(" ")
    words.insert(at % (len(words) + 1), "not")

    assert locate(Quote(" ".join(words)), IndexedText(text)).outcome in (Outcome.MISSING, Outcome.DRIFTED)


@given(prose, prose, st.sampled_from(["20", "1,000", "1.5", "16:30"]), st.sampled_from("789"), st.data())
def test_a_quote_with_another_digit_is_never_found(
    before: str, after: str, number: str, digit: str, data: st.DataObject
) -> None:
    place = data.draw(st.sampled_from([at for at, sign in enumerate(number) if sign.isdecimal()]))
    forged = number[:place] + digit + number[place + 1 :]
    text = IndexedText(f"{before} {number} {after}")

    for exact in (forged, f"{before} {forged}", f"{forged} {after}", f"{before} {forged} {after}"):
        assert locate(Quote(exact), text).outcome in (Outcome.MISSING, Outcome.DRIFTED)


@given(st.text(max_size=12), st.text(max_size=40))
def test_no_text_and_no_quote_is_too_odd(exact: str, text: str) -> None:
    anchor = locate(Quote(exact), IndexedText(text))

    assert anchor.span is None or anchor.span.end <= len(text)
    assert (anchor.outcome in (Outcome.FOUND, Outcome.DRIFTED)) is (anchor.span is not None)
