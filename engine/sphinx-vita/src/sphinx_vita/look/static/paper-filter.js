// The filter of a list of papers. What is asked for stands in the address, so that it can be kept, sent and taken back.
"use strict";
(() => {
  const form = document.querySelector(".vita-filter");
  if (!form) return;
  const field = form.elements.q;
  const chips = [...form.querySelectorAll("button[name]")];
  const status = form.querySelector("[role=status]");
  const clear = form.querySelector("[type=reset]");
  const more = form.querySelector("details");
  const SEARCHED = ".vita-head, .vita-authors, .vita-venue, .vita-people, .vita-remark, .vita-tldr, .vita-abstract";
  const number = new Intl.NumberFormat(document.documentElement.lang || "en", { numberingSystem: "latn" });
  const MARKED = 200; // papers: who reads on has found what was asked for, or asks for more
  // One letter for one letter, so that places in the folded text are places on the page.
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC").toLowerCase();

  const papers = [...document.querySelectorAll("[data-facets]")].map((sign) => {
    const item = sign.closest("li");
    const parts = [...item.querySelectorAll(SEARCHED)];
    const facets = sign.dataset.facets.split("|");
    const text = fold([...parts.map((part) => part.textContent), ...facets.map((each) => each.split("=")[1])].join(" "));
    return { item, parts, facets: new Set(facets), text };
  });
  const groups = [...document.querySelectorAll(".vita-group")].filter((group) => group.querySelector("[data-facets]"));

  const words = () => fold(field.value).split(/\s+/).filter(Boolean);
  const PRESSED = "aria-pressed";
  const isPressed = (chip) => chip.getAttribute(PRESSED) === "true";
  const press = (chip, isOn) => chip.setAttribute(PRESSED, String(isOn));
  const pressed = () => chips.filter(isPressed);
  const key = (chip) => `${chip.name}=${chip.value}`;

  // Choices of one facet widen, those of several narrow.
  const matches = (paper, asked, wanted, but) =>
    asked.every((word) => paper.text.includes(word)) &&
    chips.every(({ name }, place) =>
      name === but || (place && chips[place - 1].name === name) || !wanted[name] || wanted[name].some((each) => paper.facets.has(each)));

  let waiting = 0;
  function show() {
    const asked = words();
    const wanted = {};
    for (const chip of pressed()) (wanted[chip.name] ??= []).push(key(chip));
    const found = papers.filter((paper) => !(paper.item.hidden = !matches(paper, asked, wanted)));
    for (const group of groups) group.hidden = !group.querySelector("li:not([hidden]) [data-facets]");
    const others = {};
    for (const chip of chips) {
      others[chip.name] ??= papers.filter((paper) => matches(paper, asked, wanted, chip.name));
      const count = others[chip.name].filter((paper) => paper.facets.has(key(chip))).length;
      chip.lastElementChild.textContent = number.format(count);
      chip.classList.toggle("vita-none", !count);
    }
    const isAll = !asked.length && !pressed().length;
    const numbers = isAll ? [papers.length] : [found.length, papers.length];
    const said = isAll ? form.dataset.all : found.length ? form.dataset.some : form.dataset.none;
    status.textContent = numbers.reduce((text, each) => text.replace("{}", number.format(each)), said);
    clear.hidden = isAll;
    clearTimeout(waiting);
    waiting = setTimeout(mark, 80, found, asked);
  }

  function mark(found, asked) {
    for (const old of document.querySelectorAll("mark.vita-match")) {
      const parent = old.parentNode;
      old.replaceWith(...old.childNodes);
      parent.normalize();
    }
    const told = asked.filter((word) => word.length > 1);
    const near = told.length ? found.slice(0, MARKED) : [];
    for (const paper of near) for (const part of paper.parts) markIn(part, told);
  }

  function markIn(part, told) {
    const walk = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walk.nextNode()) texts.push(walk.currentNode);
    for (let text of texts) {
      for (;;) {
        const letters = fold(text.data);
        const places = told.map((word) => [letters.indexOf(word), word.length]).filter(([place]) => place >= 0);
        if (!places.length || letters.length !== text.length) break;
        const [place, length] = places.reduce((one, other) => (other[0] < one[0] ? other : one));
        const hit = text.splitText(place);
        text = hit.splitText(length);
        const sign = document.createElement("mark");
        sign.className = "vita-match";
        hit.replaceWith(sign);
        sign.append(hit);
      }
    }
  }

  const facets = new Set(chips.map((chip) => chip.name));
  function read() {
    const address = new URLSearchParams(location.search);
    field.value = address.get("q") ?? "";
    for (const chip of chips) press(chip, address.getAll(chip.name).includes(chip.value));
    if (pressed().length && more) more.open = true;
    show();
  }

  function write(isStep) {
    const address = new URL(location);
    for (const name of ["q", ...facets]) address.searchParams.delete(name);
    if (field.value.trim()) address.searchParams.set("q", field.value.trim());
    for (const chip of pressed()) address.searchParams.append(chip.name, chip.value);
    if (address.href !== location.href) history[isStep ? "pushState" : "replaceState"](null, "", address);
    show();
  }

  function reset() {
    field.value = "";
    for (const chip of chips) press(chip, false);
    write(true);
  }

  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target?.closest("[hidden]")) return;
    reset();
    target.scrollIntoView();
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    reset();
    field.focus();
  });
  field.addEventListener("input", () => write(false));
  for (const chip of chips) {
    chip.addEventListener("click", () => {
      press(chip, !isPressed(chip));
      write(true);
    });
  }
  addEventListener("popstate", read);
  addEventListener("hashchange", reveal);
  form.hidden = false;
  if (more) more.open = matchMedia("(min-width: 48rem)").matches;
  read();
  reveal();
})();
