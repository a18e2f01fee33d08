// A reader's own look at the city: round the place that a view looks at.

const FACING = { turn: 0, tilt: 0, zoom: 1 };
const [FLATTEST, STEEPEST] = [0.35, 1.5]; // radians below the horizon
const [NEAREST, FARTHEST_AWAY] = [0.6, 3]; // times the distance of the view

const clamp = (value, low, high) => Math.min(high, Math.max(low, value));

// What the reader's own look is, beside the controls, so that an address can hold it: "turn_tilt_zoom" in hundredths.
const lookControl = () => {
  let text = "";
  return {
    get: () => text,
    set: (value) => (text = value),
    read: (value) => (/^-?\d{1,3}_-?\d{1,3}_\d{2,3}$/.test(value) ? value : undefined),
    write: String,
  };
};
const lookOf = (text, camera) => {
  if (!text) return FACING;
  const [turn, tilt, zoom] = text.split("_").map((value) => value / 100);
  return {
    turn,
    tilt: clamp(tilt, FLATTEST - camera.pitch, STEEPEST - camera.pitch),
    zoom: clamp(zoom, NEAREST, FARTHEST_AWAY),
  };
};
const textOf = ({ turn, tilt, zoom }) => {
  const round = 2 * Math.PI;
  const turned = ((((turn + Math.PI) % round) + round) % round) - Math.PI;
  const text = [turned, tilt, zoom].map((value) => Math.round(value * 100)).join("_");
  return text === "0_0_100" ? "" : text;
};

// Lets a reader look about: a mouse or one finger turns, a mouse or two fingers tilt, and only a key held down or two
// fingers come nearer, so that a page scrolls over the picture as over any other.
const letLook = (figure, data, flight) => {
  const change = (turn, tilt, zoom) => {
    const { state } = figure;
    const from = flight.stop(state);
    figure.pause();
    flight.stay();
    const look = lookOf(state.look, from);
    const asked = textOf({ turn: look.turn + turn, tilt: look.tilt + tilt, zoom: look.zoom * zoom });
    figure.set("look", textOf(lookOf(asked, from)));
  };
  const { node, at } = figure.handle(0, { label: data.words.camera, start: () => false, nudge: (x, y) => change(x / 12, y / 24, 1) });
  node.classList.add("figure-handle-all");
  at(200, 200);
  const pointers = new Map();
  const spread = () => {
    const [one, other] = [...pointers.values()];
    return other ? Math.hypot(one.x - other.x, one.y - other.y) : 0;
  };
  const hold = (isDragged) => ((flight.moving.isDragged = isDragged), figure.draw());
  node.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (event.isTrusted) node.setPointerCapture(event.pointerId);
    hold(true);
  });
  node.addEventListener("pointermove", (event) => {
    const from = pointers.get(event.pointerId);
    if (!from) return;
    const [apart, unit] = [spread(), 2.2 / node.clientWidth];
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const [x, y] = [(event.clientX - from.x) * unit, (event.clientY - from.y) * unit];
    const isOneFinger = event.pointerType === "touch" && !apart;
    change(-x, isOneFinger ? 0 : y / 2, apart ? apart / Math.max(1, spread()) : 1);
  });
  for (const kind of ["pointerup", "pointercancel"]) {
    node.addEventListener(kind, ({ pointerId }) => pointers.delete(pointerId) && hold(pointers.size > 0));
  }
  const keepTwo = (event) => event.touches.length > 1 && event.cancelable && event.preventDefault();
  for (const kind of ["touchstart", "touchmove"]) node.addEventListener(kind, keepTwo, { passive: false });
  node.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    change(0, 0, Math.exp(event.deltaY / 400));
  }, { passive: false });
  node.addEventListener("keydown", ({ key }) => {
    if (key === "+" || key === "=") change(0, 0, 0.9);
    if (key === "-") change(0, 0, 1 / 0.9);
  });
};
