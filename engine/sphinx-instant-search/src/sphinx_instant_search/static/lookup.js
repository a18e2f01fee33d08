// What is looked up in texts themselves: runs of close letters, and the words of texts that came after the index.

const SHORT = 3; // letters of a word that may be the beginning of a longer one in those texts

const isRun = (term) => term.run !== undefined;
const wordsOf = (term) => term.queries ?? [term.run ?? term];

// Adds to a hit where its entry has a term, and how much that says; tells whether the hit is one.
const lookUp = (hit, entry, term, boost) =>
  isRun(term) ? noteRun(hit, entry, term, boost) : noteWords(hit, entry, term, boost);

// The term of a part of a letter is longer.
function noteRun(hit, { runs }, { run, whole }, boost) {
  const fields = runs.filter(([, text]) => text.includes(run));
  if (!fields.length) return false;
  hit.match[fields.some(([, text]) => whole.test(text)) ? run : `${run}…`] = fields.map(([field]) => field);
  hit.terms.push(run);
  for (const [field, text] of fields) {
    const count = text.split(run).length - 1;
    hit.score += (boost * BOOST[field] * count) / (count + 1 + text.length / 500);
  }
  return true;
}

function noteWords(hit, { terms = "" }, term, boost) {
  for (const word of wordsOf(term)) {
    const start = ` ${word}${term.prefix === false || word.length < SHORT ? " " : ""}`;
    for (let at = terms.indexOf(start); at >= 0; at = terms.indexOf(start, at + 1)) {
      const found = terms.slice(at + 1, terms.indexOf(" ", at + 1));
      (hit.match[found] ??= []).push("text");
      hit.terms.push(found);
      hit.score += (boost * BOOST.text) / (1 + terms.length / 500);
    }
  }
  return hit.terms.length > 0;
}

// Two hits of one entry as one.
function joined(one, other) {
  const match = { ...one.match };
  for (const [term, fields] of Object.entries(other.match)) match[term] = [...(match[term] ?? []), ...fields];
  return { id: one.id, score: one.score + other.score, match, terms: [...one.terms, ...other.terms] };
}
