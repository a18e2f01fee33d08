// Links that a browser follows at once though nobody waits for them: they come after the page.
for (const kept of document.querySelectorAll("noscript.lean")) kept.outerHTML = kept.textContent;
