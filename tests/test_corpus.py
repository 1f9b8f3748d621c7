"""The corpus: what the manifest says of each source, and what becomes of the bytes of a text."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck import yamlfile
from pytest_factcheck.corpus import Corpus, Original, Source, SourceText, from_files, from_manifest, slugged
from pytest_factcheck.errors import InvalidInput
from pytest_factcheck.location import Excerpt, Location
from pytest_factcheck.vocabulary import Span


class Folder:
    """Texts by their path, and a record of which were read."""

    def __init__(self, texts: Mapping[str, bytes]) -> None:
        self.texts = texts
        self.asked: list[str] = []

    def read(self, source: Source) -> bytes | None:
        """Return the bytes of a source."""
        self.asked.append(source.id)
        return self.texts.get(source.path)


def manifest(text: str, **texts: bytes) -> Corpus:
    """Return the corpus of a manifest over texts that are named without their suffix."""
    folder = Folder({f"seeds/{name}.txt": raw for name, raw in texts.items()})
    return from_manifest(yamlfile.load(text, "seeds/corpus.yaml"), "seeds", folder.read)


def mistakes(text: str) -> list[str]:
    """Return the problems of a manifest as they are shown."""
    with pytest.raises(InvalidInput) as caught:
        manifest(text)
    return [str(problem) for problem in caught.value.problems]


def text_of(corpus: Corpus, source_id: str) -> SourceText:
    """Return a text that is there."""
    text = corpus.text(source_id)
    assert text is not None
    return text


def one_text(raw: str, entry: str = "", rules: str = "") -> SourceText:
    """Return the text of a corpus of one source, with more keys of the source and of the manifest."""
    return text_of(manifest(f"sources:\n  - id: a\n    file: a.txt\n{entry}{rules}", a=raw.encode()), "a")


def judged(text: SourceText) -> list[str]:
    """Return the words of the sentences that are judged."""
    return [span.of(text.text) for span in text.sentences]


# The manifest


def test_a_source_is_what_the_manifest_says_of_it() -> None:
    corpus = manifest(
        """\
title: Two reports
sources:
  - id: kyiv-daily
    file: news/first.txt
    title: First talks
    publisher: Kyiv Daily
    published: 2025-05-16
    url: https://example.org/first
    language: en-GB
    licence: quoted for review
    origin: wire-report
    tags: [news, same-day]
    sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
    original: {file: "first.pdf", sha256: ORIGINAL, extractor: pypdf 7.1.0}
    boilerplate:
      - {lines: "3"}
      - {lines: "31-40", reason: donation form}
    missing_ok: true
  - {id: bare, file: bare.txt, original: {file: bare.html, sha256: ORIGINAL}}
""".replace("ORIGINAL", "a" * 64)
    )
    assert corpus.title == "Two reports"
    assert corpus.sources["kyiv-daily"] == Source(
        id="kyiv-daily",
        path="seeds/news/first.txt",
        location=Location("seeds/corpus.yaml", 3, 9),
        title="First talks",
        publisher="Kyiv Daily",
        published=date(2025, 5, 16),
        url="https://example.org/first",
        language="en-GB",
        licence="quoted for review",
        origin="wire-report",
        tags=("news", "same-day"),
        sha256="e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        original=Original("first.pdf", "a" * 64, "pypdf 7.1.0"),
        boilerplate_lines=((3, 3), (31, 40)),
        missing_ok=True,
    )
    place = Location("seeds/corpus.yaml", 19, 10)
    original = Original("bare.html", "a" * 64)
    assert corpus.sources["bare"] == Source("bare", "seeds/bare.txt", place, original=original)
    assert list(corpus.sources) == ["kyiv-daily", "bare"]
    assert corpus.tags == ("news", "same-day")


def test_a_second_source_with_the_same_id_or_file_is_told() -> None:
    text = "sources:\n  - {id: a, file: a.txt}\n  - {id: b, file: a.txt}\n  - {id: a, file: c.txt}\n"
    assert mistakes(text) == [
        "seeds/corpus.yaml:3:19: duplicate-source: `a.txt` is already the file of the source at line 2",
        "seeds/corpus.yaml:4:10: duplicate-source: `a` is already the id of the source at line 2",
    ]


@pytest.mark.parametrize("path", ["../a.txt", "/a.txt", "a/../../b.txt", r"a\b.txt", "./a.txt", "C:/a.txt"])
def test_a_path_that_could_leave_the_folder_is_refused(path: str) -> None:
    (told,) = mistakes(f"sources:\n  - id: a\n    file: '{path}'\n")
    assert told.startswith("seeds/corpus.yaml:3:11: unsafe-path: ")


def test_every_mistake_of_a_manifest_is_told_at_once() -> None:
    told = mistakes("sources:\n  - {id: A, file: a.txt, puplisher: x}\n  - {file: b.txt}\n")
    assert [line.split(": ")[1] for line in told] == ["bad-value", "unknown-key", "missing-key"]


def test_a_range_of_lines_that_runs_backwards_is_told() -> None:
    text = 'sources:\n  - id: a\n    file: a.txt\n    boilerplate:\n      - {lines: "7-3"}\n'
    assert mistakes(text) == ["seeds/corpus.yaml:5:17: bad-value: `lines`: 7-3 ends before it begins"]


# Files without a manifest


def test_without_a_manifest_the_ids_are_the_slugs_of_the_file_names() -> None:
    corpus = from_files(["news/First Report.txt", "b.md"], "seeds", Folder({}).read)
    assert [(source.id, source.path) for source in corpus.sources.values()] == [
        ("b", "seeds/b.md"),
        ("news-first-report", "seeds/news/First Report.txt"),
    ]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("000_4e7a.txt", "000-4e7a"),
        ("A  B--c.md", "a-b-c"),
        ("v1.2.txt", "v1-2"),
        ("новости.txt", ""),
        ("plain", "plain"),
    ],
)
def test_a_slug_has_small_letters_digits_and_single_hyphens(name: str, slug: str) -> None:
    assert slugged(name) == slug


def test_names_that_make_one_id_or_none_are_told_together() -> None:
    with pytest.raises(InvalidInput) as caught:
        from_files(["a b.txt", "a-b.txt", "новости.txt", "c\x1b[31m.txt"], "seeds", Folder({}).read)
    twice = "makes the id `a-b`, as a b.txt does; rename one, or name both in corpus.yaml"
    assert [str(problem) for problem in caught.value.problems] == [
        f"seeds/a-b.txt:1:1: duplicate-source: {twice}",
        "seeds/c\\x1b[31m.txt:1:1: bad-file-name: invisible characters stand in it",
        "seeds/новости.txt:1:1: bad-file-name: no letter or digit to make an id from",
    ]


def test_the_order_of_the_folder_does_not_matter() -> None:
    one = from_files(["b.txt", "a.txt"], "seeds", Folder({}).read)
    other = from_files(["a.txt", "b.txt"], "seeds", Folder({}).read)
    assert list(one.sources) == list(other.sources) == ["a", "b"]


# Texts


def test_texts_are_read_when_they_are_asked_for_and_once() -> None:
    folder = Folder({"seeds/a.txt": b"A.", "seeds/b.txt": b"B."})
    corpus = from_files(["a.txt", "b.txt"], "seeds", folder.read)
    assert corpus.selected((), None)
    assert folder.asked == []
    assert corpus.text("b") is corpus.text("b")
    assert folder.asked == ["b"]


def test_a_text_that_is_missing_is_none_and_asked_for_once() -> None:
    folder = Folder({})
    corpus = from_files(["a.txt"], "seeds", folder.read)
    assert corpus.text("a") is corpus.text("a") is None
    assert folder.asked == ["a"]


def test_a_source_that_there_is_not_has_no_text() -> None:
    with pytest.raises(KeyError):
        from_files(["a.txt"], "seeds", Folder({}).read).text("b")


def test_a_text_that_is_not_utf8_is_told_at_its_place() -> None:
    corpus = manifest("sources:\n  - {id: a, file: a.txt}\n", a=b"first\nsec\xffond\n")
    with pytest.raises(InvalidInput, match=r"seeds/a\.txt:2:4: invalid-utf8"):
        corpus.text("a")


@pytest.mark.parametrize("raw", [b"one\r\ntwo\r\n", b"\xef\xbb\xbfone\ntwo\n", b"one\rtwo\r", b"one\ntwo\n"])
def test_line_ends_and_byte_order_mark_change_neither_text_nor_digest(raw: bytes) -> None:
    text = text_of(manifest("sources:\n  - {id: a, file: a.txt}\n", a=raw), "a")
    assert text.text == "one\ntwo\n"
    assert text.digest == hashlib.sha256(b"one\ntwo\n").hexdigest()


@given(st.text(alphabet="ab \n\r", max_size=30))
def test_a_checkout_with_other_line_ends_has_the_same_digest(text: str) -> None:
    unix = text.replace("\r", "")
    dos = unix.replace("\n", "\r\n")
    assert one_text(unix).digest == one_text(dos).digest


def test_a_text_has_changed_when_its_digest_is_not_the_locked_one() -> None:
    digest = hashlib.sha256(b"one\n").hexdigest()
    assert not one_text("one\n", f"    sha256: {digest}\n").changed
    assert not one_text("one\r\n", f"    sha256: {digest}\n").changed
    assert one_text("two\n", f"    sha256: {digest}\n").changed
    assert not one_text("two\n").changed


def test_a_place_in_a_text_has_its_path() -> None:
    assert str(one_text("one\ntwo").location(5)) == "seeds/a.txt:2:2"


# Boilerplate


def test_boilerplate_can_be_quoted_and_is_not_judged() -> None:
    text = one_text("Advertisement\n\nThe talks began.\n\nSubscribe\n")
    assert judged(text) == ["The talks began."]
    assert [span.of(text.text) for span in text.all_sentences] == [
        "Advertisement",
        "The talks began.",
        "Subscribe",
    ]
    assert [span.of(text.text) for span in text.boilerplate] == ["Advertisement", "Subscribe"]


def test_boilerplate_is_compared_without_case_space_and_typography() -> None:
    assert judged(one_text("  EDITORS’   Picks \n\nThe talks began.")) == ["The talks began."]


def test_a_manifest_adds_whole_lines_and_beginnings() -> None:
    rules = "boilerplate:\n  - {line: Our Newsletter}\n  - {starts: 'Photo:'}\n"
    raw = "Our newsletter\n\nPhoto: a bridge.\n\nOur newsletter said so.\n\nPhotos were taken.\n"
    assert judged(one_text(raw, rules=rules)) == ["Our newsletter said so.", "Photos were taken."]


def test_a_source_names_its_own_lines() -> None:
    entry = '    boilerplate:\n      - {lines: "1"}\n      - {lines: "5-7"}\n'
    raw = "One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n"
    assert judged(one_text(raw, entry)) == ["Two.", "Five."]


def test_an_empty_line_is_no_boilerplate() -> None:
    assert one_text("\n\nTwo.\n", '    boilerplate:\n      - {lines: "1-2"}\n').boilerplate == ()


def test_a_boilerplate_line_does_not_take_what_runs_on_behind_it() -> None:
    entry = '    boilerplate:\n      - {lines: "2"}\n'
    text = one_text("the minister said that\nAdvertisement\nthe talks lasted two hours.\n", entry)
    assert judged(text) == ["the minister said that", "the talks lasted two hours."]


@given(st.text(alphabet="ab. \n", max_size=60), st.sets(st.integers(1, 6), max_size=3))
def test_judged_sentences_and_boilerplate_share_nothing_and_lose_nothing(raw: str, lines: set[int]) -> None:
    rules = "".join(f'      - {{lines: "{line}"}}\n' for line in sorted(lines))
    text = one_text(raw, f"    boilerplate:\n{rules}" if lines else "")
    for sentence in text.sentences:
        assert not any(sentence.overlaps(line) for line in text.boilerplate)
    covered = {at for span in text.all_sentences for at in range(span.start, span.end)}
    assert all(at in covered for at, letter in enumerate(raw) if not letter.isspace())
    assert list(text.all_sentences) == sorted(set(text.all_sentences))
    kept = {at for span in (*text.sentences, *text.boilerplate) for at in range(span.start, span.end)}
    assert all(at in kept for at, letter in enumerate(raw) if not letter.isspace())


# Scope


SCOPED = """\
sources:
  - {id: kyiv-daily, file: a.txt, published: 2025-05-16, tags: [wire]}
  - {id: kyiv-post, file: b.txt, published: 2025-05-17}
  - {id: moscow-mail, file: c.txt, tags: [wire]}
"""


@pytest.mark.parametrize(
    ("selectors", "as_of", "ids"),
    [
        ((), None, ["kyiv-daily", "kyiv-post", "moscow-mail"]),
        (("kyiv-post",), None, ["kyiv-post"]),
        (("moscow-mail", "kyiv-*"), None, ["kyiv-daily", "kyiv-post", "moscow-mail"]),
        (("wire",), None, ["kyiv-daily", "moscow-mail"]),
        (("wir*",), None, []),
        ((), date(2025, 5, 16), ["kyiv-daily"]),
        ((), date(2025, 5, 17), ["kyiv-daily", "kyiv-post"]),
        (("wire",), date(2025, 5, 17), ["kyiv-daily"]),
        ((), date(2025, 5, 15), []),
    ],
)
def test_a_scope_selects_by_id_tag_glob_and_day_in_the_order_of_the_manifest(
    selectors: tuple[str, ...], as_of: date | None, ids: list[str]
) -> None:
    assert [source.id for source in manifest(SCOPED).selected(selectors, as_of)] == ids


def test_a_source_counts_for_its_origin() -> None:
    place = Location("a")
    assert Source("a", "a.txt", place).counted_as == "a"
    assert Source("copy", "b.txt", place, origin="a").counted_as == "a"


def test_offsets_in_a_text_are_code_points() -> None:
    text = one_text("é😀 began. Then it ended.")
    assert text.sentences == (Span(0, 9), Span(10, 24))


def test_an_excerpt_tells_the_words_and_ends_behind_the_last_of_them() -> None:
    text = one_text("First line.\nSecond \U0001f600 line.\n")
    assert text.excerpt(Span(6, 20)) == Excerpt(
        Location("seeds/a.txt", 1, 7), 2, 9, "line.\nSecond \U0001f600"
    )


def test_an_excerpt_of_the_whole_has_no_words() -> None:
    assert one_text("First line.").excerpt() == Excerpt(Location("seeds/a.txt", 1, 1), 1, 1, "")


# One more source


TWO = """\
title: Two reports
sources:
  - {id: a, file: a.txt, boilerplate: [{lines: "2"}]}
  - {id: b, file: b.txt}
boilerplate:
  - line: Our sponsors
"""
COPY = Source("c", "seeds/c.txt", Location("seeds/corpus.yaml"), publisher="Another Daily")


def test_a_copy_is_one_more_source_behind_the_others_and_the_corpus_stays() -> None:
    corpus = manifest(TWO, a=b"Rain fell.", b=b"Snow fell.")
    other = corpus.with_copy("a", "Hail fell.", COPY)
    assert list(other.sources) == ["a", "b", "c"]
    assert other.sources["c"].publisher == "Another Daily"
    assert [text_of(other, name).text for name in "abc"] == ["Rain fell.", "Snow fell.", "Hail fell."]
    assert (other.path, other.title) == (corpus.path, corpus.title) == ("seeds", "Two reports")
    assert list(corpus.sources) == ["a", "b"]


def test_a_copy_has_the_boilerplate_of_its_source_and_that_of_all() -> None:
    corpus = manifest(TWO, a=b"", b=b"Our sponsors\nHail fell.")
    other = corpus.with_copy("a", "Rain fell.\nOur shop.\nOur sponsors\nSnow fell.", COPY)
    copy = text_of(other, "c")
    assert [span.of(copy.text) for span in copy.boilerplate] == ["Our shop.", "Our sponsors"]
    assert judged(copy) == ["Rain fell.", "Snow fell."]
    assert judged(text_of(other, "b")) == ["Hail fell."]
    plain = text_of(corpus.with_copy("b", "Rain fell.\nOur shop.", COPY), "c")
    assert judged(plain) == ["Rain fell.", "Our shop."]


def test_with_a_copy_no_text_is_read_again_nor_before_it_is_asked_for() -> None:
    folder = Folder({"seeds/a.txt": b"Rain fell.", "seeds/b.txt": b"Snow fell."})
    corpus = from_manifest(yamlfile.load(TWO, "seeds/corpus.yaml"), "seeds", folder.read)
    first = text_of(corpus, "a")
    other = corpus.with_copy("a", "Hail fell.", COPY)
    assert folder.asked == ["a"]
    assert text_of(other, "a") is first
    assert text_of(other, "b").text == "Snow fell."
    assert text_of(other, "c").text == "Hail fell."
    assert folder.asked == ["a", "b"]


def test_a_copy_lies_in_a_scope_as_every_source_does() -> None:
    other = manifest(TWO, a=b"", b=b"").with_copy("a", "Hail fell.", replace(COPY, tags=("wire",)))
    assert [source.id for source in other.selected(("wire", "b"), None)] == ["b", "c"]
    assert [source.id for source in other.selected((), None)] == ["a", "b", "c"]


def test_a_copy_of_a_source_that_there_is_not_is_refused() -> None:
    with pytest.raises(KeyError):
        manifest(TWO, a=b"", b=b"").with_copy("d", "Hail fell.", COPY)
