// Lets explanations run. The build has written their first frame and their controls; a script of the site says by
// `computedFigures.explain(figure => handlers)` what they do, and one with data gets them by `give`.
// Classic scripts and no modules, since a browser loads no module from a folder on disk.
window.computedFigures = (() => {
  const here = document.currentScript.src.replace(/computed-figures\/[^/]*$/, ""); // alone or in the file of a page
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const handed = new Map();
  const asked = new Map();
  const running = new Set();

  const hand = (part) => {
    const { currentScript: script } = document;
    handed.set(script, { ...handed.get(script), ...part });
  };
  const ask = (name) => {
    if (!asked.has(name)) {
      const script = Object.assign(document.createElement("script"), { src: new URL(`computed-figures/${name}`, here) });
      asked.set(name, new Promise((resolve, reject) => {
        script.onload = () => resolve(handed.get(script));
        script.onerror = () => reject(new Error(`${name} did not come`));
      }));
      document.head.append(script);
    }
    return asked.get(name);
  };
  const bytesOf = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer;
  const written = () => new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");

  // One control: what it is set to, as the script and as the address know it.
  const controlOf = (nodes) => {
    const [node] = nodes;
    if (node.type === "checkbox") {
      return { get: () => node.checked, set: (value) => (node.checked = value), read: (text) => text === "1", write: Number };
    }
    if (node.type === "hidden") {
      return { get: () => node.value, set: (value) => (node.value = value), read: String, write: String };
    }
    if (node.type === "radio") {
      return {
        get: () => nodes.find((each) => each.checked).value,
        set: (value) => nodes.forEach((each) => (each.checked = each.value === value)),
        read: (text) => (nodes.some((each) => each.value === text) ? text : undefined),
        write: String,
      };
    }
    const values = node.dataset.values.split(" ").map(Number);
    const names = node.dataset.names.split("|");
    const show = () => {
      node.nextElementSibling.textContent = names[node.value];
      node.setAttribute("aria-valuetext", names[node.value]);
    };
    const nearest = (value) => {
      const within = Math.min(Math.max(...values), Math.max(Math.min(...values), value));
      const away = values.map((each) => Math.abs(each - within));
      return away.indexOf(Math.min(...away));
    };
    return {
      show,
      get: () => values[node.value],
      set: (value) => ((node.value = nearest(value)), show()),
      read: (text) => (text.trim() && Number.isFinite(+text) ? +text : undefined),
      write: String,
    };
  };

  class Explanation {
    constructor(controls) {
      this.controls = controls;
      this.root = controls.closest("figure");
      this.panels = [...this.root.querySelectorAll(".figure-panel")];
      this.handlers = {};
      this.waiting = new Map();
      this.isSeen = this.isPlaying = false;
      this.own = new Map();
      for (const node of controls.querySelectorAll("[data-state]")) {
        const { state } = node.dataset;
        this.own.set(state, [...(this.own.get(state) ?? []), node]);
      }
      this.own.forEach((nodes, key) => this.own.set(key, controlOf(nodes)));
      this.start = this.state;
      this.restore();
    }

    // What the controls say, by key.
    get state() {
      return Object.fromEntries([...this.own].map(([key, control]) => [key, control.get()]));
    }

    get isStill() {
      return still.matches;
    }

    // The data that the build gave: values, or an ArrayBuffer.
    data() {
      const { script, data = script } = this.controls.dataset;
      return ask(data).then((given) => given.data);
    }

    // Sets a control, as a reader would.
    set(key, value) {
      this.own.get(key).set(value);
      this.changed(key);
    }

    changed(key) {
      this.handlers.change?.(this.state, key);
      this.draw();
      clearTimeout(this.saving);
      this.saving = setTimeout(() => this.save(), 300);
    }

    // Takes up what the address says; an address that says nothing of this figure leaves it as it is.
    restore() {
      const hash = written();
      const found = new Map();
      this.own.forEach((control, key) => {
        const value = hash.has(key) ? control.read(hash.get(key)) : undefined;
        if (value !== undefined) found.set(key, value);
      });
      if (found.size) this.own.forEach((control, key) => control.set(found.get(key) ?? this.start[key]));
      return found.size > 0;
    }

    // Keeps in the address what differs from the start, beside what other explanations keep there.
    save() {
      const hash = written();
      this.own.forEach((control, key) => {
        if (control.get() === this.start[key]) hash.delete(key);
        else hash.set(key, control.write(control.get()));
      });
      const kept = `${hash}`;
      if (kept === `${written()}`) return;
      history.replaceState(history.state, "", kept ? `#${kept}` : location.pathname + location.search);
    }

    // An element of a picture by its `data-key`.
    part(key) {
      return this.root.querySelector(`[data-key="${key}"]`);
    }

    // Lays a canvas over the first frame of a panel, which then only ears and paper get; null where there is no such
    // context. `width` and `height` are those of the picture, `scale` the pixels of the canvas to a unit of it. With
    // `pixels` it has so many across whatever the screen, and with `below` it lies under a picture that stays.
    surface(place, kind = "2d", { pixels, below, ...options } = {}) {
      const canvas = document.createElement("canvas");
      const context = canvas.getContext(kind, options);
      if (!context) return null;
      const { svg, frame } = this.frame(place);
      const { width, height } = svg.viewBox.baseVal;
      const surface = { canvas, context, width, height };
      canvas.className = "figure-canvas";
      canvas.setAttribute("aria-hidden", "true");
      if (below) canvas.style.zIndex = -1;
      else svg.classList.add("figure-first");
      frame.append(canvas);
      const fit = (across) => {
        if (canvas.width === across && surface.scale) return;
        Object.assign(canvas, { width: across, height: Math.round((across / width) * height) });
        surface.scale = across / width;
      };
      const followed = () => {
        fit(Math.max(1, Math.round(canvas.clientWidth * Math.min(devicePixelRatio, 2))));
        this.handlers.draw?.(this.state);
      };
      if (pixels) fit(pixels);
      else new ResizeObserver(followed).observe(canvas);
      return surface;
    }

    frame(place) {
      const svg = this.panels[place].querySelector("svg");
      if (!svg.parentElement.classList.contains("figure-frame")) {
        const frame = Object.assign(document.createElement("div"), { className: "figure-frame" });
        svg.replaceWith(frame);
        frame.append(svg);
      }
      return { svg, frame: svg.parentElement };
    }

    // The colors of the reader's theme: ink, quiet, line, ground, 1 to 4, each as `rgb(…)`.
    get colors() {
      if (!this.known) {
        const probe = this.root.appendChild(document.createElement("i"));
        const color = (name) => ((probe.style.color = `var(--figure-${name})`), getComputedStyle(probe).color);
        this.known = Object.fromEntries(["ink", "quiet", "line", "ground", 1, 2, 3, 4].map((name) => [name, color(name)]));
        probe.remove();
      }
      return this.known;
    }

    recolor() {
      this.known = null;
      this.handlers.theme?.(this.state);
      this.draw();
    }

    // Lets a pointer move things on a panel: `start` says whether there is something at a point, in units of the
    // picture. A finger that finds nothing scrolls the page.
    drag(place, { start, move, end }) {
      const { svg, frame } = this.frame(place);
      let pointer = null;
      const point = (event) => {
        const box = svg.getBoundingClientRect();
        const { x, y, width, height } = svg.viewBox.baseVal;
        return { x: x + ((event.clientX - box.x) / box.width) * width, y: y + ((event.clientY - box.y) / box.height) * height };
      };
      const finish = (event) => {
        if (event.pointerId !== pointer) return;
        pointer = null;
        end?.(point(event), event);
      };
      frame.addEventListener("pointerdown", (event) => {
        if (pointer !== null || event.button || start(point(event), event) === false) return;
        pointer = event.pointerId;
        if (event.isTrusted) frame.setPointerCapture(pointer);
      });
      frame.addEventListener("touchstart", (event) => pointer !== null && event.preventDefault(), { passive: false });
      frame.addEventListener("pointermove", (event) => event.pointerId === pointer && move(point(event), event));
      frame.addEventListener("pointerup", finish);
      frame.addEventListener("pointercancel", finish);
    }

    // A handle over a panel for a pointer and for arrow keys: `move` gets a point, `nudge` the steps across and down,
    // ten with Shift. Its place is set by the script: `at(x, y, words)`, in units of the picture.
    handle(place, { label, role, move, nudge, start, end }) {
      const { svg, frame } = this.frame(place);
      const node = Object.assign(document.createElement("button"), { type: "button", className: "figure-handle" });
      node.setAttribute("aria-label", label);
      if (role) node.setAttribute("role", role);
      frame.append(node);
      let isOurs = false;
      node.addEventListener("pointerdown", () => (isOurs = true));
      this.drag(place, {
        start: (point, event) => isOurs && start?.(point, event) !== false,
        move,
        end: (point, event) => ((isOurs = false), end?.(point, event)),
      });
      const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
      node.addEventListener("keydown", (event) => {
        const step = steps[event.key];
        if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        nudge(...step.map((each) => each * (event.shiftKey ? 10 : 1)));
      });
      const { x: left, y: top, width, height } = svg.viewBox.baseVal;
      const at = (x, y, words) => {
        node.style.left = `${((x - left) / width) * 100}%`;
        node.style.top = `${((y - top) / height) * 100}%`;
        if (words) node.setAttribute(role === "slider" ? "aria-valuetext" : "aria-description", words);
      };
      return { node, at };
    }

    // Asks for a drawing in the next frame.
    draw() {
      this.drawing ??= requestAnimationFrame(() => {
        this.drawing = null;
        this.handlers.draw?.(this.state);
      });
    }

    // Says what has changed: soon to the eye, and when it has come to rest to the ear.
    say(words) {
      this.words = words;
      this.show(".figure-now", 100);
      this.show(".figure-said", this.isPlaying ? 5000 : 1000);
    }

    // Writes the words that were said last; in between there is some time.
    show(line, pause) {
      const node = this.controls.querySelector(line);
      if (this.waiting.has(line)) return;
      const write = () => {
        this.waiting.delete(line);
        if (node.textContent !== this.words) node.textContent = this.words;
      };
      this.waiting.set(line, setTimeout(write, pause));
    }

    step() {
      this.handlers.step?.(this.state);
      this.draw();
    }

    // Plays on; the script's `play` may begin anew before.
    play() {
      if (still.matches) return this.step();
      if (!this.isPlaying) this.handlers.play?.(this.state);
      this.isPlaying = true;
      this.mark();
      this.run();
    }

    pause() {
      this.isPlaying = false;
      this.mark();
    }

    mark() {
      const button = this.controls.querySelector(".figure-play");
      if (button) button.textContent = button.dataset.words.split("|")[+this.isPlaying];
    }

    // A frame for as long as it plays and is in view; a browser itself asks for none in a tab that is hidden.
    run() {
      if (this.frames || !this.isPlaying || !this.isSeen) return;
      let last = performance.now();
      const frame = (now) => {
        this.frames = this.isPlaying && this.isSeen ? requestAnimationFrame(frame) : null;
        if (!this.frames) return;
        if (this.handlers.tick?.(Math.min(0.1, Math.max(0, now - last) / 1000), this.state) === false) this.pause();
        this.handlers.draw?.(this.state);
        last = now;
      };
      this.frames = requestAnimationFrame(frame);
    }

    press(key) {
      if (key === "play") this.isPlaying ? this.pause() : this.play();
      else if (key === "step") (this.pause(), this.step());
      else this.handlers.press?.(key, this.state);
      this.draw();
    }

    listen() {
      this.controls.addEventListener("input", ({ target }) => {
        const { state } = target.dataset;
        if (!state) return;
        this.own.get(state).show?.();
        this.changed(state);
      });
      this.controls.addEventListener("click", ({ target }) => {
        const button = target.closest("button");
        if (button?.dataset.sets) this.set(button.dataset.sets, +button.dataset.value);
        else if (button?.dataset.press) this.press(button.dataset.press);
      });
      new IntersectionObserver(([seen]) => {
        this.isSeen = seen.isIntersecting;
        this.run();
      }).observe(this.root);
      still.addEventListener("change", () => still.matches && this.pause());
    }
  }

  const start = async (controls) => {
    const figure = new Explanation(controls);
    const { explain } = await ask(controls.dataset.script);
    figure.handlers = (await explain(figure)) ?? {};
    figure.listen();
    figure.handlers.change?.(figure.state);
    figure.draw();
    controls.disabled = false;
    controls.classList.add("figure-awake"); // for a browser that does not tell style sheets of scripts
    running.add(figure);
  };

  addEventListener("hashchange", () => {
    for (const figure of running) {
      if (!figure.restore()) continue;
      figure.handlers.change?.(figure.state);
      figure.draw();
    }
  });
  const recolor = () => running.forEach((figure) => figure.recolor());
  new MutationObserver(recolor).observe(document.body, { attributeFilter: ["data-theme", "class"] });
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
    matchMedia(query).addEventListener("change", recolor);
  }

  const near = new IntersectionObserver((seen) => {
    for (const { isIntersecting, target } of seen) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      start(target.querySelector(".figure-controls"));
    }
  }, { rootMargin: "200px" });
  document.querySelectorAll(".figure-controls").forEach((controls) => near.observe(controls.closest("figure")));

  return {
    explain: (explain) => hand({ explain }),
    give: (data, isBinary) => hand({ data: isBinary ? bytesOf(data) : data }),
  };
})();
