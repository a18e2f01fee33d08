// Stands on a page with figures. Its names are none that other scripts set: these may wait then.
(() => {
  const { late, slider, runtime } = document.currentScript.dataset;
  const load = (file, then) => {
    const script = document.createElement("script");
    document.head.append(Object.assign(script, { src: file, onload: then, onerror: then }));
  };
  const watch = (selector, file) => {
    const near = new IntersectionObserver((seen) => {
      if (!seen.some((each) => each.isIntersecting)) return;
      near.disconnect();
      load(file);
    }, { rootMargin: "200px" });
    document.querySelectorAll(selector).forEach((control) => near.observe(control.parentElement));
  };
  const watchAll = () => {
    if (slider) watch(".figure-control", slider);
    if (runtime && !late && !navigator.connection?.saveData) watch(".figure-controls", runtime);
  };
  const begin = () => {
    // What is painted reaches the screen a few frames later: until then, nothing else shall take the line.
    if (late) requestAnimationFrame(() => setTimeout(load, 100, late, watchAll));
    else watchAll();
    if (!runtime) return;
    if (navigator.connection?.saveData) {
      document.querySelectorAll(".figure-controls").forEach((controls) => (controls.hidden = true));
      return;
    }
    const [key, wanted] = location.hash.slice(1).split("=");
    const found = wanted && document.querySelector(`.figure-controls [data-state="${CSS.escape(key)}"]`);
    found?.closest("figure").scrollIntoView();
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin);
  else begin();
})();
