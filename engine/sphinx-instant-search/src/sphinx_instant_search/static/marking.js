// Where a text shows what was asked for.

const CONTEXT = 150; // letters of a line of context

// The matches in a text: [{ start, end, term }]. Where only the beginning of a word was asked for, it ends there.
function matchesIn(text, words, terms) {
  const found = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const parts = plain(word).split(JOINT);
    let start = index;
    for (const part of parts) {
      const asked = words.find((each) => part.startsWith(each)) ?? part;
      const isIntact = plain(word).length === word.length;
      if (terms.has(part) && (isIntact || parts.length === 1)) {
        found.push({ start, end: isIntact ? start + asked.length : index + word.length, term: part });
      }
      start += part.length + 1;
    }
    const whole = parts.join("");
    if (parts.length > 1 && terms.has(whole) && found.at(-1)?.start !== index) {
      found.push({ start: index, end: index + word.length, term: whole });
    }
  }
  return found;
}

// The text as nodes, matches in <mark>.
function marked(text, words, terms, from = 0, to = text.length) {
  const nodes = [];
  let end = from;
  for (const match of matchesIn(text, words, terms)) {
    if (match.start < end || match.end > to) continue;
    nodes.push(text.slice(end, match.start), make("mark", {}, text.slice(match.start, match.end)));
    end = match.end;
  }
  return [...nodes, text.slice(end, to)];
}

// The line of a text that shows most of what was asked for, as nodes.
function contextOf(text, words, terms) {
  const matches = matchesIn(text, words, terms);
  let best = { start: 0, count: 0 };
  for (const { start } of matches) {
    const inReach = matches.filter((other) => other.start >= start && other.end < start + CONTEXT * 0.7);
    const count = new Set(inReach.map(({ term }) => term)).size;
    if (count > best.count) best = { start, count };
  }
  const wanted = best.start + CONTEXT * 0.7 < text.length ? best.start - CONTEXT * 0.3 : text.length - CONTEXT;
  const from = wanted > 0 ? text.indexOf(" ", wanted) + 1 : 0;
  const to = from + CONTEXT < text.length ? text.lastIndexOf(" ", from + CONTEXT) : text.length;
  return [from > 0 ? "… " : "", ...marked(text, words, terms, from, to), to < text.length ? " …" : ""];
}
