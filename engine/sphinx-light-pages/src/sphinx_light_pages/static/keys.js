// Stands before the page. Keeps the keys for a search (Ctrl-K and "/", and what is typed after them) that come before the
// scripts which listen to them, and gives them to these when they have run ("lean").
{
  const held = [];
  const hold = (event) => {
    const { key, target, altKey } = event;
    const isTyping = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
    const isCommand = event.ctrlKey || event.metaKey;
    const isOpening = isCommand ? key.toLowerCase() === "k" : key === "/" && !isTyping;
    const isText = held.length && key.length === 1 && !isCommand && !isTyping;
    if (altKey || event.isComposing || !(isOpening || isText)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    held.push(event);
  };
  const give = () => {
    removeEventListener("keydown", hold, true);
    for (const event of held) {
      const target = document.activeElement ?? document.body;
      const isLeft = target.dispatchEvent(new KeyboardEvent("keydown", event));
      if (!isLeft || event.key.length > 1 || event.ctrlKey || event.metaKey || !target.setRangeText) continue;
      target.setRangeText(event.key, target.selectionStart, target.selectionEnd, "end");
      target.dispatchEvent(new InputEvent("input", { bubbles: true, data: event.key, inputType: "insertText" }));
    }
  };
  addEventListener("keydown", hold, true);
  addEventListener("lean", () => setTimeout(give), { once: true });
}
