// Where a visitor comes from a search, asks for the scripts that mark its words on the page.
{
  let words = location.search.includes("highlight=");
  try {
    words ||= localStorage.getItem("sphinx_highlight_terms");
  } catch {} // a browser may keep its store from pages
  if (words) {
    for (const inert of document.querySelectorAll("script[type='text/lean-marks']")) {
      const script = document.createElement("script");
      script.async = false;
      script.src = inert.dataset.leanSrc;
      inert.replaceWith(script);
    }
  }
}
