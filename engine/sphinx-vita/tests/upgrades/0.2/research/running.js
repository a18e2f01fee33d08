computedFigures.explain(async (figure) => {
  await figure.data();
  const surface = figure.surface(0, "2d", { pixels: 9, below: true });
  figure.drag(0, { start: () => false, move() {}, end() {} });
  const handle = figure.handle(0, { label: "Water", move: ({ y }) => figure.set("height", y), nudge() {} });
  return {
    change({ height }) {
      figure.part("it").setAttribute("height", height);
      handle.at(4, height, `${height} high`);
      figure.say(`Height ${height}`);
    },
    draw() {
      surface.context.fillStyle = figure.colors.ink;
    },
    play() {},
    tick: () => false,
    step() {},
    press() {},
    theme() {},
  };
});
