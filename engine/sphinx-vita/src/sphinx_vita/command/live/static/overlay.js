// Listens to the news of `sphinx-vita live`: shows what is to be mended, loads a page again that has changed, and goes
// to the page that was saved. It comes with pages on their way to this browser alone, and is in none that is published.
(() => {
  "use strict";
  if (window.top !== window) return;

  const WORDS = $words; // in the language of the site
  const PATIENCE = 400; // milliseconds of a build that nobody needs to hear of
  const own = document.currentScript;
  const state = own.dataset.state;
  const tab = (sessionStorage["live-tab"] ??= String(Math.random()));
  const plain = (path) => path.replace(/index\.html$/, "");

  // The parts of the overlay ----------------------------------------------------------------------------------------

  function make(name, attributes = {}, ...children) {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    node.append(...children);
    return node;
  }

  const host = make("sphinx-vita-live", { lang: WORDS.language, dir: WORDS.direction });
  const root = host.attachShadow({ mode: "open" });
  const loud = make("p", { role: "alert", class: "spoken" });
  const quiet = make("p", { role: "status", class: "spoken" });
  const title = make("h2", { id: "title" });
  const more = make("p");
  const list = make("ol", { tabindex: "0", "aria-labelledby": "title" });
  const close = make("button", { type: "button", "aria-label": WORDS.close, title: `${WORDS.close} (Esc)` }, "×");
  const panel = make("section", { "aria-label": WORDS.region, hidden: "" }, make("header", {}, title, more, close), list);
  const badge = make("button", { type: "button", class: "badge", title: WORDS.open, hidden: "" });
  const hint = make("p", { class: "hint", "aria-hidden": "true", hidden: "" });
  const style = make("link", { rel: "stylesheet", href: new URL("overlay.css", own.src).pathname });
  style.addEventListener("load", () => (host.hidden = false));
  host.hidden = true;
  root.append(style, loud, quiet, panel, make("div", { class: "corner" }, hint, badge));

  function item(problem) {
    const where = problem.page ? make("a", { href: `/${problem.page}`, dir: "ltr" }, problem.where) : make("b", { dir: "ltr" }, problem.where);
    const code = problem.code ? make("code", { dir: "ltr" }, problem.code) : "";
    return make("li", {}, make("p", { class: "where" }, where, code), make("p", { lang: "en", dir: "ltr" }, problem.message));
  }

  // What is told ----------------------------------------------------------------------------------------------------

  let told; // the problems that are shown, as text

  function show(news) {
    const now = news.problems.length || news.failed ? JSON.stringify([news.failed, news.problems]) : "";
    if (now === told) return;
    const before = sessionStorage["live-told"] ?? "";
    const words = news.failed ? WORDS.failed : news.warnings;
    told = sessionStorage["live-told"] = now;
    if (!now) {
      if (before) quiet.textContent = WORDS.mended;
      loud.textContent = "";
      list.replaceChildren();
      fold("");
      return;
    }
    const here = plain(location.pathname);
    const isHere = (problem) => problem.page && plain(`/${problem.page}`) === here;
    const sorted = [...news.problems.filter(isHere), ...news.problems.filter((each) => !isHere(each))];
    const over = news.more ? [make("li", { class: "over" }, news.more)] : [];
    list.replaceChildren(...sorted.slice(0, WORDS.most).map(item), ...over);
    title.textContent = words;
    badge.textContent = words;
    more.textContent = news.failed ? WORDS.failedMore : "";
    panel.classList.toggle("failed", news.failed);
    quiet.textContent = "";
    // What stands there since the page was loaded before is told politely, and stays closed.
    const message = make("span", { lang: "en" }, sorted[0]?.message ?? "");
    (now === before ? quiet : loud).replaceChildren(`${words}: ${sorted[0]?.where} `, message);
    fold(now === before && sessionStorage["live-closed"] ? "closed" : "open");
  }

  function fold(how) {
    sessionStorage["live-closed"] = how === "closed" ? "yes" : "";
    panel.hidden = how !== "open";
    badge.hidden = how !== "closed";
    makeRoom();
  }

  // The overlay is as high as the panel, below the last of the page: its end can be scrolled above the panel, and what
  // has the focus is never behind it.
  function makeRoom() {
    const height = panel.hidden ? "" : `${panel.offsetHeight}px`;
    host.style.height = height;
    document.documentElement.style.scrollPaddingBottom = height;
  }

  close.addEventListener("click", () => {
    fold("closed");
    badge.focus();
  });
  badge.addEventListener("click", () => {
    fold("open");
    close.focus();
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    if (document.querySelector("dialog[open]")) return; // the page closes what is its own
    const isInside = root.activeElement;
    fold("closed");
    if (isInside) badge.focus();
  });
  new ResizeObserver(makeRoom).observe(panel);

  let timer = 0;
  function say(words, after = 0) {
    clearTimeout(timer);
    const write = () => {
      hint.textContent = words;
      hint.hidden = !words;
    };
    if (words && after) timer = setTimeout(write, after);
    else write();
  }

  // Which page, and where on it -------------------------------------------------------------------------------------

  // Of several tabs, the one that was looked at last goes along. One that the script itself loads again is not looked at.
  const isLast = () => localStorage["live-last"] === tab;
  const noteLook = () => (localStorage["live-last"] = tab);

  function load(news, goesAlong) {
    const target = news.show && goesAlong ? `/${news.show}` : location.pathname;
    source.close();
    if (plain(target) !== plain(location.pathname)) {
      location.assign(target);
      return;
    }
    sessionStorage["live-scroll"] = JSON.stringify([location.pathname, scrollX, scrollY]);
    location.reload();
  }

  function scrollBack() {
    const [path, left, top] = JSON.parse(sessionStorage["live-scroll"] ?? "[]");
    if (path === location.pathname) scrollTo({ left, top, behavior: "instant" });
  }

  // The news --------------------------------------------------------------------------------------------------------

  let source;
  function listen() {
    source?.close();
    if (document.hidden) return; // a browser has few connections to a host: only who looks has one
    const wasLast = isLast(); // before it is looked at: to what was saved meanwhile, only one tab goes
    let isFirst = true;
    source = new EventSource(new URL("news", own.src).pathname);
    source.addEventListener("message", (event) => {
      const news = JSON.parse(event.data);
      if (news.state !== state) {
        load(news, isFirst ? wasLast : isLast());
        return;
      }
      isFirst = false;
      show(news);
      say(news.building ? WORDS.building : "", PATIENCE);
    });
    source.addEventListener("error", () => {
      say(WORDS.gone);
      if (source.readyState === EventSource.CLOSED) setTimeout(listen, 2000);
    });
  }

  function begin() {
    document.body.append(host);
    scrollBack();
    addEventListener("load", () => {
      scrollBack();
      delete sessionStorage["live-scroll"];
    });
    if (performance.getEntriesByType("navigation")[0]?.type !== "reload") noteLook();
    listen();
    document.addEventListener("visibilitychange", listen);
    addEventListener("focus", noteLook);
  }
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin);
  else begin();
})();
