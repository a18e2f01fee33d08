// Runs a pipeline as a reader sets it, and moves the playhead through it.
const [WIDTH, LEFT, TOP, ROWS, END] = [356, 58, 16, 192, 350];
const [SQUARE, KEPT_TOP, KEPT_ROWS, MOST_STAGES, SECONDS] = [12, 26, 132, 6, 12];
const WAYS = {
  waits: { eager: false, overlap: false },
  beside: { eager: false, overlap: true },
  eager: { eager: true, overlap: true },
};
const short = (value) => String(+value.toFixed(1));
const filled = (words, values) => words.replace(/\{([\w-]+)\}/g, (_, name) => values[name]);
const units = (value) => String(+value.toFixed(2));
const SVG = "http://www.w3.org/2000/svg";

const squares = (count, y) =>
  Array.from({ length: count }, (_, place) =>
    `M${short(LEFT + place * (SQUARE + 4))} ${short(y)}h${SQUARE}v${SQUARE}h-${SQUARE}z`).join("") || "M0 0";

computedFigures.explain(async (figure) => {
  const { words } = await figure.data();
  let [passes, end, across] = [[], 1, (time) => time];
  const set = (key, attributes) => {
    for (const [name, value] of Object.entries(attributes)) figure.part(key).setAttribute(name, value);
  };
  const write = (key, content) => (figure.part(key).textContent = content);
  const text = (x, y, content, look) => {
    const node = document.createElementNS(SVG, "text");
    const attributes = { x: short(x), y: short(y), "text-anchor": "middle", class: look };
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.textContent = content;
    return node;
  };
  const timeOf = ({ time }) => (time === "" || !(+time >= 0) ? end : Math.min(+time, end));
  const moveTo = (time) => figure.set("time", time >= end ? "" : String(Math.max(0, Math.round(time * 100) / 100)));

  const rowOf = (stage, stages) => KEPT_TOP + stage * Math.min(30, KEPT_ROWS / stages);

  const drawTimeline = ({ stages, transfer }) => {
    const [pitch, height] = [ROWS / stages, Math.min(26, ROWS / stages - 10)];
    const top = (stage) => TOP + stage * pitch;
    const box = (start, stop, stage) => {
      const wide = short(across(stop) - across(start) - 1);
      return `M${short(across(start) + 0.5)} ${short(top(stage))}h${wide}v${short(height)}h-${wide}z`;
    };
    const all = Array.from({ length: stages }, (_, stage) => stage);
    const gaps = all.flatMap((stage) => idle(passes, stage, end).map(([start, stop]) => box(start, stop, stage)));
    set("idle", { d: gaps.join("") || "M0 0" });
    const arrows = transfers(passes, stages, transfer).map(({ from, to, start, end: stop }) => {
      const [leaves, arrives] = to > from ? [height, 0] : [0, height];
      return `M${short(across(start))} ${short(top(from) + leaves)}L${short(across(stop))} ${short(top(to) + arrives)}`;
    });
    set("transfers", { d: arrows.join("") });
    for (const kind of "FB") {
      const own = passes.filter((each) => each.kind === kind);
      set(kind, { d: own.map(({ start, end: stop, stage }) => box(start, stop, stage)).join("") });
    }
    const isWide = (END - LEFT) / end > 11;
    const numbers = passes.map(({ kind, batch, stage, start }) =>
      text(across(start + 0.5), top(stage) + height / 2 + 5, batch + 1, kind === "F" ? "on-colour" : ""));
    figure.part("numbers").replaceChildren(...(isWide ? numbers : []));
    const step = [1, 2, 5, 10, 20, 50].find((each) => end / each <= 7);
    const ticks = Array.from({ length: Math.floor(end / step) + 1 }, (_, at) => at * step);
    figure.part("ticks").replaceChildren(...ticks.map((tick) => text(across(tick), TOP + ROWS + 16, tick, "quiet")));
    for (let stage = 0; stage < MOST_STAGES; stage += 1) {
      set(`stage${stage}`, { y: short(top(stage) + height / 2 + 5) });
      for (const row of ["stage", "row"]) write(`${row}${stage}`, stage < stages ? filled(words.stage, { stage: stage + 1 }) : "");
    }
  };

  const drawLengths = ({ schedule, stages, batches, transfer }) => {
    const runs = Object.entries(WAYS).map(([key, way]) => [key, run({ stages, batches, transfer, ...way })]);
    const longest = Math.max(...runs.map(([, each]) => lengthOf(each)));
    for (const [key, each] of runs) {
      const wide = (lengthOf(each) / longest) * 120;
      set(`length-${key}`, { width: short(wide), class: key === schedule ? "c1 fill" : "c1 tint" });
      set(`words-${key}`, { x: short(106 + wide) });
      write(`words-${key}`, filled(words.cost, { units: units(lengthOf(each)), most: kept(each, 0) }));
    }
  };

  const showTime = (state) => {
    const time = timeOf(state);
    const [x, isOver, bottom] = [short(across(time)), time >= end, TOP + ROWS];
    set("future", { d: isOver ? "M0 0" : `M${x} 0H${WIDTH}V${bottom}H${x}z` });
    set("now", { d: `M${x} 4V${bottom}` });
    set("knob", { cx: x, cy: bottom - 4, r: 8 });
    handle.at(across(time), bottom - 4, filled(words.at, { time: units(time), units: units(end) }));
    handle.node.setAttribute("aria-valuenow", units(time));
    handle.node.setAttribute("aria-valuemax", units(end));
    for (let stage = 0; stage < MOST_STAGES; stage += 1) {
      const most = stage < state.stages ? kept(passes, stage) : 0;
      const now = isOver ? 0 : keptAt(passes, stage, time);
      const y = rowOf(stage, state.stages);
      for (const row of ["row", "count"]) set(`${row}${stage}`, { y: short(y + 11) });
      set(`most${stage}`, { d: squares(most, y) });
      set(`kept${stage}`, { d: squares(now, y) });
      write(`count${stage}`, most ? filled(words[isOver ? "most" : "now-and-most"], { now, most }) : "");
    }
    const busy = passes.length / (end * state.stages);
    figure.say(filled(words[isOver ? "whole" : "now"], {
      time: units(time),
      units: units(end),
      idle: Math.round(100 * (1 - busy)),
      most: kept(passes, 0),
      now: keptAt(passes, 0, time),
    }));
  };

  const handle = figure.handle(0, {
    label: words.playhead,
    role: "slider",
    start: () => figure.pause(),
    move: ({ x }) => moveTo(((x - LEFT) / (END - LEFT)) * end),
    nudge: (step) => moveTo(timeOf(figure.state) + step / 4),
  });
  handle.node.setAttribute("aria-valuemin", 0);

  return {
    change(state, key) {
      if (key !== "time") {
        passes = run({ ...state, ...WAYS[state.schedule] });
        end = lengthOf(passes);
        across = (time) => LEFT + (time / end) * (END - LEFT);
        drawTimeline(state);
        drawLengths(state);
      }
      showTime(state);
    },
    tick(seconds, state) {
      const time = timeOf(state);
      moveTo((time >= end ? 0 : time) + (seconds * end) / SECONDS);
      return figure.state.time !== "";
    },
    step(state) {
      const time = timeOf(state);
      moveTo(time >= end ? 0 : Math.floor(time) + 1);
    },
  };
});
