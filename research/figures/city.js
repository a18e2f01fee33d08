// Flies over the city: the picture, the plan of what is in view, and what that costs. Words come with the data.

const LEG = 1.6; // seconds from a view to the next
const REST = 1.1; // seconds at a view
const STILL = 320; // pixels a side of a picture without WebGL

const fill = (words, ...values) => words.replace(/\{(\d)\}/g, (_, place) => values[place]);
const megabytes = (count) => (count / 1e6).toFixed(count < 1e7 ? 2 : 1);
const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)}%`;
const short = (value) => String(+value.toFixed(1));

// Draws into the panel whatever is in view.
const liveScreen = ({ canvas, context }, city, haze) => {
  const paint = painterOf(context, city, haze);
  return { isLive: true, canvas, show: (sorted, camera) => paint(sorted, camera, canvas.width) };
};
const stillScreen = (figure, city, haze) => {
  const { canvas, context } = figure.surface(0, "2d", { pixels: STILL });
  const show = (sorted, camera) =>
    context.putImageData(new ImageData(paintStill(city, sorted, camera, STILL, haze), STILL), 0, 0);
  return { isLive: false, canvas, show };
};
// With WebGL 2 each frame; without it, or when the browser takes it away, a still whenever the camera has come to rest.
const screenOf = (figure, city, haze) => {
  const surface = figure.surface(0, "webgl2", { alpha: false, antialias: false, depth: false });
  const screen = {};
  const fallBack = () => {
    surface?.canvas.remove();
    Object.assign(screen, stillScreen(figure, city, haze));
    figure.draw();
  };
  try {
    Object.assign(screen, liveScreen(surface, city, haze));
    surface.canvas.addEventListener("webglcontextlost", fallBack);
  } catch {
    fallBack();
  }
  return screen;
};

// The plan: what of the city is in view, a part of it as crosses, and where the camera stands.
const planOf = (figure, city, { side, meters, every }) => {
  const [kept, fresh, view, eye, route] = ["kept", "new", "view", "eye", "route"].map((key) => figure.part(key));
  const x = (value) => short((value / meters) * side);
  const y = (value) => short(side - (value / meters) * side);
  const line = (points) => `M${points.map(([east, north]) => `${x(east)} ${y(north)}`).join("L")}`;
  return {
    route: (cameras) => route.setAttribute("d", line(cameras.map((camera) => [camera.x, camera.y]))),
    show: (found, isNew, camera) => {
      const parts = [[], []];
      for (let place = 0; place < found.length; place += every) {
        const i = found[place];
        const cross = isNew(i);
        const left = (city.x[i] / meters) * side - (cross ? 1.5 : 0);
        parts[+cross].push(`M${short(left)} ${y(city.y[i])}h${cross ? "3m-1.5-1.5v3" : 0}`);
      }
      kept.setAttribute("d", parts[0].join(""));
      fresh.setAttribute("d", parts[1].join(""));
      view.setAttribute("d", `${line(footprintOf(city, camera))}Z`);
      eye.setAttribute("cx", x(camera.x));
      eye.setAttribute("cy", y(camera.y));
    },
  };
};

// Who owns what: for one GPU nobody asks.
const ownersOf = (city) => {
  const known = new Map();
  return ({ gpus, placement }) => {
    const key = gpus + placement;
    if (!known.has(key)) known.set(key, placement === "place" ? cutByPlace(city, +gpus) : shuffle(city, +gpus));
    return known.get(key);
  };
};

// What a view costs, in the words of the panel and of the line that is said.
const costOf = (data, city, seen, state) => {
  const { words, bytes, totals } = data;
  const share = percent(seen.many, city.count);
  const whole = city.count * bytes.state;
  const said = fill(words.view, state.view, seen.many.toLocaleString("en-US"), share);
  const inView = [words.inView, fill(words.share, share)];
  if (state.gpus === "1") {
    const loaded = megabytes(seen.loads * bytes.offloaded);
    const onGpu = city.count * bytes.kept + seen.many * 2 * bytes.offloaded;
    return {
      rows: [inView, [words.onGpu, fill(words.ofAll, megabytes(onGpu), megabytes(whole))], [words.loaded, `${loaded} MB`]],
      said: said + fill(words.saidLoaded, loaded),
      flight: words.flight,
      names: [words.clm, words.drawn],
      totals: totals[1],
      chosen: +(state.order === "drawn"),
    };
  }
  const fetched = megabytes(seen.remote * bytes.all);
  const ofView = percent(seen.remote, seen.many || 1);
  const each = fill(words.ofAll, megabytes(whole / state.gpus), megabytes(whole));
  return {
    rows: [inView, [fill(words.onEach, state.gpus), each], [words.remote, fill(words.ofView, fetched, ofView)]],
    said: said + fill(words.saidRemote, ofView),
    flight: words.flightRemote,
    names: [words.place, words.random],
    totals: totals[state.gpus],
    chosen: +(state.placement === "random"),
  };
};

const tell = (figure, data, cost, isOne) => {
  const write = (key, text) => (figure.part(key).textContent = text);
  cost.rows.forEach(([label, value], row) => (write(`label-${row}`, label), write(`value-${row}`, value)));
  write("flight", cost.flight);
  cost.totals.forEach((total, row) => {
    write(`name-${row}`, cost.names[row]);
    write(`total-${row}`, `${megabytes(total)} MB`);
    const bar = figure.part(`bar-${row}`);
    bar.setAttribute("width", short((data.plan.bar * total) / Math.max(...cost.totals)));
    bar.setAttribute("class", row === cost.chosen ? "c1 fill" : "c1 tint");
  });
  write("kept-words", isOne ? data.words.kept : data.words.keptHere);
  write("new-words", isOne ? data.words.new : data.words.newThere);
  figure.say(cost.said);
};

// A flight that has its data: where the camera is, what it sees, what has been before.
const flightOf = (figure, data, city) => {
  const screen = screenOf(figure, city, data.haze);
  const plan = planOf(figure, city, data.plan);
  const owners = ownersOf(city);
  const sets = [0, 1].map(() => new Uint8Array(city.count)); // now and before
  const [found, depths] = [new Uint32Array(city.count), new Float64Array(city.count)];
  const last = data.flight.length;
  const moving = { part: 0, rest: 0, isDragged: false };
  let before = null;
  let shown = "";

  const stop = ({ order, view }) => data.flight[data.orders[order][view - 1]];
  const cameraOf = (state) => {
    const from = stop(state);
    if (moving.part) return between(from, stop({ ...state, view: state.view + 1 }), moving.part);
    return state.look ? lookFrom(from, lookOf(state.look, from)) : from;
  };
  // What is there already: while the camera moves, what the view has that it comes from; else what the one before had.
  const prepare = (state) => {
    const place = state.view - (moving.part || state.look ? 0 : 1);
    const key = state.order + place;
    if (before === key) return;
    before = key;
    if (place) findInView(city, stop({ ...state, view: place }), sets[1], found, depths);
    else sets[1].fill(0);
  };
  const draw = (state) => {
    const camera = cameraOf(state);
    const key = JSON.stringify([camera, state, screen.canvas.width, screen.isLive, moving.isDragged]);
    if (key === shown) return;
    shown = key;
    prepare(state);
    const many = findInView(city, camera, sets[0], found, depths);
    const list = found.subarray(0, many);
    const isOne = state.gpus === "1";
    const seen = { many, loads: isOne ? countNew(sets[0], sets[1]) : 0, remote: 0 };
    let isNew = (i) => !sets[1][i];
    if (!isOne) {
      const owner = owners(state);
      const { home, remote } = countRemote(list, owner, +state.gpus);
      seen.remote = remote;
      isNew = (i) => owner[i] !== home;
    }
    plan.route(data.orders[state.order].map((place) => data.flight[place]));
    plan.show(list, isNew, camera);
    tell(figure, data, costOf(data, city, seen, state), isOne);
    if (screen.isLive || !(moving.part || moving.isDragged)) screen.show(sortBackToFront(list, depths.subarray(0, many)), camera);
  };
  const tick = (seconds, state) => {
    if (state.look) figure.set("look", "");
    moving.rest -= seconds;
    if (moving.rest > 0) return true;
    moving.part += state.view < last ? seconds / LEG : 1; // from the last view to the first at once
    if (moving.part < 1) return true;
    Object.assign(moving, { part: 0, rest: REST });
    figure.set("view", (state.view % last) + 1);
    return state.view + 1 !== last;
  };
  const stay = () => Object.assign(moving, { part: 0, rest: 0 });
  const step = (state) => {
    stay();
    if (state.look) figure.set("look", "");
    figure.set("view", (state.view % last) + 1);
  };
  return { draw, tick, step, stay, moving, stop };
};

// On paper the picture is the first frame, and so is the plan.
const keepPaper = (figure, flight) => {
  addEventListener("beforeprint", () => (figure.pause(), flight.stay(), flight.draw(figure.start)));
  addEventListener("afterprint", () => figure.draw());
};

computedFigures.explain((figure) => {
  figure.own.set("look", lookControl());
  figure.start.look = "";
  figure.restore();
  const play = figure.controls.querySelector(".figure-play");
  const step = play.nextElementSibling;
  const stepWords = step.textContent;
  if (figure.isStill) step.textContent += play.textContent.replace(/.*(?= · )/, ""); // the size, which Play tells else
  let flight = null;
  let loading = null;
  const load = async () => {
    figure.say(LOADING);
    try {
      const data = await figure.data();
      const city = await unpackCity(data);
      flight = flightOf(figure, data, city);
      letLook(figure, data, flight);
      keepPaper(figure, flight);
      play.style.minWidth = `${play.offsetWidth}px`; // with fewer words nothing moves
      play.dataset.words = play.dataset.words.replace(/^[^|]*/, data.words.play);
      step.textContent = stepWords;
      figure.mark();
    } catch {
      loading = null;
      figure.pause();
      figure.say(FAILED);
    }
  };
  const ready = () => (loading ??= load());
  const placement = figure.controls.querySelector('[data-state="placement"]').closest("fieldset");
  return {
    change(state, key) {
      placement.disabled = state.gpus === "1";
      if (key === "view" && !figure.isPlaying) flight?.stay();
      if (key || Object.keys(state).some((each) => state[each] !== figure.start[each])) ready().then(() => figure.draw());
    },
    draw: (state) => flight?.draw(state),
    tick: (seconds, state) => (flight ? flight.tick(seconds, state) : (ready(), true)),
    step: (state) => ready().then(() => flight?.step(state)),
  };
});
