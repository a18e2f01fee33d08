// Gives the figures of a page what the page was painted without.
((late) => {
  for (const [id, values] of Object.entries(late)) {
    document.querySelectorAll(`#${id} [data-late]`).forEach((part, place) => {
      const name = part.dataset.late;
      if (name) part.setAttribute(name, values[place]);
      else part.innerHTML = values[place];
      part.removeAttribute("data-late");
    });
  }
});
