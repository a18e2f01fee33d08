// Lets a reader cut the image: by hand, into equal areas, or by the times of the camera's previous visit.
const GPUS = 4;
const WIDTH = 356;
const CELL = WIDTH / COLUMNS;
const LEVELS = 6;
const BAR = { start: 50, end: 306 };
const short = (value) => String(+value.toFixed(1));
const percent = (share) => (share * 100).toFixed(1);
const filled = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);

// The border behind `cut` blocks.
const border = (cut) => {
  const [row, column] = [Math.floor(cut / COLUMNS), cut % COLUMNS];
  const [y, below, x] = [row, row + 1, column].map((each) => short(each * CELL));
  return column ? `M0 ${below}H${x}V${y}H${WIDTH}` : `M0 ${y}H${WIDTH}`;
};

// The handle of a border stands in a lane of its own, so that no two lie on each other.
const handlePlace = (cut, lane) => {
  const column = Math.round(((lane + 0.5) / (GPUS - 1)) * COLUMNS);
  const row = Math.floor(cut / COLUMNS) + (column < cut % COLUMNS ? 1 : 0);
  return [column * CELL, row * CELL];
};

const shades = (times) => {
  const most = Math.max(...times);
  const found = Array(LEVELS).fill("");
  times.forEach((time, block) => {
    const [x, y, side] = [(block % COLUMNS) * CELL, Math.floor(block / COLUMNS) * CELL, CELL].map(short);
    found[Math.ceil((time / most) * LEVELS) - 1] += `M${x} ${y}h${side}v${side}h-${side}z`;
  });
  return found;
};

computedFigures.explain(async (figure) => {
  const { words, times: packed } = await figure.data();
  const bytes = Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const blocks = bytes.length / figure.root.querySelector("[data-state=camera]").dataset.values.split(" ").length / 2;
  const timesOf = (camera, visit) => bytes.slice((2 * camera + visit) * blocks, (2 * camera + visit + 1) * blocks);
  let cuts = evenCuts(blocks, GPUS);
  let held = null;

  const chosen = ({ by, camera, cuts: kept }) => {
    if (by === "areas") return evenCuts(blocks, GPUS);
    if (by === "times") return divisionPoints(timesOf(camera - 1, 0), GPUS);
    return readCuts(kept, blocks, GPUS) ?? cuts;
  };
  const keep = () => figure.set("cuts", cuts.slice(1, -1).join("-"));
  const move = (cut, to) => {
    cuts = cuts.with(cut, Math.max(cuts[cut - 1] + 1, Math.min(cuts[cut + 1] - 1, to)));
    if (figure.state.by === "hand") keep();
    else figure.set("by", "hand");
  };
  const handles = [1, 2, 3].map((cut) =>
    figure.handle(0, {
      label: filled(words.cut, { before: cut, after: cut + 1 }),
      role: "slider",
      start: (point) => (held = { point, from: cuts[cut] }),
      move: ({ x, y }) => {
        const [across, down] = [x - held.point.x, y - held.point.y].map((way) => Math.round(way / CELL));
        move(cut, held.from + COLUMNS * down + across);
      },
      nudge: (across, down) => move(cut, cuts[cut] + COLUMNS * down + across),
    }));
  handles.forEach(({ node }, at) => {
    node.setAttribute("aria-valuemin", 1);
    node.setAttribute("aria-valuemax", blocks - 1);
    figure.part(`knob${at + 1}`).setAttribute("r", 8);
  });

  const set = (key, attributes) => {
    for (const [name, value] of Object.entries(attributes)) figure.part(key).setAttribute(name, value);
  };
  const show = (times) => {
    const each = loads(times, cuts);
    const [most, all] = [Math.max(...each), each.reduce((sum, load) => sum + load, 0)];
    const wide = (load) => (load / all) * (BAR.end - BAR.start);
    const slowest = each.indexOf(most);
    each.forEach((load, gpu) => {
      set(`bar${gpu}`, { width: short(wide(load)), class: `${gpu === slowest ? "c3" : "c1"} fill` });
      set(`wait${gpu}`, { x: short(BAR.start + wide(load)), width: short(wide(most - load)) });
      set(`share${gpu}`, { x: short(BAR.start + wide(most) + 6) });
      figure.part(`share${gpu}`).textContent = filled(words.share, { share: percent(load / all) });
      const middle = (cuts[gpu] + cuts[gpu + 1]) / 2 / COLUMNS;
      set(`name${gpu}`, { y: short(middle * CELL + 5) });
    });
    const now = { gpu: slowest + 1, share: percent(most / all), speed: (all / most).toFixed(2) };
    figure.part("speed").textContent = filled(words.speed, now);
    figure.say(filled(words.now, now));
  };

  return {
    change(state, key) {
      if (key === "by" && state.by === "hand") return keep();
      cuts = chosen(state);
      const times = timesOf(state.camera - 1, 1);
      if (!key || key === "camera") shades(times).forEach((d, level) => level && set(`shade${level}`, { d }));
      set("cuts", { d: cuts.slice(1, -1).map(border).join("") || "M0 0" });
      handles.forEach(({ node, at }, cut) => {
        const [x, y] = handlePlace(cuts[cut + 1], cut);
        at(x, y, filled(words.place, { block: cuts[cut + 1] }));
        node.setAttribute("aria-valuenow", cuts[cut + 1]);
        set(`knob${cut + 1}`, { cx: short(x), cy: short(y) });
      });
      show(times);
    },
  };
});
