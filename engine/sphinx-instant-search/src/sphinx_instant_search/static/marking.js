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

// Where a run has some letters, each time, or a word the beginning of what it is found by.
function placesIn(word, pieces) {
  const { letters, starts, ends } = spread(word);
  const found = [];
  for (const [term, asked] of pieces) {
    for (let at = letters.indexOf(asked); at >= 0; at = RUN.test(word) ? letters.indexOf(asked, at + asked.length) : -1) {
      found.push({ start: starts[at], end: ends[at + asked.length - 1], term });
    }
  }
  return found;
}

// The matches in a text: [{ start, end, term }]. Where only the beginning of a word was asked for, it ends there.
function matchesIn(text, words, terms, runs = words.filter((word) => RUN.test(word))) {
  const found = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const isRun = RUN.test(word);
    const forms = isRun ? runs : knownForms(word, true).filter((form) => terms.has(form));
    if (!forms.length) continue;
    const pieces = forms.map((form) => [form, isRun ? form : (words.find((each) => form.startsWith(each)) ?? form)]);
    const places = placesIn(word, pieces);
    if (!places.length && !isRun) places.push({ start: 0, end: word.length, term: forms[0] }); // "über", for "ueber"
    found.push(...places.map(({ start, end, term }) => ({ start: index + start, end: index + end, term })));
  }
  // Of a run that stands nowhere as it is, the pairs of letters.
  const pairs = [...terms].filter((term) => RUN.test(term));
  const isThere = runs.join() === pairs.join() || !runs.length || found.some(({ term }) => RUN.test(term));
  if (!isThere) return matchesIn(text, words, terms, pairs);
  return found.sort((one, other) => one.start - other.start || other.end - one.end);
}

// The text as nodes, matches in <mark>; what overlaps is one.
function marked(text, words, terms, from = 0, to = text.length) {
  const nodes = [];
  let [end, mark] = [from, null];
  for (const match of matchesIn(text, words, terms)) {
    if (match.start < from || match.end <= end || match.end > to) continue;
    if (!mark || match.start >= end) {
      mark = make("mark", {});
      nodes.push(text.slice(end, match.start), mark);
      end = match.start;
    }
    mark.append(text.slice(end, match.end));
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
