computedFigures.explain(async (figure) => {
  const { high, low } = await figure.data();
  const water = figure.part("water");
  let hours = 0; // beyond what the slider says
  const now = () => (figure.state.hour + hours) % 24;
  return {
    change() {
      hours = 0;
      figure.say(`Hour ${now()}`);
    },
    tick(seconds) {
      hours += 2 * seconds;
    },
    step() {
      figure.set("hour", (figure.state.hour + 1) % 24);
    },
    draw() {
      water.setAttribute("y", high + ((low - high) * Math.abs((now() % 12) - 6)) / 6);
    },
  };
});
