// Stands on each page. Asks for the scripts once the page has been painted, in their order, and says when all have run.
// What is painted reaches the screen a few frames later: until then, nothing else shall take the line or the processor,
// unless somebody acts.
addEventListener("DOMContentLoaded", () =>
  requestAnimationFrame(() => {
    const load = () => {
      const all = document.querySelectorAll("script[type='text/lean']");
      all.forEach((inert, place) => {
        const script = document.createElement("script");
        for (const { name, value } of inert.attributes) script.setAttribute(name.replace(/^data-lean-/, ""), value);
        script.type = "";
        script.async = false;
        if (!all[place + 1]) script.onload = script.onerror = () => dispatchEvent(new Event("lean"));
        inert.replaceWith(script);
      });
    };
    setTimeout(load, 100);
    for (const sign of ["keydown", "pointerdown"]) addEventListener(sign, load, { capture: true, once: true });
  }),
);
