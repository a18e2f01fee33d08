// Stands on every page. Loads the palette at the first sign of use: a search field that gets the pointer or the focus,
// "/" or Ctrl-K. Until then nothing is asked of the server, and without the palette the field goes on as it is.
((files) => {
  // This file lies two folders below the root of the site, alone or put together with other scripts.
  const root = new URL("../..", document.currentScript.src);
  const [script, style, index, address] = files.map((file) => new URL(file, root));
  let loading;

  // The field that belongs to a node; the search page keeps its own search.
  const fieldOf = (node) => {
    const field = node?.closest?.("form")?.querySelector("input[name=q]");
    const leadsTo = field && new URL(field.form.action).pathname;
    return leadsTo === address.pathname && leadsTo !== location.pathname ? field : null;
  };
  const fetchFile = (tag, attributes) =>
    new Promise((onload, onerror) => {
      document.head.append(Object.assign(document.createElement(tag), attributes, { onload, onerror }));
    });
  const load = () =>
    (loading ??= Promise.all([
      fetchFile("link", { rel: "stylesheet", href: style }),
      fetchFile("script", { src: index }),
      fetchFile("script", { src: script }),
    ]).then(() => sphinxPalette(script, address)));
  // Where a file is missing or refused, the field remains what the theme made of it.
  const open = (field, before) => load().then((show) => show(field, before), () => {});
  const preload = (event) => fieldOf(event.target) && load().catch(() => {});

  addEventListener("pointerover", preload);
  addEventListener("focusin", preload);
  // A field that is merely reached with the keyboard opens nothing; words in it do.
  for (const sign of ["click", "input"]) {
    addEventListener(sign, ({ target }) => target.name === "q" && fieldOf(target) === target && open(target, target));
  }
  // Ahead of Sphinx's own "/", which would only move the focus.
  const listen = (event) => {
    const { target, key } = event;
    const modifiers = event.ctrlKey + event.metaKey + 2 * event.altKey;
    const isTyping = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
    const isK = key.toLowerCase() === "k" || (event.code === "KeyK" && key > "~"); // on a keyboard of other letters
    const isShortcut = (modifiers === 1 && isK) || (!modifiers && key === "/" && !isTyping);
    if (!isShortcut) return;
    event.preventDefault();
    event.stopPropagation();
    const before = document.activeElement;
    const field = [...document.querySelectorAll("input[name=q]")].find((each) => fieldOf(each) && each.offsetParent);
    if (!loading) field?.focus({ preventScroll: true }); // what is typed meanwhile must not be lost
    open(field, before);
  };
  addEventListener("keydown", listen, true);
})(FILES);
