(() => {
  const { slider, runtime } = document.currentScript.dataset;
  const load = (src) => document.head.append(Object.assign(document.createElement("script"), { src }));
  const watch = (selector, src) => {
    const near = new IntersectionObserver((seen) => {
      if (!seen.some((each) => each.isIntersecting)) return;
      near.disconnect();
      load(src);
    }, { rootMargin: "200px" });
    document.querySelectorAll(selector).forEach((control) => near.observe(control.parentElement));
  };
  const watchAll = () => {
    if (slider) watch(".figure-control", slider);
    if (!runtime) return;
    if (navigator.connection?.saveData) {
      document.querySelectorAll(".figure-controls").forEach((controls) => (controls.hidden = true));
      return;
    }
    watch(".figure-controls", runtime);
    const [key, value] = location.hash.slice(1).split("=");
    const set = value && document.querySelector(`.figure-controls [data-state="${CSS.escape(key)}"]`);
    set?.closest("figure").scrollIntoView();
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", watchAll);
  else watchAll();
})();
