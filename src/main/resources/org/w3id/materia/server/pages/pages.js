// Comfort for the pages: everything is there without it.
"use strict";

/* A fact and its words in the text mark each other. */
function panel(element) {
  return element.closest("#text, #facts");
}

function mark(element) {
  document.querySelectorAll(".on").forEach(e => e.classList.remove("on"));
  const source = element && element.closest("[data-f]");
  if (!source) return;
  const from = panel(source);
  let first = null;
  for (const id of source.dataset.f.split(" ")) {
    for (const e of document.querySelectorAll(`[data-f~="${CSS.escape(id)}"]`)) {
      if (e.classList.contains("to")) continue;
      e.classList.add("on");
      const sentence = e.closest(".s");
      if (sentence) sentence.classList.add("on");
      if (!first && panel(e) !== from) first = sentence || e;
    }
  }
  // Only where it scrolls by itself: the place that the reader looks at stays.
  const pane = first && panel(first);
  if (pane && pane.id === "text" && getComputedStyle(pane).overflowY === "auto") {
    const to = first.getBoundingClientRect(), at = pane.getBoundingClientRect();
    if (to.top < at.top || to.bottom > at.bottom) pane.scrollTop += to.top - at.top - at.height / 3;
  }
}

/* On a phone, the text and the facts are tabs. */
function show(name) {
  const two = document.querySelector(".two");
  if (!two) return;
  two.classList.add("tabs");
  for (const part of two.children) part.classList.toggle("current", part.id === name);
  for (const link of document.querySelectorAll(".jump a"))
    link.setAttribute("aria-current", String(link.hash === "#" + name));
}

function showTarget() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const part = target && panel(target);
  show(part ? part.id : document.querySelector(".tabs > .current")?.id || "facts");
  if (part && target !== part) target.scrollIntoView({ block: "nearest" });
}

function medicine() {
  const two = document.querySelector(".two");
  if (!two) return;
  two.addEventListener("mouseover", event => mark(event.target));
  two.addEventListener("focusin", event => mark(event.target));
  two.addEventListener("mouseleave", () => mark(null));
  addEventListener("hashchange", showTarget);
  document.addEventListener("click", event => {
    const link = event.target.closest('a[href^="#"]');
    const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target && panel(target)) show(panel(target).id);
  });
  showTarget();
}

/* Suggestions while typing (ARIA combobox). */
function suggestions(input, number) {
  const list = document.createElement("ul");
  list.className = "choices";
  list.id = "choices-" + number;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  input.after(list);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  let chosen = -1, waiting = 0, asked = null;

  function close() {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(index) {
    chosen = index;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === index)));
    if (index < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", list.children[index].id);
    list.children[index].scrollIntoView({ block: "nearest" });
  }

  function offer(found) {
    list.replaceChildren(...found.map((each, i) => {
      const item = document.createElement("li");
      item.id = list.id + "-" + i;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.dataset.page = each.page;
      item.append(each.label);
      if (each.note) {
        const note = document.createElement("span");
        note.className = "aside";
        note.append(each.note);
        item.append(note);
      }
      return item;
    }));
    chosen = -1;
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
  }

  async function ask() {
    if (asked) asked.abort();
    asked = new AbortController();
    const words = input.value.trim();
    if (words.length < 2) return close();
    try {
      const answer = await fetch(input.dataset.suggest + "?q=" + encodeURIComponent(words), { signal: asked.signal });
      if (answer.ok) offer(await answer.json());
    } catch (e) {
      if (e.name !== "AbortError") close();
    }
  }

  function go(item) {
    location.href = new URL(item.dataset.page, new URL(input.dataset.root, location.href));
  }

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 120);
  });
  input.addEventListener("keydown", event => {
    const last = list.children.length - 1;
    if (list.hidden) return;
    if (event.key === "Escape") close(); // A second one empties the field, as browsers do.
    else if (event.key === "ArrowDown") choose(chosen < last ? chosen + 1 : 0);
    else if (event.key === "ArrowUp") choose(chosen > 0 ? chosen - 1 : last);
    else if (event.key === "Enter" && chosen >= 0) go(list.children[chosen]);
    else return;
    event.preventDefault();
  });
  list.addEventListener("mousedown", event => event.preventDefault());
  list.addEventListener("click", event => {
    const item = event.target.closest("li");
    if (item) go(item);
  });
  input.addEventListener("blur", close);
}

medicine();
document.querySelectorAll("input[data-suggest]").forEach(suggestions);
