// Will it fit? Fills the memories as the model of clm.py says; tests/research/test_memory.py compares them.
computedFigures.explain(async (figure) => {
  const { bytes, working, methods, card, runs, rim, bottom, most, bar, words } = await figure.data();
  const GIB = 2 ** 30;
  const write = (key, text) => (figure.part(key).textContent = text);
  const say = (name, values) => words[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
  const at = (part) => bottom - (bottom - rim) * Math.min(most, part);
  const between = (key, top, low) => {
    figure.part(key).setAttribute("y", top);
    figure.part(key).setAttribute("height", Math.max(0, low - top));
  };
  const verdict = (lack) => say(lack > 0 ? "missing" : "fits", { left: (Math.abs(lack) / GIB).toFixed(1) });

  const fill = (side, size, inside, state) => {
    const full = size * GIB;
    const [low, high] = [at(inside / full), at((inside + state) / full)];
    between(`${side}-state`, high, low);
    between(`${side}-working`, low, bottom);
    between(`${side}-over`, high, rim);
    write(`${side}-name`, say(side, { size }));
    write(`${side}-used`, say(`${side}-used`, { state: (state / GIB).toFixed(1), working: (inside / GIB).toFixed(1) }));
    const told = verdict(inside + state - full);
    write(`${side}-told`, told);
    return told;
  };
  // What a run of this size has taken on a card of this size.
  const measure = (peak, size) => {
    const y = at((peak * 1e9) / (size * GIB));
    figure.part("measured").setAttribute("d", peak ? `M1 ${y}h160` : "");
    figure.part("measured-name").setAttribute("y", y - 5);
    write("measured-name", peak ? say("measured", { peak }) : "");
  };
  const time = (run, method, places) => {
    const slowest = Math.max(...run.seconds);
    write("run", say("run", run));
    places.forEach((key, place) => {
      const seconds = run.seconds[place];
      const wide = (bar * (seconds ?? 0)) / slowest;
      const part = figure.part(`time-${key}`);
      part.setAttribute("width", wide);
      part.setAttribute("class", key === method ? "c1 fill" : "c0 fill");
      figure.part(`told-${key}`).setAttribute("x", 60 + wide);
      write(`told-${key}`, seconds ? say("seconds", { seconds: seconds.toLocaleString("en") }) : words.oom);
    });
  };

  return {
    change({ gaussians, method, gpu, host }) {
      const places = Object.keys(methods);
      const run = runs.reduce((best, each) =>
        Math.abs(each.millions * 1e6 - gaussians) < Math.abs(best.millions * 1e6 - gaussians) ? each : best);
      const told = {
        gpu: fill("gpu", gpu, working, bytes[method][0] * gaussians),
        host: fill("host", host, 0, bytes[method][1] * gaussians),
      };
      const isRun = run.millions * 1e6 === gaussians && gpu === card;
      measure(isRun ? run.peaks[places.indexOf(method)] : null, gpu);
      time(run, method, places);
      figure.say(say("now", { gaussians: `${gaussians / 1e6}M`, method: methods[method], ...told }));
    },
  };
});
