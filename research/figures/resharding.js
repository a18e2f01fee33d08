// Lets a reader put the slices in order, by hand or by buttons, and choose who sends each.
const [WIDTH, LEFT, ROW, GAP, FIRST, SLOT, LONGEST] = [356, 88, 21, 8, 2, 46, 7];
const short = (value) => String(+value.toFixed(1));
const filled = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const units = (value) => String(+value.toFixed(2));
const across = (time) => LEFT + (time / LONGEST) * (WIDTH - 8 - LEFT);
const top = (host) => host * ROW + (host >= FIRST ? GAP : 0);

computedFigures.explain(async (figure) => {
  const { words, parts, listed, best, copies } = await figure.data();
  let plan = listed;
  const set = (key, attributes) => {
    for (const [name, value] of Object.entries(attributes)) figure.part(key).setAttribute(name, value);
  };
  const chosen = ({ plan: way, order }) => ({ listed, best }[way] ?? readPlan(order, parts) ?? plan);
  const keep = () => figure.set("order", writePlan(plan));
  const change = (next) => {
    plan = next;
    if (figure.state.plan === "hand") keep();
    else figure.set("plan", "hand");
  };
  const placeOf = (slice) => plan.findIndex(([each]) => each === slice);
  const moveTo = (slice, place) => {
    const to = Math.max(0, Math.min(plan.length - 1, place));
    const rest = plan.filter(([each]) => each !== slice);
    change(rest.toSpliced(to, 0, plan[placeOf(slice)]));
  };
  const switchSender = (slice) => {
    const { senders } = parts[slice];
    const other = (host) => senders[(senders.indexOf(host) + 1) % senders.length];
    change(plan.map(([each, host]) => [each, each === slice ? other(host) : host]));
  };
  let hasMoved = false;
  const handles = parts.map((_, slice) =>
    figure.handle(0, {
      start: () => {
        hasMoved = false;
      },
      label: filled(words.slice, { name: NAMES[slice] }),
      move: ({ y }) => {
        const place = Math.floor(y / SLOT);
        if (place === placeOf(slice)) return;
        hasMoved = true;
        moveTo(slice, place);
      },
      end: (_, { type }) => type !== "pointerup" || hasMoved || switchSender(slice),
      nudge: (aside, down) => (aside ? switchSender(slice) : moveTo(slice, placeOf(slice) + Math.sign(down))),
    }));
  // A handle that is pressed and not dragged changes the sender; a click without detail is that of a key.
  handles.forEach(({ node }, slice) => node.addEventListener("click", ({ detail }) => detail || switchSender(slice)));
  const presses = {
    earlier: (slice) => moveTo(slice, placeOf(slice) - 1),
    later: (slice) => moveTo(slice, placeOf(slice) + 1),
    sender: switchSender,
  };

  const showTransfers = () => {
    for (const { slice, hosts, start, end } of run(parts, plan)) {
      const [x, wide] = [across(start), across(end) - across(start)];
      const box = (host) => `M${short(x + 0.5)} ${top(host) + 1}h${short(wide - 1)}v${ROW - 3}h-${short(wide - 1)}z`;
      set(`bar${slice}`, { d: hosts.map(box).join("") });
      [...figure.part(`letters${slice}`).children].forEach((letter, at) => {
        letter.setAttribute("x", short(x + wide / 2));
        letter.setAttribute("y", short(top(hosts[at]) + 14));
      });
    }
  };

  return {
    change(state, key) {
      if (key === "plan" && state.plan === "hand") return keep();
      plan = chosen(state);
      plan.forEach(([slice, host], place) => {
        set(`slice${slice}`, { transform: `translate(0 ${place * SLOT})` });
        figure.part(`from${slice}`).textContent = filled(words.from, { host: host + 1 });
        const told = filled(words.place, { place: place + 1, count: plan.length, host: host + 1 });
        handles[slice].at(22, (place + 0.5) * SLOT, told);
      });
      showTransfers();
      const now = { units: units(makespan(parts, plan)), copies: units(copies), best: units(makespan(parts, best)) };
      figure.part("length").textContent = filled(words.length, now);
      figure.say(filled(words.now, now));
    },
    press(key, { slice }) {
      presses[key](NAMES.indexOf(slice));
    },
  };
});
