"""The page in a real browser: cells lead to their words by mouse, by keyboard and without JavaScript, on a desk and on a phone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, sync_playwright

from tests.report.story import harbour
from variorum.records.article import Article, Span
from variorum.records.dossier import Account, AccountMember, Dossier
from variorum.records.marks import Figure, Reading
from variorum.report import render_page

CHROMIUM = shutil.which("chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESK = {"width": 1440, "height": 900}
PHONE = {"width": 360, "height": 740}

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed; on Debian: apt-get install chromium")


@dataclass
class Visit:
    """A page that is open in the browser, and everything it complained of or asked for."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def lit(self) -> str:
        """The words that are highlighted in the sources, pieces of a broken quotation joined by a space."""
        return " ".join(self.page.eval_on_selector_all(".lit:not(.lit .lit)", "all => all.map(one => one.textContent)"))

    def link(self, words: str, number: int = 0) -> Any:
        return self.page.locator("#figures .cells a.words", has_text=words).nth(number)

    def focused(self) -> str:
        return str(self.page.evaluate("document.activeElement.textContent"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as tools:
        running = tools.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("page") / "dossier.html"
    file.write_text(render_page(harbour()), "utf-8")
    return Path(file).as_uri()


@pytest.fixture
def visits(browser: Browser, address: str) -> Iterator[Any]:
    """A function that opens the page; when the test ends, the page must not have complained or called out."""
    made: list[Visit] = []

    def visit(fragment: str = "", **options: Any) -> Visit:
        page = browser.new_context(**({"viewport": DESK} | options)).new_page()
        one = Visit(page)

        def heard(message: ConsoleMessage) -> None:
            one.complaints.append(message.text)

        def failed(error: Error) -> None:
            one.complaints.append(str(error))

        def asked(request: Request) -> None:
            one.requests.append(request.url)

        page.on("console", heard)
        page.on("pageerror", failed)
        page.on("request", asked)
        page.goto(address + fragment)
        made.append(one)
        return one

    yield visit
    for one in made:
        assert one.complaints == []
        assert [url for url in one.requests if not url.startswith(address)] == []
        one.page.context.close()


def test_a_click_on_a_cell_highlights_exactly_its_words(visits: Any) -> None:
    visit = visits()
    cells = visit.page.locator("main a.words")
    for number in range(cells.count()):
        cell = cells.nth(number)
        if not cell.is_visible():  # inside a closed list of changes
            continue
        cell.click()
        assert visit.lit() == cell.text_content().replace(" […] ", " ")


def test_the_source_opens_beside_the_cell_and_closes_again(visits: Any) -> None:
    visit = visits()
    cell = visit.link("1.6 billion euros over ten years")
    cell.scroll_into_view_if_needed()
    before = cell.bounding_box()["y"]
    cell.click()
    assert visit.page.locator(".source:visible h3").all_inner_texts() == ["B Harbour Review"]
    assert abs(cell.bounding_box()["y"] - before) < 2, "the cell keeps its place on the screen"
    assert visit.page.locator(".lit").first.bounding_box()["y"] < DESK["height"]
    assert visit.focused() == "1.6 billion euros over ten years"
    visit.page.get_by_role("button", name="Close").click()
    assert visit.lit() == ""
    assert visit.page.evaluate("document.activeElement === document.querySelector('[data-verdict=conflict] td:nth-child(2) a.words')")


def test_back_returns_to_the_cell(visits: Any) -> None:
    visit = visits()
    visit.link("90 million euros").click()
    visit.link("60 million euros").click()
    assert visit.lit() == "60 million euros"
    visit.page.go_back()
    assert visit.lit() == ""
    assert visit.focused() == "60 million euros"


@pytest.mark.parametrize("place", ["#timeline", "#sources", "#src-4"])
def test_a_link_to_another_place_closes_the_source_and_goes_there(visits: Any, place: str) -> None:
    visit = visits()
    visit.link("90 million euros").click()
    visit.page.evaluate("place => document.querySelector(`a[href='${place}']`).click()", place)
    visit.page.wait_for_function("!document.documentElement.classList.contains('reading')")
    assert 0 <= visit.page.locator(place).bounding_box()["y"] < DESK["height"]
    assert visit.lit() == ""


def test_the_keyboard_reaches_every_cell(visits: Any) -> None:
    visit = visits()
    press = visit.page.keyboard.press
    press("Tab")
    assert visit.focused() == "Skip to the figures"
    press("Enter")
    visit.link("1.2 billion euros").focus()
    press("ArrowRight")
    assert visit.focused() == "1.6 billion euros over ten years"
    press("ArrowDown")
    assert visit.focused() == "Around 310 homes"
    press("ArrowLeft")
    assert visit.focused() == "more than 300 homes"
    press("ArrowUp")
    assert visit.focused() == "1.2 billion euros"
    press("ArrowRight")
    press("Enter")
    assert visit.lit() == "1.6 billion euros over ten years"
    press("Escape")
    visit.page.wait_for_function("!document.documentElement.classList.contains('reading')")
    assert visit.focused() == "1.6 billion euros over ten years"


def test_the_counts_filter_the_rows(visits: Any) -> None:
    visit = visits()
    count = visit.page.get_by_role("button", name="1 conflict")
    count.click()
    assert visit.page.locator("tbody[data-verdict]:visible").count() == 1
    assert visit.page.get_by_role("status").inner_text().startswith("1 of 6 comparisons shown.")
    assert count.get_attribute("aria-pressed") == "true"
    count.press("Space")
    assert visit.page.locator("tbody[data-verdict]:visible").count() == 6


def test_statements_can_be_read_actor_by_actor(visits: Any) -> None:
    visit = visits()
    visit.page.get_by_label("Show").select_option(label="Pia Lund (1)")
    assert visit.page.locator(".voice:visible h3").all_inner_texts() == ["Pia Lund\nperson"]


def shown(visit: Visit, selector: str) -> list[str]:
    return [" ".join(words.split()) for words in visit.page.locator(f"{selector}:visible").all_inner_texts()]


def test_choosing_an_actor_leaves_only_what_is_theirs(visits: Any) -> None:
    visit = visits()
    visit.page.get_by_label("Show").select_option("brandt")
    assert visit.page.evaluate("location.hash") == "#who=brandt"
    assert visit.page.locator("tbody[data-verdict]:visible").evaluate_all("all => all.map(one => one.dataset.verdict)") == [
        "conflict", "update", "cannot_compare", "agree",
    ]  # fmt: skip
    assert visit.link("1.6 billion euros over ten years").is_visible(), "a row that is shown is shown whole"
    assert shown(visit, ".voice h3") == ["Ilse Brandt person"]
    assert shown(visit, ".holder .head") == ["Ilse Brandt"]
    assert shown(visit, "#actors li p:first-child")[0].startswith("Ilse Brandt")
    assert visit.page.get_by_role("status").inner_text() == "Only what Ilse Brandt says, wants or owns is shown."
    assert shown(visit, ".nothing") == ["Nothing here is theirs."], "no day stands in a statement of hers"
    visit.page.get_by_role("button", name="Clear").click()
    assert visit.page.evaluate("location.hash") == ""
    assert visit.page.locator("tbody[data-verdict]:visible").count() == 6
    assert shown(visit, ".nothing") == []


def test_a_link_to_an_actor_shows_only_them_and_survives_opening_a_source(visits: Any) -> None:
    visit = visits("#who=merrow")
    assert shown(visit, ".holder .head") == ["Merrow Lines"]
    link = visit.page.locator("#positions a.words:visible").first
    link.click()
    assert visit.page.evaluate("location.hash").endswith("&who=merrow")
    visit.page.go_back()
    assert visit.page.evaluate("location.hash") == "#who=merrow"
    assert shown(visit, ".holder .head") == ["Merrow Lines"]
    again = visits(f"#m-{next(figure.id for figure in harbour().figures if figure.quote == '60 million euros')}&who=merrow")
    assert again.lit() == "60 million euros"
    assert shown(again, ".holder .head") == ["Merrow Lines"]


def test_an_address_that_names_nobody_known_shows_everything(visits: Any) -> None:
    visit = visits("#who=nobody-known")
    assert visit.page.locator("tbody[data-verdict]:visible").count() == 6


def test_a_name_in_a_row_can_be_chosen_with_the_keyboard(visits: Any) -> None:
    visit = visits()
    name = visit.page.locator("#figures a.party", has_text="The finance office").first
    name.focus()
    visit.page.keyboard.press("Enter")
    assert visit.page.evaluate("location.hash") == "#who=office"
    assert 0 < name.bounding_box()["y"] < DESK["height"], "the name stays in view"
    assert visit.page.locator("tbody[data-verdict]:visible").count() == 2, "the row of the cost and that of its estimate"
    assert visit.focused() == "The finance office"


def test_a_verdict_and_an_actor_can_be_chosen_together(visits: Any) -> None:
    visit = visits("#who=brandt")
    visit.page.get_by_role("button", name="1 conflict").click()
    assert visit.page.locator("tbody[data-verdict]:visible").count() == 1
    assert "Only what Ilse Brandt" in visit.page.get_by_role("status").inner_text()


def test_changed_words_in_a_quotation_do_not_show_by_colour_alone(visits: Any) -> None:
    visit = visits()
    (changed,) = visit.page.locator("#said a.words ins").all()
    assert changed.inner_text() == "now"
    style = "one => [getComputedStyle(one).textDecorationStyle, getComputedStyle(one).fontWeight]"
    assert changed.evaluate(style) == ["double", "700"]
    assert visit.page.get_by_text("Wording differs").first.is_visible()
    assert shown(visit, ".differs li") == ["prints now besides"]


def test_a_link_with_an_anchor_opens_the_words(visits: Any) -> None:
    figure = next(figure for figure in harbour().figures if figure.quote == "60 million euros")
    visit = visits(f"#m-{figure.id}")
    assert visit.lit() == "60 million euros"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_needs_no_sideways_scrolling(visits: Any, scheme: str) -> None:
    visit = visits(viewport=PHONE, color_scheme=scheme, has_touch=True)
    assert visit.page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    cell = visit.link("1.6 billion euros over ten years")
    cell.tap()
    assert visit.lit() == "1.6 billion euros over ten years"
    visit.page.wait_for_timeout(600)  # smooth scrolling has to end
    sheet = visit.page.locator(".sheet").bounding_box()
    box = cell.bounding_box()
    assert box["y"] >= 0 and box["y"] + box["height"] <= sheet["y"], "the cell stays in view above the sheet"
    assert sheet["y"] <= visit.page.locator(".lit").first.bounding_box()["y"] < PHONE["height"]
    assert visit.page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_what_was_compared_opens_under_the_reason_and_leads_to_the_source(visits: Any) -> None:
    visit = visits(viewport=PHONE, has_touch=True)
    row = visit.page.locator("tbody[data-verdict=conflict]")
    link = row.locator(".basis a.words").first
    assert not link.is_visible()
    row.locator(".basis summary").tap()
    assert visit.page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    link.tap()
    assert visit.lit() == "1.2 billion euros"


def test_a_figure_without_a_match_leads_to_its_nearest(visits: Any) -> None:
    visit = visits()
    visit.page.locator("#alone .near a.words", has_text="Around 310 homes").click()
    assert visit.lit() == "Around 310 homes"


def test_the_picture_over_time_keeps_to_its_column(visits: Any) -> None:
    for size in (PHONE, DESK):
        visit = visits(viewport=size)
        chart = visit.page.locator(".course svg")
        frame = chart.bounding_box()
        for words in chart.locator("text").all():
            box = words.bounding_box()
            assert frame["x"] - 1 <= box["x"] and box["x"] + box["width"] <= frame["x"] + frame["width"] + 1


WORD = "W" * 10_000
HOSTILE = f"<script>document.title='owned'</script> “{WORD}” {{{{ 7 * 7 }}}} \u202eevil\u202c \x1b[2J said <img src=x onerror=alert(1)> 5 percent."


def test_hostile_slots_times_and_reasons_do_not_stretch_the_page(browser: Browser, tmp_path: Path) -> None:
    rows = tuple(
        replace(
            row,
            slots=tuple(replace(slot, words=(HOSTILE, WORD)) for slot in row.slots),
            series=tuple(replace(point, when=HOSTILE) for point in row.series),
        )
        for row in harbour().comparisons
    )
    dossier = replace(harbour(), comparisons=rows, near=tuple(replace(one, why=HOSTILE) for one in harbour().near))
    (tmp_path / "evil.html").write_text(render_page(dossier), "utf-8")
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto((tmp_path / "evil.html").as_uri())
    page.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.title() != "owned"
    page.close()


def test_a_hostile_article_neither_runs_nor_stretches_the_page(browser: Browser, tmp_path: Path) -> None:
    article = Article(HOSTILE, "evil", "https://evil.example/", HOSTILE, HOSTILE, "2031-03-04")
    start = HOSTILE.index("5 percent")
    figure = Figure("evil", start, start + 9, "5 percent", Span(start, start + 1), Decimal(5), Decimal(5), "%")
    account = Account("c", True, HOSTILE, (AccountMember("evil", "original", None, (HOSTILE,)),))
    dossier = Dossier(HOSTILE, (article,), (account,), (), (Reading(article, (figure,)),), (), (), (HOSTILE,))
    (tmp_path / "evil.html").write_text(render_page(dossier), "utf-8")
    page = browser.new_page(viewport={"width": 360, "height": 740})
    visit = Visit(page)
    page.on("console", lambda message: visit.complaints.append(message.text))
    page.on("dialog", lambda dialog: visit.complaints.append(dialog.message))
    page.goto((tmp_path / "evil.html").as_uri())
    page.locator("a.words").first.click()
    assert visit.lit() == "5 percent"
    assert page.title().startswith("<script>")
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    assert visit.complaints == []
    page.context.close()


def test_without_javascript_the_anchor_highlights_the_words(visits: Any) -> None:
    visit = visits(java_script_enabled=False)
    visit.link("Around 310 homes").click()
    assert visit.page.locator("[data-m]:target").text_content() == "Around 310 homes"
    assert visit.page.locator(".close:visible, select:visible").count() == 0
    assert visit.page.locator("[data-who]:not(details *):not(:visible)").count() == 0, "nothing is filtered"
    assert visit.page.locator(".nothing:visible").count() == 0
    assert visit.page.locator(".source:visible").count() == 5


def test_print_shows_everything_and_no_controls(visits: Any) -> None:
    visit = visits()
    visit.link("60 million euros").click()
    visit.page.emulate_media(media="print")
    assert visit.page.locator(".source:visible").count() == 5
    assert visit.page.locator("nav:visible, .close:visible, select:visible").count() == 0


CONTRAST = """() => {
  const channel = (value) => (value /= 255) <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const parse = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const ground = (one) => {
    for (; one; one = one.parentElement) {
      const colour = parse(getComputedStyle(one).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const poor = [];
  for (const one of document.querySelectorAll("body *")) {
    const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!own || !one.checkVisibility() || one.closest("script, style, svg, .unseen")) continue;
    const [a, b] = [light(parse(getComputedStyle(one).color)), light(ground(one))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) poor.push(`${one.className}: ${ratio.toFixed(2)} ${one.textContent.slice(0, 30)}`);
  }
  return poor;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_stands_out_from_its_ground(visits: Any, scheme: str) -> None:
    """Contrast of at least 4.5 to 1 for all text, as WCAG 2 AA asks."""
    visit = visits(color_scheme=scheme)
    assert visit.page.evaluate(CONTRAST) == []
    visit.link("60 million euros").click()
    assert visit.page.evaluate(CONTRAST) == []


def test_dark_mode_is_dark(visits: Any) -> None:
    colour = "getComputedStyle(document.body).backgroundColor"
    assert visits(color_scheme="dark").page.evaluate(colour) != visits(color_scheme="light").page.evaluate(colour)
