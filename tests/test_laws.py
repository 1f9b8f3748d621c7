"""Metamorphic laws: what may never change a stance, and what may never leave one at `supports`.

They are put to every judge that there is, on invented sentences whose facts are known and on real ones. A law
that fails names a false green or a verdict that hangs on an accident; the mend is in the engine.

Two classes of sentences are told apart. Whatever a sentence is, its own source never contradicts it. Its own
source supports it if it is *plain*: it asks and denies nothing, has no "only", "until" or "if", has three
content words or more, is no boilerplate, and is not taken for a text in another language.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pytest_factcheck.corpus import Corpus, SourceText
from pytest_factcheck.corpusfolder import open_corpus
from pytest_factcheck.examination import Examiner, heard_stance
from pytest_factcheck.judges import JUDGES, named
from pytest_factcheck.language.english import may_be_english
from pytest_factcheck.language.words import is_negator, words
from pytest_factcheck.perturbations import CHANGES, REPHRASINGS, Mutant, mutants, paraphrases, rephrasings
from pytest_factcheck.retrieval import content_stems
from pytest_factcheck.strategies import corpora, corpus_of, perturbed, rephrased, sentences, stated
from pytest_factcheck.vocabulary import Question, Stance

ROOT = Path(__file__).parents[1]
TESTED = named(tuple(JUDGES))
FOLDERS = (ROOT / "seeds", *sorted((ROOT / "tests" / "gold").glob("*/texts")))
CORPORA = {folder.relative_to(ROOT).as_posix(): open_corpus(folder, "texts") for folder in FOLDERS}
REAL = st.sampled_from(list(CORPORA.values())).flatmap(stated)
INVENTED = sentences().map(lambda statement: statement.text)
ANY = st.one_of(INVENTED, REAL)
LIMITING = frozenset({"only", "until", "if"})
MOST = 80  # real sentences, spread evenly, on which one way of writing is tried
BRIEF = settings(max_examples=30, derandomize=True, deadline=None)


def stances(corpus: Corpus, claim: str) -> dict[str, Stance]:
    """Return the stance of each source of a corpus by its text."""
    examiner = Examiner(corpus, TESTED)
    return {
        text.text: heard_stance(examiner.examine(Question(claim), text))
        for name in corpus.sources
        if (text := corpus.text(name))
    }


@cache
def alone(text: str) -> tuple[Examiner, SourceText]:
    """Return a text as the one source of a corpus, with its examiner."""
    examiner = Examiner(corpus_of(text), TESTED)
    found = examiner.corpus.text("source-1")
    assert found is not None
    return examiner, found


@cache
def stance(claim: str, text: str) -> Stance:
    """Return what a text by itself says of a claim."""
    examiner, source = alone(text)
    return heard_stance(examiner.examine(Question(claim), source))


def texts_of(corpus: Corpus) -> list[str]:
    """Return the texts of a corpus in their order."""
    return [text.text for name in corpus.sources if (text := corpus.text(name))]


def is_plain(sentence: str) -> bool:
    """Tell whether a sentence is a plain statement that a judge reads when it stands by itself."""
    own = {word.text.lower() for word in words(sentence)}
    judged = alone(sentence)[1].sentences and may_be_english(sentence)
    denied = any(map(is_negator, own)) or own & LIMITING
    return "?" not in sentence and not denied and bool(judged) and len(content_stems(sentence)) >= 3


def sentences_of(corpus: Corpus) -> list[str]:
    """Return the sentences of a corpus that are judged, each once."""
    texts = [text for name in corpus.sources if (text := corpus.text(name))]
    found = [" ".join(span.of(text.text).split()) for text in texts for span in text.sentences]
    return list(dict.fromkeys(found))


REAL_SENTENCES = list(dict.fromkeys(one for corpus in CORPORA.values() for one in sentences_of(corpus)))


# What changes nothing.


@BRIEF
@given(corpora(), st.data())
def test_the_order_of_sources_changes_no_stance(corpus: Corpus, data: st.DataObject) -> None:
    texts = list(dict.fromkeys(texts_of(corpus)))
    claim = data.draw(st.one_of(stated(corpus), INVENTED))
    assert stances(corpus_of(*texts), claim) == stances(corpus_of(*reversed(texts)), claim)


@BRIEF
@given(st.lists(INVENTED, min_size=2, max_size=4, unique=True), st.data())
def test_the_order_of_sentences_that_have_nothing_to_do_with_each_other_changes_no_stance(
    facts: list[str], data: st.DataObject
) -> None:
    claim = data.draw(st.one_of(st.sampled_from(facts), INVENTED))
    assert stance(claim, " ".join(facts)) == stance(claim, " ".join(reversed(facts)))


@BRIEF
@given(ANY, corpora(), st.data())
def test_a_source_that_is_added_changes_no_stance(text: str, others: Corpus, data: st.DataObject) -> None:
    claim = data.draw(st.one_of(st.just(text), stated(others)))
    assert stances(corpus_of(text, *texts_of(others)), claim)[text] == stance(claim, text)


@BRIEF
@given(corpora(), st.data())
def test_a_copy_of_a_source_has_its_stance_and_changes_none(corpus: Corpus, data: st.DataObject) -> None:
    texts = texts_of(corpus)
    claim = data.draw(st.one_of(stated(corpus), ANY))
    examiner = Examiner(corpus_of(*texts, *texts), TESTED)
    heard = [
        heard_stance(examiner.examine(Question(claim), text))
        for name in examiner.corpus.sources
        if (text := examiner.corpus.text(name))
    ]
    assert heard[: len(texts)] == heard[len(texts) :] == [stance(claim, text) for text in texts]


def differing(sentence: str, operators: Iterable[str] = tuple(REPHRASINGS)) -> list[str]:
    """Return the rephrasings of a sentence that have, as claim or as source, another stance than itself."""
    own = stance(sentence, sentence)
    return [
        f"{one.operator}: {one.text}"
        for one in rephrasings(sentence, operators)
        if not stance(one.text, sentence) == stance(sentence, one.text) == own
    ]


@pytest.mark.parametrize("operator", REPHRASINGS)
def test_the_way_of_writing_changes_no_stance_of_a_real_sentence(operator: str) -> None:
    """A fragment such as "Tuesday, 21 November 2023" is too short for anything but its very words."""
    long = (one for one in REAL_SENTENCES if len(content_stems(one)) >= 5)
    fitting = [one for one in long if rephrasings(one, [operator])]
    some = fitting[:: 1 + len(fitting) // MOST]
    assert [wrong for one in some for wrong in differing(one, [operator])] == []
    assert some


@BRIEF
@given(INVENTED)
def test_the_way_of_writing_changes_no_stance_of_an_invented_sentence(sentence: str) -> None:
    assert differing(sentence) == []


@BRIEF
@given(st.sampled_from([one for one in REAL_SENTENCES if CHANGES["number"](one)]), st.data())
def test_a_source_that_is_written_another_way_supports_no_changed_claim(
    sentence: str, data: st.DataObject
) -> None:
    claim = data.draw(perturbed(sentence))
    source = data.draw(rephrased(sentence, ["white-space", "line-wrap"]))
    assert stance(claim.text, source.text) is not Stance.SUPPORTS


# A sentence and itself.


@BRIEF
@given(ANY)
def test_no_source_contradicts_its_own_sentence(sentence: str) -> None:
    assert stance(sentence, sentence) not in (Stance.CONTRADICTS, Stance.MIXED)


@BRIEF
@given(INVENTED)
def test_a_source_supports_an_invented_sentence_of_its_own(sentence: str) -> None:
    assert stance(sentence, sentence) is Stance.SUPPORTS


@pytest.mark.parametrize("folder", CORPORA)
def test_a_source_supports_every_plain_sentence_of_its_own(folder: str) -> None:
    own = sentences_of(CORPORA[folder])
    plain = [sentence for sentence in own if is_plain(sentence)]
    assert len(plain) * 2 > len(own), "the law is about too few sentences to mean anything"
    assert [sentence for sentence in plain if stance(sentence, sentence) is not Stance.SUPPORTS] == []


# What changes the meaning.


changes = cache(mutants)


def supported(sentence: str) -> list[Mutant]:
    """Return the changes of a sentence that the sentence is still taken to support."""
    wrong = (Stance.SUPPORTS, Stance.MIXED)
    return [mutant for mutant in changes(sentence) if stance(mutant.text, sentence) in wrong]


@BRIEF
@given(INVENTED)
def test_an_invented_sentence_supports_no_change_of_itself(sentence: str) -> None:
    assert supported(sentence) == []


@pytest.mark.parametrize("folder", CORPORA)
def test_a_real_sentence_supports_no_change_of_itself(folder: str) -> None:
    wrong = [mutant for sentence in sentences_of(CORPORA[folder]) for mutant in supported(sentence)]
    assert [f"{mutant.operator}: {mutant.text}" for mutant in wrong] == []


@pytest.mark.parametrize("folder", CORPORA)
def test_a_changed_source_does_not_support_the_sentence_as_it_was(folder: str) -> None:
    wrong = [
        f"{mutant.operator}: {mutant.text}"
        for sentence in sentences_of(CORPORA[folder])
        for mutant in first_of_each(sentence)
        if stance(sentence, mutant.text) in (Stance.SUPPORTS, Stance.MIXED)
    ]
    assert wrong == []


def first_of_each(sentence: str) -> list[Mutant]:
    """Return the first mutant of each operator."""
    first: dict[str, Mutant] = {}
    for mutant in changes(sentence):
        first.setdefault(mutant.operator, mutant)
    return list(first.values())


# What keeps the meaning in other words: a judge may fail to follow it, and may not speak against it.


def opposed(sentence: str) -> list[str]:
    """Return the paraphrases of a sentence that contradict it, or that it contradicts."""
    wrong = (Stance.CONTRADICTS, Stance.MIXED)
    return [
        f"{one.operator}: {one.text}"
        for one in paraphrases(sentence)
        if stance(one.text, sentence) in wrong or stance(sentence, one.text) in wrong
    ]


@BRIEF
@given(INVENTED.filter(paraphrases))
def test_an_invented_sentence_and_its_paraphrase_never_contradict_each_other(sentence: str) -> None:
    assert opposed(sentence) == []


@pytest.mark.parametrize("folder", CORPORA)
def test_a_real_sentence_and_its_paraphrase_never_contradict_each_other(folder: str) -> None:
    own = sentences_of(CORPORA[folder])
    assert [wrong for sentence in own for wrong in opposed(sentence)] == []
    assert any(map(paraphrases, own))


# The same bytes.

RUN = """
import json, sys
from pathlib import Path
from pytest_factcheck.answers import answers, as_line
from pytest_factcheck.claimfile import Asked
from pytest_factcheck.examination import Examiner
from pytest_factcheck.judges import JUDGES, named
from pytest_factcheck.corpusfolder import open_corpus

examiner = Examiner(open_corpus(Path("texts"), "texts"), named(tuple(JUDGES)))
for number, claim in enumerate(json.loads(sys.stdin.read())):
    for row in answers(examiner, Asked(number, claim)):
        print(as_line(row))
"""


def answered(folder: Path, claims: list[str], seed: str) -> bytes:
    """Return the answers to claims as a fresh process gives them, its hashes seeded."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "harness")}
    given_claims = json.dumps(claims).encode()
    command = [sys.executable, "-c", RUN]
    return subprocess.run(
        command, cwd=folder, env=environment, input=given_claims, capture_output=True, check=True
    ).stdout


def test_two_hash_seeds_and_files_laid_in_another_order_give_the_same_bytes(tmp_path: Path) -> None:
    seeds = sorted((ROOT / "seeds").glob("*.txt"))
    claims = [
        mutant.text for sentence in sentences_of(CORPORA["seeds"])[:8] for mutant in first_of_each(sentence)
    ]
    for name, files in (("one", seeds), ("two", seeds[::-1])):
        (tmp_path / name / "texts").mkdir(parents=True)
        for file in files:
            (tmp_path / name / "texts" / file.name).write_bytes(file.read_bytes())
    one = answered(tmp_path / "one", claims, "1")
    assert one.count(b"\n") == len(claims) * len(seeds)
    assert one == answered(tmp_path / "two", claims, "4242")
