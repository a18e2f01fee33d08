// Gives the keys that were kept (`keys.js`) to the scripts that listen to them, once all have run ("lean").
addEventListener("lean", () => setTimeout(() => {
  const held = document.lean ?? [];
  removeEventListener("keydown", held.hold, true);
  for (const event of held) {
    const target = document.activeElement ?? document.body;
    const isLeft = target.dispatchEvent(new KeyboardEvent("keydown", event));
    if (!isLeft || event.ctrlKey || event.metaKey || !target.setRangeText) continue;
    target.setRangeText(event.key, target.selectionStart, target.selectionEnd, "end");
    target.dispatchEvent(new InputEvent("input", { bubbles: true, data: event.key, inputType: "insertText" }));
  }
}), { once: true });
