(() => {
  const { script } = document.currentScript.dataset;
  const watchAll = () => {
    const watch = new IntersectionObserver((seen) => {
      if (!seen.some((each) => each.isIntersecting)) return;
      watch.disconnect();
      document.head.append(Object.assign(document.createElement("script"), { src: script }));
    }, { rootMargin: "200px" });
    document.querySelectorAll(".figure-control").forEach((control) => watch.observe(control));
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", watchAll);
  else watchAll();
})();
