"use strict";
(() => {
  const form = document.querySelector(".filters");
  if (!form) return;
  const changes = [...document.querySelectorAll(".change")];
  const groups = [...document.querySelectorAll(".group")];
  const shown = form.querySelector(".shown");
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const texts = new Map(changes.map((change) => [change, plain(change.dataset.text)]));
  const visible = () => changes.filter((change) => !change.hidden);

  const fits = (change) => {
    const { search, class: kind, owner, engagement } = form.elements;
    return (
      (!kind || !kind.value || change.dataset.class === kind.value) &&
      (!owner || !owner.value || change.dataset.owner === owner.value) &&
      (!engagement || !engagement.value || change.dataset.engagements.split(" ").includes(engagement.value)) &&
      plain(search.value).split(/\s+/).every((word) => texts.get(change).includes(word))
    );
  };

  const filter = () => {
    for (const change of changes) change.hidden = !fits(change);
    for (const group of groups) group.hidden = !group.querySelector(".change:not([hidden])");
    const number = visible().length;
    const one = document.documentElement.lang === "fr" ? number < 2 : number === 1;
    shown.textContent = number ? (one ? shown.dataset.one : shown.dataset.other).replace("#", number) : shown.dataset.none;
  };

  const view = (name) => {
    document.documentElement.dataset.view = name;
    for (const choice of form.elements.view) choice.checked = choice.value === name;
  };

  const reset = () => {
    const chosen = document.documentElement.dataset.view;
    form.reset();
    view(chosen);
    filter();
  };

  const fold = (open) => {
    for (const change of visible()) change.querySelector("details").open = open;
  };

  const step = (by) => {
    const list = visible();
    if (!list.length) return;
    const here = list.indexOf(document.activeElement.closest(".change"));
    const next = list[here < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(Math.max(here + by, 0), list.length - 1)];
    const summary = next.querySelector("summary");
    summary.focus();
    next.scrollIntoView({ block: "start" });
  };

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => (event.target.name === "view" ? view(event.target.value) : filter()));
  form.addEventListener("click", (event) => {
    const act = { reset, expand: () => fold(true), collapse: () => fold(false) }[event.target.dataset.do];
    if (act) act();
  });

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    v: () => view(document.documentElement.dataset.view === "sides" ? "inline" : "sides"),
    "/": () => form.elements.search.focus(),
    Escape: reset,
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input[type=search], select");
    if (event.ctrlKey || event.metaKey || event.altKey || (typing && event.key !== "Escape")) return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  // a link to a change opens it, and shows it where a filter hides it
  const reveal = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const change = target && target.closest(".change");
    if (!change) return;
    if (change.hidden) reset();
    change.querySelector("details").open = true;
    change.querySelector("summary").focus();
  };
  addEventListener("hashchange", reveal);
  addEventListener("beforeprint", () => fold(true));
  filter();
  reveal();
})();
