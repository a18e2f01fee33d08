// Fit it yourself: runs the descent of the model, draws it, and lets a reader take hold of a Gaussian.
computedFigures.explain(async (figure) => {
  const REACH = 3; // radii at which a Gaussian is drawn to end
  const { target, places, steps, last, across, up, words } = await figure.data();
  const size = Math.sqrt(target.length);
  const ACROSS = 3 * size; // pixels of the rendering, finer than the model's
  const rendering = figure.surface(0, "2d", { pixels: ACROSS, below: true });
  const missing = figure.surface(2, "2d", { pixels: size, below: true });
  const image = new ImageData(ACROSS, ACROSS);
  const light = new Float32Array(ACROSS * ACROSS);
  const error = new ImageData(size, size);
  const line = figure.part("curve");
  const ticks = [0, 100, 200, 300].map((tick) => [tick, figure.part(`tick-${tick}`)]);
  const outlines = figure.part("outlines");
  const firstFrames = [figure.part("gaussians"), missing.canvas.previousElementSibling]; // seen until it has settled
  const hold = outlines.cloneNode();
  hold.removeAttribute("data-key");
  outlines.after(hold);
  hold.style.strokeWidth = 0.5;
  for (const each of [outlines, hold]) each.classList.add("figure-live");
  missing.canvas.style.imageRendering = "pixelated";
  let descent, history, held, hidden;
  // While it plays, lines are drawn every so often, since the page is laid out for them: 20 times a second, or in one
  // frame of five where frames take long.
  let [drawn, gap, due] = [0, 0, 0];

  const lay = (count) => {
    const radius = firstRadius(target, size, count);
    const laid = Array.from({ length: count }, (_, n) => [places[3 * n], places[3 * n + 1], radius, radius, places[3 * n + 2], 0]);
    return new Descent(target, size, Float64Array.from(laid.flat()), steps);
  };
  const quality = () => psnrOf(descent.loss, target.length);
  const begin = (count) => {
    descent = lay(count);
    history = [quality()];
  };
  const advance = (times) => {
    for (let time = 0; time < times; time++) {
      descent.step(held);
      history.push(quality());
    }
  };
  // Runs to the end without showing the way; until then the picture stays as it was.
  const settle = async () => {
    const mine = (hidden = descent);
    while (mine === descent && !mine.isDone) {
      advance(10);
      await new Promise(requestAnimationFrame);
    }
    if (mine !== descent) return;
    hidden = null;
    tell();
    figure.draw();
  };
  const tell = (text = words.now) => {
    const values = { count: descent.count, step: history.length - 1, psnr: quality().toFixed(1) };
    figure.say(text.replace(/\{(\w+)\}/g, (_, name) => values[name]));
  };

  // The Gaussian whose center lies next to a point, if a finger could mean it.
  const nearest = ({ x, y }) => {
    const finger = (20 * size) / rendering.canvas.clientWidth;
    let [found, least] = [-1, Infinity];
    for (let n = 0; n < descent.count; n++) {
      const [cx, cy, wide, high] = descent.gaussians.subarray(6 * n);
      const distance = Math.hypot(x - cx, y - cy) / Math.max(finger, Math.exp(wide), Math.exp(high));
      if (distance < Math.min(1, least)) [found, least] = [n, distance];
    }
    return found;
  };
  const move = (n, x, y) => {
    const within = (value) => Math.min(size, Math.max(0, value));
    descent.gaussians.set([within(x), within(y)], 6 * n);
    descent.loss = descent.forward();
  };

  let known = -1; // the Gaussian of the arrow keys
  const handle = figure.handle(0, {
    label: words.handle,
    nudge(dx, dy) {
      figure.pause();
      move(known, descent.gaussians[6 * known] + dx, descent.gaussians[6 * known + 1] + dy);
      descent.again();
      history.push(quality());
      tell(words.moved);
      figure.draw();
    },
  });
  handle.node.style.pointerEvents = "none"; // a pointer takes hold of any Gaussian
  handle.node.addEventListener("focus", () => {
    known = nearest({ x: size / 2, y: size / 2 });
    if (known < 0) known = 0;
    figure.draw();
  });
  figure.drag(0, {
    start(point) {
      held = nearest(point);
      if (held >= 0) tell(words.held);
      return held >= 0;
    },
    move({ x, y }) {
      move(held, x, y);
      figure.draw();
    },
    end() {
      held = -1;
      descent.again();
      if (figure.isStill) tell(words.moved);
      else figure.play();
    },
  });

  // Draws the Gaussians as the model does, on finer pixels; `light` is what they let through.
  const drawRendering = () => {
    const fine = ACROSS / size;
    const least = Math.exp((-REACH * REACH) / 2);
    light.fill(1);
    for (let n = 0; n < descent.count; n++) {
      const at = 6 * n;
      const { a, b, c, x, y } = descent.conic(at, fine);
      const [cx, cy] = [fine * descent.gaussians[at], fine * descent.gaussians[at + 1]];
      const strength = (OPAQUE * descent.opacity(at)) / (1 - least);
      const high = REACH * Math.sqrt(a / (x * y));
      const ratio = Math.exp(-a);
      const bottom = Math.min(ACROSS, Math.ceil(cy + high));
      for (let row = Math.max(0, Math.floor(cy - high)); row < bottom; row++) {
        const dy = row + 0.5 - cy;
        const middle = cx - (b / a) * dy;
        const wide = Math.sqrt(Math.max(0, REACH * REACH - ((x * y) / a) * dy * dy) / a);
        const left = Math.max(0, Math.round(middle - wide));
        const right = Math.min(ACROSS, Math.round(middle + wide));
        const dx = left + 0.5 - cx;
        let bell = Math.exp(-0.5 * ((a * dx + 2 * b * dy) * dx + c * dy * dy));
        let growth = Math.exp(-a * (dx + 0.5) - b * dy);
        for (let pixel = row * ACROSS + left; pixel < row * ACROSS + right; pixel++) {
          light[pixel] *= 1 - strength * (bell - least);
          bell *= growth;
          growth *= ratio;
        }
      }
    }
    for (let pixel = 0; pixel < light.length; pixel++) image.data[4 * pixel + 3] = 255 * (1 - light[pixel]);
    rendering.context.putImageData(image, 0, 0);
  };
  const tint = () => {
    const dye = (pixels, color) => {
      const parts = color.match(/[\d.]+/g).slice(0, 3).map(Number);
      for (let at = 0; at < pixels.length; at += 4) pixels.set(parts, at);
    };
    dye(image.data, figure.colors[1]);
    dye(error.data, figure.colors[3]);
  };
  const short = (value) => Math.round(100 * value) / 100;
  const outline = (from, to) => {
    const { gaussians } = descent;
    let d = "";
    for (let at = 6 * from; at < 6 * to; at += 6) {
      const [wide, high] = [Math.exp(gaussians[at + 2]), Math.exp(gaussians[at + 3])];
      const [dx, dy] = [wide * Math.cos(gaussians[at + 4]), wide * Math.sin(gaussians[at + 4])];
      const arc = `a${short(wide)} ${short(high)} ${Math.round((gaussians[at + 4] * 180) / Math.PI)} 0 0 `;
      const [x, y] = [short(2 * dx), short(2 * dy)];
      d += `M${short(gaussians[at] + dx)} ${short(gaussians[at + 1] + dy)}${arc}${-x} ${-y}${arc}${x} ${y}`;
    }
    return d;
  };
  const drawError = () => {
    for (let pixel = 0; pixel < target.length; pixel++) {
      error.data[4 * pixel + 3] = 510 * Math.abs(1 - descent.light[pixel] - target[pixel]);
    }
    missing.context.putImageData(error, 0, 0);
  };
  let from = 0; // the step at which the curve begins
  const drawCurve = () => {
    const begun = Math.max(0, Math.ceil((history.length - 1 - last) / 100) * 100);
    const shown = history.slice(begun);
    const x = (step) => across[0] + ((across[1] - across[0]) * step) / last;
    const y = (value) => up[0] + ((up[1] - up[0]) * Math.min(40, Math.max(0, value))) / 40;
    line.setAttribute("d", `M${shown.map((value, step) => `${short(x(step))} ${short(y(value))}`).join("L")}`);
    if (begun !== from) for (const [tick, text] of ticks) text.textContent = begun + tick;
    from = begun;
  };

  tint();
  return {
    change({ gaussians: count }, key) {
      if (key === "outlines") return;
      held = -1;
      begin(count);
      if (key && !figure.isStill) return figure.play();
      figure.pause();
      settle();
    },
    play() {
      if (descent.isDone) begin(descent.count);
    },
    tick(seconds) {
      gap = 1000 * seconds;
      due = Math.min(2, due + 60 * seconds); // at most 60 steps a second, and one a frame
      if (due > 0.9) advance(1), (due -= 1);
      if (held < 0) tell();
      return held >= 0 || !descent.isDone;
    },
    step() {
      advance(figure.isStill ? 10 : 1);
      tell();
    },
    press() {
      figure.pause();
      begin(descent.count);
      tell();
    },
    theme: tint,
    draw(state) {
      if (hidden === descent) return;
      for (const each of firstFrames) each.classList.add("figure-first");
      drawRendering();
      if (figure.isPlaying && performance.now() - drawn < Math.max(50, 5 * gap)) return;
      drawn = performance.now();
      outlines.setAttribute("d", state.outlines ? outline(0, descent.count) : "");
      hold.setAttribute("d", held >= 0 ? outline(held, held + 1) : "");
      drawError();
      drawCurve();
      if (known >= 0) handle.at(descent.gaussians[6 * known], descent.gaussians[6 * known + 1]);
    },
  };
});
