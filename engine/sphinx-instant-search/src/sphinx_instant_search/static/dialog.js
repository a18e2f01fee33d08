// The palette: a dialog with a combobox. The focus stays in its field; the arrows choose among the results.

const SHOWN = 25; // results; the count tells of the others
const NONE = null; // of the results is chosen: Enter shall not lead to where nobody has asked for
const ANNOUNCED = 300; // milliseconds without a key before the count is told, so that a screen reader can keep up

function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

function build() {
  const field = make("input", {
    "aria-autocomplete": "list",
    "aria-controls": "palette-results",
    "aria-expanded": "false",
    "aria-label": WORDS.search,
    autocapitalize: "off",
    autocomplete: "off",
    class: "palette-field",
    enterkeyhint: "go",
    dir: "auto",
    placeholder: WORDS.placeholder,
    role: "combobox",
    spellcheck: "false",
    type: "text",
  });
  const close = make("button", { class: "palette-close", type: "button" }, WORDS.close);
  const list = make("div", { "aria-label": WORDS.results, class: "palette-results", id: "palette-results", role: "listbox" });
  const status = make("span", { role: "status" });
  const keys = make("span", { class: "palette-keys", "aria-hidden": "true" });
  for (const [key, meaning] of WORDS.keys) {
    keys.append(make("kbd", {}, key), ` ${meaning} `);
  }
  const head = make("div", { class: "palette-head" }, field, close);
  const foot = make("div", { class: "palette-foot" }, status, keys);
  const { lang, dir } = WORDS;
  const dialog = make("dialog", { "aria-label": WORDS.search, class: "palette", dir, lang }, head, list, foot);
  document.body.append(dialog);
  return { dialog, field, close, list, status };
}

globalThis.sphinxPalette = (script, searchPage) => {
  const root = new URL("../../", script);
  const { dialog, field, close, list, status } = build();
  const { pages } = paletteIndex;
  let search = () => null; // until the index is ready
  let active = -1;
  let before = null; // what had the focus
  let timer;

  const addressOf = ({ number, anchor }) => new URL(pages[number][0] + (anchor && `#${anchor}`), root);
  const pathOf = ({ number, anchor }) => {
    const path = anchor ? [pages[number][1]] : [];
    for (let above = pages[number][2]; above > 0; above = pages[above][2]) path.unshift(pages[above][1]);
    return path.flatMap((title) => [" › ", make("bdi", {}, title)]).slice(1);
  };

  function option(href, ...children) {
    return make("a", { "aria-selected": "false", class: "palette-result", href, role: "option", tabindex: "-1" }, ...children);
  }

  function result({ entry, terms }, words) {
    const found = new Set(terms);
    const title = make("span", { class: "palette-title", dir: "auto" }, ...marked(entry.heading, words, found));
    const kind = make("bdi", { class: "palette-kind" }, entry.kind);
    const parts = [make("span", { class: "palette-line" }, title, kind)];
    const path = pathOf(entry);
    if (path.length) parts.push(make("span", { class: "palette-path" }, ...path));
    const sources = [entry.names, entry.text].filter(Boolean);
    const source = sources.find((text) => matchesIn(text, words, found).length) ?? sources[0];
    if (source) {
      const context = make("bdi", {}, ...contextOf(lines(source), words, found));
      parts.push(make("span", { class: "palette-context" }, context));
    }
    return option(addressOf(entry), ...parts);
  }

  // Before anything is asked for: the main pages, and what the site holds important.
  function start() {
    return paletteIndex.first.slice(0, SHOWN).map((place) => {
      const [number, anchor = "", kind = 0, title] = paletteIndex.entries[place];
      const heading = title || pages[number][1];
      return result({ entry: { number, anchor, heading, kind: paletteIndex.kinds[kind] }, terms: [] }, []);
    });
  }

  const lines = (text) =>
    text
      .replace(/([。！？；：、，])\n/g, "$1")
      .replace(/([.:;!?,\u060c\u061b\u061f])?\n/g, (_, stop) => (stop ? `${stop} ` : " · "));

  function elsewhere(query) {
    const address = new URL(searchPage);
    address.searchParams.set("q", query);
    const [before, after] = WORDS.elsewhere.split("{query}");
    return option(address, make("span", { class: "palette-elsewhere" }, before, make("q", { dir: "auto" }, query), after));
  }

  function choose(number) {
    const options = list.children;
    options[active]?.setAttribute("aria-selected", "false");
    active = options.length && number !== NONE ? (number + options.length) % options.length : -1;
    const chosen = options[active];
    chosen?.setAttribute("aria-selected", "true");
    chosen?.scrollIntoView({ block: "nearest" });
    if (chosen) field.setAttribute("aria-activedescendant", chosen.id);
    else field.removeAttribute("aria-activedescendant");
  }

  function answer() {
    const query = field.value.trim();
    const hits = search(query);
    if (hits && query && !isComplete) complete();
    const shown = query ? [...(hits ?? []).slice(0, SHOWN).map((hit) => result(hit, asked(query))), elsewhere(query)] : start();
    shown.forEach((each, number) => (each.id = `palette-result-${number}`));
    list.replaceChildren(...shown);
    field.setAttribute("aria-expanded", String(shown.length > 0));
    active = -1;
    choose(query ? 0 : NONE);
    list.scrollTop = 0;
    clearTimeout(timer);
    timer = setTimeout(() => (status.textContent = query && hits ? count(hits.count) : ""), ANNOUNCED);
  }

  const plurals = new Intl.PluralRules(WORDS.lang);
  function count(number) {
    if (!number) return WORDS.none;
    const results = (WORDS.counts[plurals.select(number)] ?? WORDS.counts.other).replace("{}", number);
    return number > SHOWN ? WORDS.best.replace("{results}", results).replace("{shown}", SHOWN) : results;
  }

  function leave() {
    dialog.close();
    document.activeElement?.blur();
  }

  field.addEventListener("input", answer);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps) choose(active < 0 ? Math.min(steps[event.key], 0) : active + steps[event.key]);
    else if (event.key === "Enter" && list.children[active]) {
      if (event.ctrlKey || event.metaKey) open(list.children[active].href, "_blank", "noopener");
      else list.children[active].click();
    } else return;
    event.preventDefault();
  });
  // Before the field's own meaning of the key.
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener("click", (event) => {
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (event.target === dialog || event.target === close) dialog.close();
    else if (isPlain && event.target.closest(".palette-result")) leave();
  });
  list.addEventListener("mousemove", (event) => {
    const number = [...list.children].indexOf(event.target.closest(".palette-result"));
    if (number >= 0 && number !== active) choose(number);
  });
  dialog.addEventListener("close", () => {
    document.documentElement.classList.remove("palette-open");
    before?.focus({ preventScroll: true });
  });

  prepare(paletteIndex).then((ready) => {
    search = ready;
    if (dialog.open) answer();
  });

  // The texts of a large site come one file after another, from the first word on; what is chosen by then stays so.
  let isComplete = !paletteIndex.texts;
  async function complete() {
    isComplete = true;
    list.setAttribute("aria-busy", "true");
    for (const file of paletteIndex.texts) {
      const src = new URL(`_static/instant-search/${file}`, root);
      await new Promise((onload) => document.head.append(Object.assign(make("script", {}), { src, onload, onerror: onload })));
      await search.learn(globalThis.paletteTexts ?? []);
      globalThis.paletteTexts = null;
      if (dialog.open && field.value.trim() && active <= 0) answer();
    }
    list.removeAttribute("aria-busy");
  }

  return (opener, focused) => {
    if (dialog.open) return;
    before = focused;
    document.documentElement.classList.add("palette-open");
    dialog.showModal();
    field.focus();
    if (opener?.value) {
      // What has been typed so far goes on here.
      field.value = opener.value;
      opener.value = "";
    } else field.select();
    answer();
  };
};
