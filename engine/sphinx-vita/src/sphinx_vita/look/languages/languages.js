// The way to the same place in another language: its links go on to the part of the page that is open.

(() => {
  const follow = () => {
    for (const link of document.querySelectorAll(".vita-languages a")) link.hash = location.hash;
  };
  follow();
  addEventListener("hashchange", follow);
})();
