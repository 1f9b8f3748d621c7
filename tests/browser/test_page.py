"""The pages in a real browser: what a reader can do, whatever the words of a corpus would do to them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("playwright", reason="`make test-browser` installs it")

from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from browser.conftest import Opened

RULES = {
    "preload": False,
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
}
CLAIM, SOURCE = "claims/talks-about-100-minutes.html", "sources/moscow-times.html"
FILE = "files/assertions/talks-duration.yaml.html"
PAGES = [
    "index.html",
    CLAIM,
    SOURCE,
    "disagreements.html",
    "sources.html",
    FILE,
    "claims/abramovich-in-the-room.html",
]
ROWS = "#matrix tbody tr"


def forms(folder: Path) -> dict[str, Path]:
    return {"folder": folder / "site" / "index.html", "file": folder / "audit.html"}


@pytest.fixture(params=["folder", "file"])
def overview(seeds: Path, request: pytest.FixtureRequest) -> Path:
    return forms(seeds)[request.param]


@pytest.fixture(params=["folder", "file"])
def hostile_overview(hostile: Path, request: pytest.FixtureRequest) -> Path:
    return forms(hostile)[request.param]


def count_of(page: Page) -> str:
    return str(page.inner_text("#count"))


def test_the_overview_shows_every_claim_beside_every_source(opened: Opened, overview: Path) -> None:
    page = opened(overview)
    assert page.locator("#matrix thead th").count() == 3 + 5
    assert page.locator(ROWS).count() == 100
    assert page.inner_text("#pager").split("\n")[1] == f"1 to 100 of {count_of(page).split()[0]}"
    row = page.locator(ROWS, has_text="attendance.yaml").first
    assert row.locator("td.sign").count() == 5


def test_failing_claims_stand_first(opened: Opened, hostile_overview: Path) -> None:
    page = opened(hostile_overview)
    results = page.locator(f"{ROWS} td.result .badge").all_inner_texts()
    assert [one.split()[-1] for one in results] == ["failed", "failed", "passed", "passed"]


@pytest.mark.parametrize(
    ("field", "value", "count"),
    [
        ("verdict", "disputed", "8 of"),
        ("text", "talks-duration.yaml", "3 of"),
        ("tag", "duration", "3 of"),
        ("result", "failed", "0 of"),
    ],
)
def test_claims_are_filtered(opened: Opened, overview: Path, field: str, value: str, count: str) -> None:
    page = opened(overview)
    control = page.locator(f"[name={field}]")
    if field == "text":
        control.fill(value)
    else:
        control.select_option(value)
    assert count_of(page).startswith(count)
    again = opened(
        Path(page.evaluate("decodeURIComponent(location.pathname)")), page.evaluate("location.hash")
    )
    assert count_of(again) == count_of(page), "what is seen can be handed on"
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function("!document.getElementById('count').textContent.includes('of')")


def test_claims_are_filtered_by_what_one_source_says(opened: Opened, overview: Path) -> None:
    page = opened(overview)
    page.locator("[name=source]").select_option("republic-world")
    speaking = int(count_of(page).split()[0])
    page.locator("[name=stance]").select_option("contradicts")
    assert 0 < int(count_of(page).split()[0]) < speaking
    third = page.locator(f"{ROWS} td.sign:nth-child(6) .hidden-text")
    assert set(third.all_text_contents()) == {"contradicts"}


def test_problems_are_a_filter_of_their_own(opened: Opened, hostile_overview: Path) -> None:
    page = opened(hostile_overview)
    page.locator("[name=problem]").select_option("quote-not-found")
    assert count_of(page) == "1 of 4 claims"
    page.get_by_role("button", name="Show all").click()
    page.locator(".legend a", has_text="quote-not-found").click()
    page.wait_for_function("document.getElementById('count').textContent === '1 of 4 claims'")


def test_a_click_on_a_heading_sorts_and_another_turns_it_round(
    opened: Opened, hostile_overview: Path
) -> None:
    page = opened(hostile_overview)
    ids = page.locator(f"{ROWS} th .where")
    page.get_by_role("button", name="Claim").click()
    assert [one.split()[0] for one in ids.all_inner_texts()] == ["rain", "moved", "held", "broke"]
    assert page.locator("th[aria-sort=ascending]").inner_text().startswith("Claim")
    page.get_by_role("button", name="Claim").click()
    assert [one.split()[0] for one in ids.all_inner_texts()] == ["broke", "held", "moved", "rain"]
    assert page.locator("th[aria-sort=descending]").inner_text().startswith("Claim")
    assert page.evaluate("location.hash").endswith("sort=-claim")


def test_the_rest_of_the_table_is_a_click_away(opened: Opened, overview: Path) -> None:
    page = opened(overview)
    first = page.locator(f"{ROWS} bdi").first.inner_text()
    page.get_by_role("button", name="Later").click()
    assert page.locator(f"{ROWS} bdi").first.inner_text() != first
    assert "from=101" in page.evaluate("location.hash")
    page.get_by_role("button", name="Earlier").click()
    assert page.locator(f"{ROWS} bdi").first.inner_text() == first


def test_everything_is_reached_by_keyboard(opened: Opened, overview: Path) -> None:
    page = opened(overview)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "text":
            break
    page.keyboard.type("prisoners")
    assert " of " in count_of(page)
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('tbody') !== null"):
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    claim = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    page.wait_for_function("document.title.length > 0")
    assert claim in page.locator("h1:visible").inner_text()


def test_the_reader_goes_from_a_claim_to_the_source_and_to_the_line_of_the_file(
    opened: Opened, overview: Path
) -> None:
    page = opened(overview)
    page.locator("[name=text]").fill("talks-about-100-minutes")
    page.get_by_role("link", name="The talks lasted about 100 minutes.").click()
    page.locator("h1:visible", has_text="The talks lasted about 100 minutes.").wait_for()
    assert page.locator("mark:visible", has_text="the one-hour session ended without").count() > 0
    page.get_by_role("link", name="assertions/talks-duration.yaml:4").click()
    page.locator("li.target:visible, li:target:visible", has_text="id: talks-about-100-minutes").wait_for()
    page.go_back()
    page.get_by_role("link", name="Republic World").first.click()
    page.locator("h1:visible", has_text="Hold First Ceasefire Talks").wait_for()
    assert page.locator(".notes:visible a", has_text="about 100 minutes").count() > 0


def test_words_and_claims_light_up_together(opened: Opened, seeds: Path) -> None:
    page = opened(seeds / "site" / SOURCE)
    note = page.locator(".notes li").first
    note.hover()
    assert page.locator("mark.here").count() > 0
    assert page.locator("mark.here").first.get_attribute("data-notes").split().count("1") == 1


def test_sources_that_differ_stand_side_by_side_with_their_values(opened: Opened, seeds: Path) -> None:
    page = opened(seeds / "site" / "disagreements.html")
    section = page.locator(".disagreement", has_text="The talks lasted about 100 minutes.")
    left, right = section.locator(".sides > section").all()
    assert "100-minute" in left.locator(".value").all_inner_texts()
    assert set(right.locator(".value").all_inner_texts()) == {"one-hour"}
    assert left.bounding_box()["y"] == right.bounding_box()["y"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_no_rule_of_accessibility_is_broken(opened: Opened, seeds: Path, name: str, scheme: str) -> None:
    for width in (360, 1280):
        found = Axe().run(opened(seeds / "site" / name, width=width, scheme=scheme), options=RULES)
        assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("name", ["index.html", "claims/moved.html", "sources/long.html"])
def test_no_rule_of_accessibility_is_broken_where_claims_fail(
    opened: Opened, hostile: Path, name: str
) -> None:
    for scheme in ("light", "dark"):
        found = Axe().run(opened(hostile / "site" / name, scheme=scheme), options=RULES)
        assert found.violations_count == 0, found.generate_report()


def test_no_rule_of_accessibility_is_broken_in_one_file(opened: Opened, seeds: Path) -> None:
    for place in ("", "#claim/talks-about-100-minutes", "#source/moscow-times", "#disagreements"):
        found = Axe().run(opened(seeds / "audit.html", place), options=RULES)
        assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width", [320, 768, 1280, 2560])
@pytest.mark.parametrize("name", PAGES)
def test_no_page_is_wider_than_the_window(opened: Opened, seeds: Path, name: str, width: int) -> None:
    page = opened(seeds / "site" / name, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_dark_is_dark(opened: Opened, overview: Path) -> None:
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    assert opened(overview).evaluate(paper) == "rgb(253, 253, 252)"
    assert opened(overview, scheme="dark").evaluate(paper) == "rgb(22, 24, 26)"


def test_on_paper_stand_all_rows_and_no_controls(opened: Opened, overview: Path) -> None:
    page = opened(overview)
    page.emulate_media(media="print")
    assert not page.locator("#filters").is_visible()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(ROWS).count() == int(count_of(page).split()[0])
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(ROWS).count() == 100


@pytest.mark.parametrize(
    "name",
    [
        "index.html",
        "claims/held.html",
        "sources/bad.html",
        "sources/long.html",
        "files/assertions/dam.yaml.html",
    ],
)
def test_hostile_words_are_words(opened: Opened, hostile: Path, name: str) -> None:
    page = opened(hostile / "site" / name, width=320)
    assert page.evaluate("document.documentElement.dataset.owned") is None
    assert page.locator("script:not([src]):not([type='application/json']), img, iframe").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert "\u202e" not in page.content()


def test_hostile_words_are_shown_as_they_are_written(opened: Opened, hostile: Path) -> None:
    page = opened(hostile / "audit.html", "#source/bad")
    assert "<script>document.documentElement" in page.locator(".text:visible").inner_text()
    assert r"\u202egnorw daer\u202c" in page.locator(".text:visible").inner_text()
    assert page.evaluate("document.documentElement.dataset.owned") is None


def test_a_script_that_is_not_the_page_s_own_is_refused(opened: Opened, hostile: Path) -> None:
    for path in forms(hostile).values():
        page = opened(path)
        policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "*" not in policy
