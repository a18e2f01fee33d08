// Puts a slider on each figure that can be moved. All states come with the page: here they are only shown.
(() => {
  const set = (nodes, attribute, value) => {
    for (const node of nodes) {
      if (attribute === "text") node.textContent = value;
      else if (value === "") node.removeAttribute(attribute);
      else node.setAttribute(attribute, value);
    }
  };

  const prepare = (control) => {
    const { label, names, start, keys, values } = JSON.parse(control.firstElementChild.textContent);
    const figure = control.closest("figure");
    const targets = keys.map(([key, attribute]) => [figure.querySelectorAll(`[data-key="${key}"]`), attribute]);
    const slider = Object.assign(document.createElement("input"), { type: "range", min: 0, max: names.length - 1 });
    const shown = document.createElement("output");
    const words = document.createElement("label");
    slider.value = start;

    const show = () => {
      const state = values[slider.value];
      targets.forEach(([nodes, attribute], number) => set(nodes, attribute, state[number]));
      shown.textContent = names[slider.value];
      slider.setAttribute("aria-valuetext", names[slider.value]);
    };
    slider.addEventListener("input", show);
    words.append(`${label} `, slider);
    control.append(words, shown);
    shown.setAttribute("aria-hidden", "true"); // the slider itself says it
    show();
  };

  document.querySelectorAll(".figure-control").forEach(prepare);
})();
