// Search and filter; without this program the page shows everything.
"use strict";
const box = document.querySelector("search");
const field = document.getElementById("words");
const choice = document.getElementById("status");
const told = document.getElementById("found");
const packs = [...document.querySelectorAll("#packs > section")];
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const shelves = packs.map((section) => {
  const head = plain([...section.querySelectorAll(":scope > h2, :scope > .parties")].map((part) => part.textContent).join(" "));
  const versions = [...section.querySelectorAll("article")].map((article) => ({ article, text: `${head} ${plain(article.textContent)}` }));
  return { section, versions, older: section.querySelector("details") };
});
const plural = new Intl.PluralRules(document.documentElement.lang);

function show() {
  const wanted = plain(field.value).split(/\s+/).filter(Boolean);
  const status = choice.value;
  let count = 0;
  for (const { section, versions, older } of shelves) {
    let here = 0;
    for (const { article, text } of versions) {
      const fits = (!status || article.dataset.status === status) && wanted.every((word) => text.includes(word));
      article.hidden = !fits;
      here += fits;
    }
    section.hidden = !here;
    count += here;
    if (older) {
      older.hidden = !older.querySelector("article:not([hidden])");
      older.open = !older.hidden && Boolean(status || wanted.length);
    }
  }
  const form = count ? told.dataset[plural.select(count)] ?? told.dataset.other : told.dataset.none;
  told.textContent = form.replace("#", count);
}

function reveal() {
  const article = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const older = article?.closest("details");
  if (older) {
    older.open = true;
    article.scrollIntoView();
  }
}

const asked = new URLSearchParams(location.search);
field.value = asked.get("q") ?? "";
choice.value = [...choice.options].some((option) => option.value === asked.get("status")) ? asked.get("status") : "";
box.hidden = !packs.length;
field.addEventListener("input", show);
choice.addEventListener("change", show);
field.form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("keydown", (event) => {
  const typing = event.target.matches?.("input, select, textarea");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    field.focus();
  } else if (event.key === "Escape" && event.target === field) {
    field.value = "";
    show();
  }
});
addEventListener("hashchange", reveal);
const closed = new Set();
addEventListener("beforeprint", () => shelves.forEach(({ older }) => {
  if (older && !older.open) {
    closed.add(older);
    older.open = true;
  }
}));
addEventListener("afterprint", () => {
  closed.forEach((older) => { older.open = false; });
  closed.clear();
});
if (packs.length) show();
reveal();
