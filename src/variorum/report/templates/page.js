(() => {
"use strict";
const root = document.documentElement;
const sources = document.getElementById("sources");
const sheet = sources.querySelector(".sheet");
const articles = [...sources.querySelectorAll(".source")];
let origin = null;
let left = null;
root.classList.add("js");

const pieces = (id) => [...sources.querySelectorAll(`[data-m="${CSS.escape(id)}"]`)];
/* The address holds the opened words and who is chosen: #m-f1234&who=a5678. */
const parts = () => location.hash.slice(1).split("&");
const marked = () => (parts().find((part) => part.startsWith("m-")) || "").slice(2);
const addressed = () => (parts().find((part) => part.startsWith("who=")) || "").slice(4);
let who = "";

function light(id) {
  for (const old of sources.querySelectorAll(".lit")) old.classList.remove("lit", "lit-first");
  const found = pieces(id);
  found.forEach((piece, number) => piece.classList.add("lit", ...(number ? [] : ["lit-first"])));
  return found[0];
}

function show(id) {
  const first = light(id);
  if (!first) return hide();
  const before = origin ? origin.getBoundingClientRect().top : 0;
  if (!root.classList.contains("reading")) sources.style.minHeight = `${sources.offsetHeight}px`;
  root.classList.add("reading");
  const own = first.closest(".source");
  for (const article of articles) article.classList.toggle("off", article !== own);
  if (origin) {
    origin.classList.add("chosen");
    window.scrollBy(0, origin.getBoundingClientRect().top - before);
    uncover();
  }
  sheet.scrollTop += first.getBoundingClientRect().top - sheet.getBoundingClientRect().top - sheet.clientHeight / 3;
  first.tabIndex = -1;
  first.focus({ preventScroll: true });
  return undefined;
}

/* On a phone the sheet lies over the lower half: keep the chosen cell above it. */
function uncover() {
  const edge = sheet.getBoundingClientRect();
  const place = origin.getBoundingClientRect();
  if (edge.top > 0 && place.bottom > edge.top - 12) window.scrollBy(0, place.bottom - edge.top + 40);
}

function hide() {
  light("");
  root.classList.remove("reading");
  sources.style.minHeight = "";
  for (const article of articles) article.classList.remove("off");
  for (const cell of document.querySelectorAll(".chosen")) cell.classList.remove("chosen");
}

/* To the cell one came from; a link to another place of the page has forgotten it. */
function back() {
  if (!origin || location.hash !== left || root.classList.contains("reading")) return;
  origin.focus({ preventScroll: true });
  origin.scrollIntoView({ block: "nearest" });
}

function close() {
  if (!root.classList.contains("reading")) return;
  if (history.state && history.state.variorum) history.back();
  else {
    history.replaceState(null, "", location.href.split("#")[0] + (who ? `#who=${who}` : "#figures"));
    hide();
  }
}

document.addEventListener("click", (event) => {
  if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const named = event.target.closest("a[data-party]");
  if (named) {
    event.preventDefault();
    choose(named.dataset.party, named);
    return;
  }
  if (event.target.closest('a[href^="#"]:not([data-open])')) origin = null;
  const link = event.target.closest("a[data-open]");
  if (!link) return;
  event.preventDefault();
  for (const cell of document.querySelectorAll(".chosen")) cell.classList.remove("chosen");
  origin = link;
  if (!marked()) left = location.hash;
  const again = root.classList.contains("reading") && history.state && history.state.variorum;
  history[again ? "replaceState" : "pushState"]({ variorum: true }, "", link.getAttribute("href") + (who ? `&who=${who}` : ""));
  show(link.dataset.open);
});
sources.querySelector(".close").addEventListener("click", close);
window.addEventListener("popstate", () => {
  if (marked() || addressed() || !location.hash) only(addressed());
  if (marked()) return show(marked());
  const open = root.classList.contains("reading");
  hide();
  if (origin) back();
  else if (open && location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView(); /* what was hidden has its place again */
  return undefined;
});
window.addEventListener("hashchange", back); /* going back, a browser may focus the old anchor */

/* Arrows move between the quotations of a table as between the cells of a sheet. */
function step(link, key) {
  const table = link.closest("table.grid");
  const rows = table ? [...table.querySelectorAll("tr.cells")].filter((row) => row.offsetParent !== null) : [];
  const row = rows.indexOf(link.closest("tr"));
  const cell = link.closest("td");
  if (row < 0 || !cell) return null;
  const links = (box) => (box ? [...box.querySelectorAll("a.words")] : []);
  if (key === "ArrowLeft" || key === "ArrowRight") {
    const line = links(rows[row]);
    return line[line.indexOf(link) + (key === "ArrowRight" ? 1 : -1)];
  }
  const down = key === "ArrowDown";
  const same = links(cell);
  const next = same[same.indexOf(link) + (down ? 1 : -1)];
  if (next) return next;
  const rest = down ? rows.slice(row + 1) : rows.slice(0, row).reverse();
  for (const other of rest) {
    const found = links(other.cells[cell.cellIndex]);
    if (found.length) return down ? found[0] : found[found.length - 1];
  }
  return null;
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") close();
  if (!event.key.startsWith("Arrow") || event.altKey || event.ctrlKey || event.metaKey) return;
  const link = document.activeElement && document.activeElement.closest("a.words");
  const next = link ? step(link, event.key) : null;
  if (next) {
    event.preventDefault();
    next.focus();
  }
});

/* The counts in the headline and the choice of a speaker hide what was not asked for. */
const filters = [...document.querySelectorAll("a[data-filter]")];
const rows = [...document.querySelectorAll("tbody[data-verdict]")];
const items = [...document.querySelectorAll("[data-who]")];
const groups = [...document.querySelectorAll("[data-group]")];
const sections = [...document.querySelectorAll("section:has(> .nothing)")];
const state = document.querySelector(".filter-state");
const choice = document.getElementById("voice-choice");
const everyone = document.querySelector(".everyone");
let chosen = "";

const theirs = (item) => who === "" || item.dataset.who.split(" ").includes(who);
const name = () => choice.selectedOptions[0].textContent.replace(/ \(\d+\)$/, "");

function apply() {
  for (const item of items) item.hidden = !theirs(item) || (chosen !== "" && "verdict" in item.dataset && item.dataset.verdict !== chosen);
  for (const group of groups) group.hidden = who !== "" && !group.querySelector("[data-who]:not([hidden])");
  for (const section of sections) section.querySelector(".nothing").hidden = who === "" || !!section.querySelector("[data-who]:not([hidden])");
  for (const one of filters) one.setAttribute("aria-pressed", String(one.dataset.filter === chosen));
  const shown = rows.filter((row) => !row.hidden).length;
  const said = [];
  if (chosen) said.push(`${shown} of ${rows.length} comparisons shown. Choose the count again to see all.`);
  if (who) said.push(`Only what ${name()} says, wants or owns is shown.`);
  state.textContent = said.join(" ");
  if (everyone) everyone.hidden = who === "";
}

function filter(verdict) {
  chosen = chosen === verdict ? "" : verdict;
  apply();
}

/* Show only one speaker; an address may name one that this page does not know. */
function only(key) {
  if (!choice) return;
  const known = [...choice.options].some((option) => option.value === key);
  if (who === (known ? key : "")) return;
  who = known ? key : "";
  choice.value = who;
  apply();
}

/* The place that was chosen keeps its height on the screen, whatever is hidden above it. */
function choose(key, place) {
  const before = place.getBoundingClientRect().top;
  only(key);
  const words = marked();
  const next = words ? `#m-${words}${who ? `&who=${who}` : ""}` : who ? `#who=${who}` : "";
  if (location.hash !== next) history.replaceState(history.state, "", location.href.split("#")[0] + next);
  if (left !== null && !words) left = location.hash;
  if (place.offsetParent !== null) window.scrollBy(0, place.getBoundingClientRect().top - before);
}

for (const one of filters) {
  one.setAttribute("role", "button");
  one.setAttribute("aria-pressed", "false");
  one.addEventListener("click", (event) => {
    event.preventDefault();
    filter(one.dataset.filter);
  });
  one.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    filter(one.dataset.filter);
  });
}

if (choice) {
  choice.addEventListener("change", () => choose(choice.value, choice));
  everyone.addEventListener("click", () => {
    choose("", choice);
    choice.focus({ preventScroll: true });
  });
}

only(addressed());
if (marked()) show(marked());
})();
