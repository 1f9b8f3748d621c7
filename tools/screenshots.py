"""Take the pictures of the pages that the documents show, of an audit of the first corpus, in Chromium.

python -m tools.screenshots        # as `make screenshots` runs it
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: the page that it shows, how wide and high the window is, and whether it is dark."""

    name: str
    page: str
    width: int = 1200
    height: int = 720
    scheme: str = "light"


PICTURES = (
    Picture("overview", "index.html#?text=talks", height=1150),
    Picture("claim", "claims/talks-about-100-minutes.html", height=900),
    Picture("source", "sources/moscow-times.html", height=900),
    Picture("disagreements", "disagreements.html", height=700, scheme="dark"),
    Picture("phone", "sources/republic-world.html", width=360, height=700, scheme="dark"),
)


def main() -> int:
    """Audit the first corpus, and photograph its pages."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as running:
        command = [sys.executable, "-m", "pytest", "assertions", "-q", f"--audit-report={folder}/site/"]
        subprocess.run(command, cwd=ROOT, check=True)  # noqa: S603 - our own words
        browser = running.chromium.launch(executable_path=program, args=FLAGS)
        IMAGES.mkdir(exist_ok=True)
        for picture in PICTURES:
            _take(browser, Path(folder, "site"), picture)
        browser.close()
    return 0


def _take(browser: Browser, site: Path, picture: Picture) -> None:
    size = {"width": picture.width, "height": picture.height}
    page = browser.new_page(viewport=size, color_scheme=picture.scheme)
    path, _, place = picture.page.partition("#")
    page.goto((site / path).as_uri() + (f"#{place}" if place else ""))
    page.screenshot(path=IMAGES / f"{picture.name}.png")
    page.close()


if __name__ == "__main__":
    sys.exit(main())
