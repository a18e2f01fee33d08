computedFigures.explain((figure) => {
  const arm = figure.part("arm");
  let seconds = 0; // since it was let go
  return {
    change({ angle }) {
      seconds = 0;
      figure.say(`${angle}°`);
    },
    tick(more) {
      seconds += more;
    },
    step() {
      seconds += 0.1;
    },
    draw({ angle }) {
      arm.setAttribute("transform", `rotate(${angle * Math.cos(Math.PI * seconds)})`);
    },
  };
});
