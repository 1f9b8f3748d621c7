"""Lines that stand on pages become paragraphs; what repeats at the edge of the pages is left out and told."""

from __future__ import annotations

from pytest_factcheck.extraction.pages import Line, Told, told

FULL = "the council said in a statement that was published on Monday and"


def line(words: str, height: float, left: float = 60, size: float = 10, *, bold: bool = False) -> Line:
    return Line(words, left, height, size, bold)


def paragraphs(*pages: list[Line]) -> tuple[str, ...]:
    return told(pages).paragraphs


def test_a_wider_gap_parts_two_paragraphs() -> None:
    page = [line(FULL, 700), line("ended.", 688), line("The next one", 668), line("goes on.", 656)]
    assert paragraphs(page) == (f"{FULL} ended.", "The next one goes on.")


def test_an_indent_begins_a_paragraph() -> None:
    page = [line(FULL, 700), line(FULL, 688), line("Then it rained for a week, the council said", 676, 72)]
    page += [line(FULL, 664)]
    assert paragraphs(page) == (f"{FULL} {FULL}", f"Then it rained for a week, the council said {FULL}")


def test_a_short_line_ends_a_paragraph_unless_the_sentence_goes_on() -> None:
    page = [line(FULL, 700), line("ended.", 688), line(f"It {FULL}", 676), line("in short", 664)]
    page += [line("lines.", 652)]
    assert paragraphs(page) == (f"{FULL} ended.", f"It {FULL} in short lines.")


def test_other_letters_begin_a_paragraph() -> None:
    page = [line("Annual report of the", 730, 120, 18), line("town", 708, 180, 18), line(FULL, 690)]
    page += [line(FULL, 678), line(f"Findings of {FULL}", 666, bold=True), line(FULL, 654)]
    assert paragraphs(page) == (
        "Annual report of the town",
        f"{FULL} {FULL}",
        f"Findings of {FULL}",
        FULL,
    )


def test_a_bullet_begins_a_paragraph_and_its_hanging_lines_belong_to_it() -> None:
    page = [line(FULL, 700), line("•", 688), line(f"one {FULL}", 688, 70), line("goes on here.", 676, 70)]
    page += [line("2.", 664), line(f"two {FULL}", 664, 70)]
    assert paragraphs(page) == (FULL, f"• one {FULL} goes on here.", f"2. two {FULL}")


def test_what_stands_on_one_height_is_one_line() -> None:
    page = [line("Year", 700), line("Cars a day", 701, 200), line("2025", 680), line("3,900", 680, 200)]
    assert paragraphs(page) == ("Year Cars a day", "2025 3,900")


def test_a_line_without_a_letter_or_digit_is_no_line() -> None:
    assert paragraphs([line("•", 700), line("•", 688), line("Words.", 676, 70)]) == ("Words.",)


def test_a_sentence_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    one = [line(FULL, 100), line(f"on {FULL}", 88), line(f"over {FULL}", 700, 320)]
    two = [line(f"and {FULL}.", 700), line("A new one begins.", 680)]
    assert paragraphs(one, two) == (f"{FULL} on {FULL} over {FULL} and {FULL}.", "A new one begins.")


def test_a_new_sentence_on_the_next_page_is_a_new_paragraph() -> None:
    assert paragraphs([line(f"{FULL}.", 100)], [line("It ended.", 700)]) == (f"{FULL}.", "It ended.")


def body(number: int) -> list[Line]:
    return [
        line(f"{word} {number} {FULL}.", 700 - 40 * at) for at, word in enumerate(("One", "Two", "Three"))
    ]


def test_a_running_head_and_page_numbers_are_left_out_and_the_head_is_told() -> None:
    pages = [
        [line(f"Annual report 2025 | {7 + number}", 800), *body(number * 3), line(f"- {7 + number} -", 30)]
        for number in range(4)
    ]
    found = told(pages)
    assert found.repeated == ("Annual report 2025 | 7",)
    assert len(found.paragraphs) == 12
    assert not any("Annual" in paragraph or paragraph.startswith("-") for paragraph in found.paragraphs)


def test_a_line_on_two_pages_of_many_is_no_running_head() -> None:
    pages = [[line("The council", 800), *body(0)], [line("The council", 800), *body(3)], body(6)]
    assert told(pages).repeated == ()
    assert told(pages[:2]).repeated == ()


def test_rows_that_end_every_page_of_a_table_stay() -> None:
    # The numbers differ from page to page, and do not count the pages.
    years = (1976, 2003, 2011, 2025)
    pages = [[*body(3 * at), line(f"{year}", 30), line("4,100", 30, 200)] for at, year in enumerate(years)]
    found = told(pages)
    assert found.repeated == ()
    assert [paragraph[:4] for paragraph in found.paragraphs[3::4]] == ["1976", "2003", "2011", "2025"]


def test_columns_that_begin_alike_are_no_running_head() -> None:
    pages = [[line(FULL, 700), line(f"{word} {FULL}", 688)] for word in ("one", "two", "three")]
    assert told(pages).repeated == ()


def test_a_single_page_has_no_running_head() -> None:
    assert told([[line("Page 1", 800), *body(0)]]).paragraphs[0] == "Page 1"


def test_no_page_has_no_paragraph() -> None:
    assert told([]) == Told((), ())
    assert told([[], []]) == Told((), ())
