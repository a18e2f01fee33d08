// The scripts after this one run when the page is read, and shall find it as if it were not: what they put off until
// then, they get when the last of them has run ("lean").
{
  const waiting = [];
  const { addEventListener: listen } = EventTarget.prototype;
  const state = Object.getOwnPropertyDescriptor(Document.prototype, "readyState").get.bind(document);
  Object.defineProperty(document, "readyState", { configurable: true, get: () => "loading" });
  for (const target of [document, window]) {
    target.addEventListener = (type, listener, options) => {
      const isOver = type === "DOMContentLoaded" || (type === "load" && target === window && state() === "complete");
      if (isOver) waiting.push({ target, type, listener });
      else listen.call(target, type, listener, options);
    };
  }
  const order = ({ target, type }) => (type === "load") * 2 + (target === window);
  const finish = () => {
    for (const own of [document, window]) delete own.addEventListener;
    delete document.readyState;
    waiting.sort((one, other) => order(one) - order(other));
    for (const { target, type, listener } of waiting) {
      try {
        const event = new Event(type);
        if (listener.handleEvent) listener.handleEvent(event);
        else listener.call(target, event);
      } catch (error) {
        reportError(error);
      }
    }
  };
  listen.call(window, "lean", finish, { once: true });
}
