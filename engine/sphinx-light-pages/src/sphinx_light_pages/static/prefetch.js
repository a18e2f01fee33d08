// Fetches a page of this site when the pointer rests on a link to it, so that it shows at once.
(() => {
  const { saveData } = navigator.connection ?? {};
  if (saveData || !/^http/.test(location.protocol)) return;
  const page = /(\/|\.html)$/;
  if (HTMLScriptElement.supports?.("speculationrules")) {
    const script = document.createElement("script");
    script.type = "speculationrules";
    // One text, whose hash a Content-Security-Policy can name.
    script.textContent = String.raw`{"prefetch": [{"eagerness": "moderate", "where": {"and": [
      {"or": [{"href_matches": "/*.html\\?*#*"}, {"href_matches": "/*/\\?*#*"}, {"href_matches": "/"}]},
      {"not": {"selector_matches": "[download],[rel~=nofollow],[target=_blank]"}}
    ]}}]}`;
    document.head.append(script);
    return;
  }
  const fetched = new Set([location.pathname]);
  const prefetch = ({ target }) => {
    const link = target.closest?.("a[href]");
    const isPage = link && link.origin === location.origin && page.test(link.pathname) && !link.download;
    if (!isPage || fetched.has(link.pathname)) return;
    fetched.add(link.pathname);
    document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href: link.pathname }));
  };
  for (const sign of ["pointerover", "focusin", "touchstart"]) addEventListener(sign, prefetch, { passive: true });
})();
