"""
The page in a real Chromium: it opens at once, ties numbers to findings, filters, and obeys no text.

Without Playwright (`pip install factcheck-cli[browser]`) or a Chromium (Debian's `chromium`) these tests
are skipped; the check for accessibility wants axe-core as well (`npm install axe-core`, or its file's path
in AXE). Where BROWSER is `required`, what lacks is an error: `.ci/run` says so when it has installed them.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ROOT

from factcheck.engine.tell import Teller
from factcheck.model.finding import Coverage, Entry, Gap, Report, Strength
from factcheck.reports import html
from factcheck.reports.style import Style
from factcheck.sources import document

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
# It asks the net for nothing of its own; a container gives no sandbox and has no graphics.
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
    "--disable-component-update", "--disable-default-apps", "--disable-sync", "--no-first-run",
)  # fmt: skip


def lacking(what: str) -> None:
    """Skip a test that needs what is not there; where it must be there, fail."""
    if os.environ.get("BROWSER") == "required":
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="session")
def chromium():
    """A headless Chromium; without one the test is skipped, and says so."""
    if importlib.util.find_spec("playwright") is None:
        lacking("Playwright is not installed")
    if CHROMIUM is None:
        lacking("there is no Chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core; without it the test is skipped, and says so."""
    path = Path(os.environ.get("AXE", ROOT / "node_modules" / "axe-core" / "axe.min.js"))
    if not path.is_file():
        lacking("axe-core is not installed")
    return path.read_text("utf-8")


@pytest.fixture
def opened(chromium, tmp_path):
    """Open a report as a page; what the page complains of is an error."""
    complaints: list[str] = []
    contexts = []

    def page(report: Report, **options):
        path = tmp_path / "report.html"
        path.write_text(html.render(report, Style()), encoding="utf-8")
        contexts.append(chromium.new_context(**options))
        its = contexts[-1].new_page()
        its.on("console", lambda message: complaints.append(message.text))
        its.on("pageerror", lambda error: complaints.append(str(error)))
        its.on("dialog", lambda dialog: complaints.append(f"dialog {dialog.message}"))
        its.on("request", lambda request: complaints.append(request.url) if "report.html" not in request.url else None)
        its.goto(path.as_uri())
        return its

    yield page
    for context in contexts:
        context.close()
    assert complaints == []


def many(specimen, count: int) -> Report:
    """A text of so many paragraphs, each with a sum that does not add up."""
    lines = [f"Town {at}: {300 + at} ships, {100 + at} tugs and 250 ferries." for at in range(count)]
    text = document("\n\n".join(lines) + "\n", "towns.txt")
    teller = Teller({text.path: text})
    balance, *_ = specimen.report.findings
    findings, numbers, start = [], [], 0
    for at, line in enumerate(lines):
        words = (f"{300 + at} ships", f"{100 + at} tugs", "250 ferries")
        places = [
            teller.passage(text.path, start + line.index(its), start + line.index(its) + len(its), "part", "")
            for its in words
        ]
        start += len(line) + 2
        whole, tugs, ferries = places
        ledger = (
            Entry("tugs", str(100 + at), tugs, amount=100 + at),
            Entry("ferries", "250", ferries, amount=250),
            Entry("together", str(350 + at), total=True, amount=350 + at),
            Entry("stated", str(300 + at), whole, amount=300 + at),
        )
        findings.append(
            replace(
                balance, path=text.path, locations=(tugs, ferries, whole), ledger=ledger, gap=Gap(50, None), suspects=()
            )
        )
        numbers += [(place, Strength.PINNED, False) for place in places]
    return Report(tuple(findings), Coverage(tuple(numbers)), rules=count, broken=count, documents={text.path: text})


def test_five_hundred_findings_open(opened, specimen):
    """What Chromium counts from the navigation to the end of the load event is printed (`pytest -rP`), not judged."""
    page = opened(many(specimen, 500))
    assert page.locator(".finding").count() == 500 and page.locator("svg").count() == 500
    took = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
    print(f"500 findings: the load event ends after {took:.0f} ms")
    assert took > 0
    page.get_by_role("checkbox", name="Errors").uncheck()
    assert page.locator(".finding:visible").count() == 0


def test_a_hostile_source_stays_text(opened, specimen):
    """`<script>`, `[red]`, control characters and overrides are read, not obeyed; nothing is asked of the net."""
    page = opened(specimen.report)
    shown = page.locator("section.source").inner_text()
    assert "<script>alert(1)</script> | [red]5 pounds[/red]" in shown
    assert "\\u202e::error::\\x1b[2J" in shown and "\u202e" not in page.content()
    assert page.locator("main script, main a[href^=http]").count() == 0


def test_the_policy_lets_no_other_script_run(chromium, tmp_path, specimen):
    """Markup that got in would still do nothing, and load nothing."""
    path = tmp_path / "report.html"
    planted = "<img src='https://example.org/x' onerror='window.hacked = 1'><script>window.hacked = 2</script></main>"
    path.write_text(html.render(specimen.report, Style()).replace("</main>", planted), encoding="utf-8")
    with chromium.new_context() as context:
        page = context.new_page()
        refused: list[str] = []
        page.on("requestfailed", lambda request: refused.append(f"{request.failure} {request.url}"))
        page.goto(path.as_uri())
        page.wait_for_timeout(100)
        assert page.evaluate("window.hacked") is None
        assert refused == ["csp https://example.org/x"]


def test_a_number_and_its_finding_light_up_together(opened, specimen):
    """Hovering over one marks the other; a click leads there."""
    page = opened(specimen.report)
    page.locator("a.n", has_text="six").hover()
    assert page.locator("#f1.on").count() == 1
    assert page.locator("a.n.on").count() == 3
    page.locator("a.n", has_text="40 euros").click()
    assert page.evaluate("document.activeElement.id") == "f2"
    page.locator("#f1 table a").first.click()
    assert page.evaluate("document.querySelector(':target').textContent").startswith("seven")


def test_what_holds_opens_when_its_number_is_clicked(opened, specimen):
    """It is folded away until somebody asks."""
    page = opened(specimen.report)
    note = page.locator("#f4")
    assert note.get_attribute("open") is None
    page.locator("a.n.hedged").click()
    assert note.get_attribute("open") is not None


def test_filters_show_a_kind_or_a_severity(opened, specimen):
    """Together they leave what fits both."""
    page = opened(specimen.report)
    shown = page.locator(".finding[id]:visible")
    assert shown.count() == 5
    page.get_by_label("Kind").select_option("balance")
    assert shown.count() == 2
    page.get_by_role("checkbox", name="Held by words alone").uncheck()
    assert shown.count() == 1


def test_the_keyboard_walks_through_the_findings(opened, specimen):
    """Forward, back, round the end, and out."""
    page = opened(specimen.report)
    order = page.evaluate("[...document.querySelectorAll('.finding[id]')].map(its => its.id)")
    walked = []
    for key in ("n", "n", "p", "p"):
        page.keyboard.press(key)
        walked.append(page.evaluate("document.activeElement.id"))
    assert walked == [order[0], order[1], order[0], order[-1]]
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement === document.body")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_width_makes_the_page_scroll_sideways(width, opened, specimen):
    """On a telephone too."""
    page = opened(specimen.report, viewport={"width": width, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_dark_mode_and_print_have_their_own_colours(opened, specimen):
    """The page follows the system; on paper there are no controls."""
    page = opened(specimen.report, color_scheme="dark")
    dark = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    page.emulate_media(color_scheme="light")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") != dark
    page.emulate_media(media="print")
    assert not page.locator(".filters").is_visible()


def test_the_page_reads_without_its_script(opened, specimen):
    """Links lead from numbers to findings; controls that would do nothing are not shown."""
    page = opened(specimen.report, java_script_enabled=False)
    assert not page.locator(".filters").is_visible()
    assert page.locator("a.n").first.get_attribute("href") == "#f1"


def violations(page, axe: str, rules: str = "") -> list[tuple[str, list[str]]]:
    """What axe has against a page with everything unfolded: each rule, and the elements that break it."""
    page.evaluate("document.querySelectorAll('details').forEach(its => { its.open = true })")
    page.evaluate(axe)
    only = f", runOnly: {[rules]}" if rules else ""
    result = page.evaluate(f"axe.run(document, {{resultTypes: ['violations']{only}}})")
    assert len(result["passes"]) > (0 if rules else 15)
    return [(its["id"], [node["html"] for node in its["nodes"]]) for its in result["violations"]]


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_against_accessibility(scheme, width, axe, opened, specimen):
    """Names, contrast, landmarks: no violation, in both colours, on a telephone and on a desk."""
    page = opened(specimen.report, color_scheme=scheme, viewport={"width": width, "height": 800})
    assert violations(page, axe) == []


@pytest.mark.parametrize(
    ("scheme", "width", "rules"), [("light", 1280, ""), ("dark", 390, "color-contrast")], ids=["all", "dark"]
)
def test_axe_finds_nothing_against_five_hundred_findings(scheme, width, rules, axe, opened, specimen):
    """What is laid out late is seen too; in the dark on a telephone the colours, for they alone differ."""
    page = opened(many(specimen, 500), color_scheme=scheme, viewport={"width": width, "height": 800})
    page.set_default_timeout(120_000)
    assert violations(page, axe, rules) == []
