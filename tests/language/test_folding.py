"""Folding evens out typography, keeps what carries meaning, and leads back to the original."""

from __future__ import annotations

from itertools import pairwise
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.language.folding import INVISIBLE, fold, skeleton
from pytest_factcheck.vocabulary import Span

ODD = (
    "aeo fi1\u0301\u0308\u00a0\u00ad\u200b\u200d\ufe0f\n\r\t“”’´`—…ﬁﬃé½⁵ßİςй"
    "\u0915\u093f\u1100\u1161\u11a8ＡｶﾞÅ❤👩"
)
texts = st.text(st.sampled_from(ODD), max_size=30) | st.text(max_size=30)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("plain words", "plain words"),
        ("a  b\tc\nd", "a b c d"),
        ("one\r\ntwo\rthree", "one two three"),
        ("a\u00a0b\u2009c\u3000d\u2028e", "a b c d e"),
        ("a \u200b b", "a b"),
        ("“quoted” „quoted‟ «quoted»", '"quoted" "quoted" "quoted"'),
        ("‘it’s’ ´it`s′", "'it's' 'it's'"),
        ("‹x› ＇", "'x' '"),
        ("re‐open non‑stop 10–20 —and − 5", "re-open non-stop 10-20 -and - 5"),
        ("wait…", "wait..."),
        ("ﬁre, eﬃcient, ﬂow, ĳs", "fire, efficient, flow, ijs"),
        ("ＡＢ１２％", "AB12%"),
        ("ｶﾞ", "ガ"),
        ("ﻻ", "لا"),
        ("co\u00adoperate", "cooperate"),
        ("zero\u200bwidth\u2060joined\ufeff", "zerowidthjoined"),
        ("\u202aleft\u202c \u2067right\u2069", "left right"),
        ("❤\ufe0f", "❤"),
        ("Cafe\u0301", "Café"),
        ("\u1112\u1161\u11ab", "한"),
        ("5 µm", "5 μm"),
        ("ŉ", "'n"),
    ],
)
def test_typography_has_one_form(text: str, folded: str) -> None:
    assert fold(text).text == folded


@pytest.mark.parametrize(
    "text",
    [
        "½",
        "10⁵",
        "H₂O",
        "①",
        "Ⅳ",
        "й",
        "\u0915\u093f",
        "ñ",
        "İ",
        "I",
        "ı",
        "ß",
        "ẞ",
        "ς",
        "σ",
        "US",
        "x\u0302",
        "≠",
        "€5",
    ],
)
def test_what_carries_meaning_is_kept(text: str) -> None:
    assert fold(text).text == text
    assert skeleton(text).text == text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("½", "1/2"),
        ("10⁵", "105"),
        ("й", "и"),
        ("US", "us"),
        ("ß", "ss"),
        ("İ", "i"),
        ("ς", "σ"),
        ("résumé", "resume"),
    ],
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert fold(one).text != fold(other).text
    assert skeleton(one).text != skeleton(other).text


@pytest.mark.parametrize(
    ("text", "bones"),
    [
        ("Tur-\nkey, in Istan bul.", "TurkeyinIstanbul"),
        ("“It’s” — (really) [so]…", "Itsreallyso"),
        ("▪ first • second", "firstsecond"),
        ("up 5% to $1,000", "up5%to$1000"),
        ("p < 0.05", "p<005"),
        ("Is it? 👍", "Isit?👍"),
        ("- — ’", ""),
    ],
)
def test_a_skeleton_is_letters_digits_and_telling_signs(text: str, bones: str) -> None:
    assert skeleton(text).text == bones


@pytest.mark.parametrize(
    ("text", "part", "original"),
    [
        ("a  big\n deal", "big deal", "big\n deal"),
        ("an eﬃcient plan", "efficient", "eﬃcient"),
        ("an eﬃcient plan", "ff", "ﬃ"),
        ("co\u00adoperate now", "cooperate", "co\u00adoperate"),
        ("the cafe\u0301 is open", "café", "cafe\u0301"),
        ("wait… here", "... here", "… here"),
        ("he ‘said’ so", "'said'", "‘said’"),
        ("I ❤\ufe0f you", "❤", "❤\ufe0f"),
        ("x\u0302 hat", "x", "x\u0302"),
    ],
)
def test_a_folded_part_leads_back_to_whole_characters(text: str, part: str, original: str) -> None:
    folding = fold(text)
    at = folding.text.index(part)

    assert folding.span(Span(at, at + len(part))).of(text) == original


def test_a_skeleton_leads_back_to_the_original() -> None:
    text = "The talks\u00a0in  Istan-\nbul “failed”."
    bones = skeleton(text)
    at = bones.text.index("inIstanbulfailed")

    assert bones.span(Span(at, at + 16)).of(text) == "in  Istan-\nbul “failed"


def test_an_empty_part_stands_between_two_characters() -> None:
    assert fold("a  b").span(Span(2, 2)) == Span(3, 3)


@given(texts)
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    assert fold(normalize("NFC", text)).text == fold(normalize("NFD", text)).text


@given(texts)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text).text).text == fold(text).text


@given(texts)
def test_the_way_back_runs_forwards_and_leaves_out_only_the_invisible(text: str) -> None:
    folding = fold(text)
    spans = [folding.span(Span(at, at + 1)) for at in range(len(folding.text))]
    covered = {at for span in spans for at in range(span.start, span.end)}

    assert spans == sorted(spans)
    assert all(one == two or one.end <= two.start for one, two in pairwise(spans))
    assert all(text[at] in INVISIBLE for at in set(range(len(text))) - covered)


@given(texts, st.data())
def test_what_a_folded_part_leads_back_to_folds_to_it_again(text: str, data: st.DataObject) -> None:
    folding = fold(text)
    start = data.draw(st.integers(0, len(folding.text)))
    end = data.draw(st.integers(start, len(folding.text)))

    assert folding.text[start:end] in fold(folding.span(Span(start, end)).of(text)).text


@given(texts)
def test_a_skeleton_is_the_same_for_every_typography(text: str) -> None:
    assert skeleton(fold(text).text).text == skeleton(text).text
