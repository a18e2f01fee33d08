(() => {
  const { slider, runtime } = document.currentScript.dataset;
  const load = (src) => document.head.append(Object.assign(document.createElement("script"), { src }));
  const watch = (selector, src) => {
    const near = new IntersectionObserver((seen) => {
      if (!seen.some((each) => each.isIntersecting)) return;
      near.disconnect();
      load(src);
    }, { rootMargin: "200px" });
    document.querySelectorAll(selector).forEach((control) => near.observe(control));
  };
  const watchAll = () => {
    if (slider) watch(".figure-control", slider);
    if (!runtime) return;
    if (navigator.connection?.saveData) document.querySelectorAll(".figure-controls").forEach((each) => (each.hidden = true));
    else {
      watch(".figure-controls", runtime);
      const [key] = location.hash.slice(1).split("=");
      if (location.hash.includes("=")) document.querySelector(`.figure-controls [data-state="${CSS.escape(key)}"]`)?.closest("figure").scrollIntoView();
    }
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", watchAll);
  else watchAll();
})();
