// Stands before the page. Keeps the keys for a search (Ctrl-K and "/", and what is typed after them) that come before the
// scripts which listen to them; `held.js` gives them to these.
{
  const held = (document.lean = []);
  held.hold = (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    const isText = key[1] === undefined && !target.matches("input,textarea,select,[contenteditable]");
    const isHeld = ctrlKey || metaKey ? /^k$/i.test(key) : isText && (key === "/" || held[0]);
    if (altKey || !isHeld) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    held.push(event);
  };
  addEventListener("keydown", held.hold, true);
}
