// Where a text shows what was asked for.

// Letters of a line of context; those of scripts without blanks are wide and say more.
const [CONTEXT, WIDE_CONTEXT, REACH] = [150, 80, 30];

// The compared letters of a word without joints and blanks, and where each begins and ends in it.
function spread(word) {
  const [starts, ends] = [[], []];
  let letters = "";
  for (const { 0: letter, index } of word.matchAll(/\P{M}[\p{M}\uff9e\uff9f]*/gu)) {
    if (JOINT.test(letter) || letter === " " || letter === "・") continue;
    for (const unit of plain(letter)) {
      letters += unit;
      starts.push(index);
      ends.push(index + letter.length);
    }
  }
  return { letters, starts, ends };
}

// The matches in a text: [{ start, end, term }]. Where only the beginning of a word was asked for, it ends there.
function matchesIn(text, words, terms) {
  const runs = words.filter((word) => RUN.test(word));
  const found = [];
  const search = (pieces) => {
    for (const { 0: word, index } of text.matchAll(WORD)) {
      const isRun = RUN.test(word);
      const forms = isRun ? pieces : knownForms(word, true).filter((form) => terms.has(form));
      if (!forms.length) continue;
      const { letters, starts, ends } = spread(word);
      for (const form of forms) {
        const asked = isRun ? form : (words.find((each) => form.startsWith(each)) ?? form);
        let at = letters.indexOf(asked);
        if (at < 0 && !isRun) found.push({ start: index, end: index + word.length, term: form });
        for (; at >= 0; at = isRun ? letters.indexOf(asked, at + asked.length) : -1) {
          found.push({ start: index + starts[at], end: index + ends[at + asked.length - 1], term: form });
        }
      }
    }
  };
  search(runs);
  if (runs.length && !found.some(({ term }) => RUN.test(term))) search([...terms].filter((term) => RUN.test(term)));
  return found.sort((one, other) => one.start - other.start || other.end - one.end);
}

// The text as nodes, matches in <mark>.
function marked(text, words, terms, from = 0, to = text.length) {
  const nodes = [];
  let end = from;
  for (const match of matchesIn(text, words, terms)) {
    const start = Math.max(match.start, end);
    if (start >= match.end || match.start < from || match.end > to) continue;
    nodes.push(text.slice(end, start), make("mark", {}, text.slice(start, match.end)));
    end = match.end;
  }
  return [...nodes, text.slice(end, to)];
}

// The line of a text that shows most of what was asked for, as nodes.
function contextOf(text, words, terms) {
  const matches = matchesIn(text, words, terms);
  let best = { start: 0, count: 0 };
  const size = RUN.test(text.slice(matches[0]?.start ?? 0)) ? WIDE_CONTEXT : CONTEXT;
  for (const { start } of matches) {
    const inReach = matches.filter((other) => other.start >= start && other.end < start + size * 0.7);
    const count = new Set(inReach.map(({ term }) => term)).size;
    if (count > best.count) best = { start, count };
  }
  const wanted = best.start + size * 0.7 < text.length ? best.start - size * 0.3 : text.length - size;
  const from = wanted > 0 ? edge(text, wanted, text.indexOf(" ", wanted) + 1) : 0;
  const to = from + size < text.length ? edge(text, from + size, text.lastIndexOf(" ", from + size)) : text.length;
  return [from > 0 ? "… " : "", ...marked(text, words, terms, from, to), to < text.length ? " …" : ""];
}

// The place to cut a text at: a blank that is near, else before a whole letter.
function edge(text, place, blank) {
  if (blank > 0 && Math.abs(blank - place) < REACH) return blank;
  let at = Math.round(place);
  while (at > 0 && /^[\p{M}\p{Cf}\udc00-\udfff]/u.test(text.slice(at, at + 2))) at--;
  return at;
}
