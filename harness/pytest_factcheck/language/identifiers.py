"""Numbers that count nothing: parts of names, list numbers, scores, codes.

"Nord Stream 1 and 2", "Article 5", "F-16" and "3-1" hold digits, not counts. A number that has a plural noun
behind it counts, unless the word before it is one that takes a number.
"""

from __future__ import annotations

from pytest_factcheck.language.amounts import Found
from pytest_factcheck.language.lexing import Token, token_at, touch
from pytest_factcheck.language.tables import table
from pytest_factcheck.language.words import is_function_word

_TABLE = table("numbers")["identifiers"]
_DESIGNATORS = frozenset(_TABLE["designators"].split())
_MAKES = frozenset(_TABLE["makes"].split())
_TOUCHING = frozenset("./:_#№\\=&@*^")
_PARTING = frozenset("—([“”‘’«'\"")
_PARENTHESIS = 30  # tokens in a parenthesis, at most
_DASHES = frozenset("-–")


def is_code(found: list[Token], item: Found, noun: str) -> bool:
    """Tell whether a bare number is a score or a part of a code, whatever stands before it."""
    if item.joined and (item.amount.last is None or not noun):
        return True
    return _is_glued(found, item.start) or (found[item.start].kind == "number" and _goes_on(found, item))


def is_name(found: list[Token], item: Found, noun: str, named_end: int) -> bool:
    """Tell whether a bare number without a comparator is a part of a name.

    Args:
        found: The tokens.
        item: The number.
        noun: The noun that it seems to count, or an empty string.
        named_end: The place behind the last number that was a name, which "and" may go on.
    """
    before = token_at(found, item.start - 1)
    if item.start - 1 == named_end and before.lower in {"and", "or", "&", "to"}:
        return True
    if _follows_designator(found, item.start, noun):
        return True
    return not noun and _is_capitalised_name(found, item.start)


def _is_glued(found: list[Token], start: int) -> bool:
    """Tell whether the number at `start` touches a word or number, or a mark that makes one thing of both."""
    before, mark = token_at(found, start - 2), token_at(found, start - 1)
    if not touch(mark, found[start]):
        return False
    if mark.kind != "mark" or mark.text in _TOUCHING:
        return True
    if mark.text in _DASHES:
        return _is_glued_to_word(found, start - 1)
    return touch(before, mark) and mark.text not in _PARTING


def _goes_on(found: list[Token], item: Found) -> bool:
    """Tell whether digits touch what follows, as in "5oJ", "1 1/2" and "1,5", or number a list."""
    last, after = found[item.end - 1], token_at(found, item.end)
    if after.kind == "identifier" and "/" in after.text:
        return True
    if touch(last, after) and (after.kind != "mark" or after.text in {"/", ":", "_"}):
        return True
    decimal = after.text == "," and touch(last, after) and touch(after, token_at(found, item.end + 1))
    return decimal or _is_list_number(found, item)


def _is_glued_to_word(found: list[Token], dash: int) -> bool:
    """Tell whether a dash joins a word to a number: "F-16", but not "1,000-for-1,000"."""
    word, outer = token_at(found, dash - 1), token_at(found, dash - 2)
    if not touch(word, found[dash]) or word.kind not in {"word", "identifier", "number"}:
        return False
    chained = outer.text in _DASHES and touch(outer, word) and token_at(found, dash - 3).kind == "number"
    return not chained


def _is_list_number(found: list[Token], item: Found) -> bool:
    """Tell whether a number opens a list item, as in "1. First", "(2)" or "both 1) the"."""
    before, after = token_at(found, item.start - 1), token_at(found, item.end)
    closed = after.text in {".", ")"} and touch(found[item.end - 1], after)
    if not closed or item.end - item.start > 1:
        return False
    if after.text == ".":
        return item.start == 0 and item.end + 1 < len(found)
    return before.text == "(" or not _is_in_parentheses(found, item.start)


def _is_in_parentheses(found: list[Token], at: int) -> bool:
    """Tell whether a parenthesis opened shortly before token `at` and has not closed yet."""
    for place in range(at - 1, max(-1, at - _PARENTHESIS), -1):
        if found[place].text in {"(", ")"}:
            return found[place].text == "("
    return False


def _follows_designator(found: list[Token], start: int, noun: str) -> bool:
    """Tell whether the word before a number takes a number: "Article 5", "page 7", "No. 10"."""
    before = token_at(found, start - 1)
    if before.text == "." and touch(token_at(found, start - 2), before):
        before = found[start - 2]
    if before.text in _MAKES:
        return True
    return before.lower in _DESIGNATORS and (not noun or (before.text[0].isupper() and start > 1))


def _is_capitalised_name(found: list[Token], start: int) -> bool:
    """Tell whether a number stands behind a capitalised word, or is one itself inside a sentence."""
    before, first = token_at(found, start - 1), found[start]
    if before.kind != "word":
        return False
    if first.kind == "word":
        return first.text[0].isupper()
    return before.text[0].isupper() and not is_function_word(before.text)
