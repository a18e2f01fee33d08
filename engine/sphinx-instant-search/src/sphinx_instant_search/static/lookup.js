// What is looked up in texts themselves: runs of close letters, and the words of texts that came after the index.

const SHORT = 3; // letters of a word that may be the beginning of a longer one in those texts

const isRun = (term) => term.run !== undefined;
const wordsOf = (term) => term.queries ?? [term.run ?? term];

// The hit of an entry that has a term, or null.
const lookUp = (entry, term, boost) => (isRun(term) ? runIn(entry, term, boost) : wordsIn(entry, term, boost));

// The term of a part of a letter is longer.
function runIn({ id, runs }, { run, whole }, boost) {
  const fields = runs.filter(([, text]) => text.includes(run));
  if (!fields.length) return null;
  const term = fields.some(([, text]) => whole.test(text)) ? run : `${run}…`;
  let score = 0;
  for (const [field, text] of fields) {
    const count = text.split(run).length - 1;
    score += (boost * BOOST[field] * count) / (count + 1 + text.length / 500);
  }
  return { id, score, match: { [term]: fields.map(([field]) => field) }, terms: [run] };
}

function wordsIn({ id, terms = "" }, term, boost) {
  const found = [];
  for (const word of wordsOf(term)) {
    const start = ` ${word}${term.prefix === false || word.length < SHORT ? " " : ""}`;
    for (let at = terms.indexOf(start); at >= 0; at = terms.indexOf(start, at + 1)) {
      found.push(terms.slice(at + 1, terms.indexOf(" ", at + 1)));
    }
  }
  if (!found.length) return null;
  const score = (boost * BOOST.text * found.length) / (1 + terms.length / 500);
  return { id, score, match: Object.fromEntries(found.map((each) => [each, ["text"]])), terms: found };
}

// Two hits of one entry as one.
function joined(one, other) {
  const match = { ...one.match };
  for (const [term, fields] of Object.entries(other.match)) match[term] = [...(match[term] ?? []), ...fields];
  return { id: one.id, score: one.score + other.score, match, terms: [...one.terms, ...other.terms] };
}
