// Which entries answer a query, and in which order. MiniSearch finds the words; here they are weighed.

// The place where a word was found: a thing's name, its address and the people in it, then a heading, then text.
const PLACES = { name: 2, names: 2, key: 2, title: 3, text: 4, page: 4 };
const MISSING = 100;
const COMPARED = 50; // of the best hits, whose texts are looked through for the words one after another

const WEIGHED = 3000; // hits at most; of more the best by score
const BOOST = { name: 5, names: 4, title: 4, key: 1, text: 1, page: 0.3 };

const typosAllowed = (word) => (/^\d+$/.test(word) || word.length < 5 ? 0 : word.length < 9 ? 1 : 2);

// Makes the index; gives a function from a query to hits, best first: [{ entry, terms, rank }], with their `count`;
// its `learn` takes texts that come later.
async function prepare({ pages, kinds, entries }) {
  const vocabulary = new Set();
  const boostDocument = (id) => (list[id].anchor ? 1 : 2.5);
  const index = new MiniSearch({
    fields: Object.keys(PLACES),
    tokenize: (text, field) => indexed(text, field === "name" || field === "names"),
    processTerm: (term) => (vocabulary.add(term), term),
    searchOptions: {
      tokenize: (word) => [word],
      processTerm: (word) => word,
      prefix: true,
      fuzzy: typosAllowed,
      boost: BOOST,
      boostDocument,
    },
  });
  const list = entries.map(([page, anchor = "", kind = 0, title, names = "", text = ""], id) => {
    const [address, heading] = pages[page];
    const isPart = kinds[kind] === WORDS.page || kinds[kind] === WORDS.section;
    const entry = { id, anchor, kind: kinds[kind], names, text, heading: title || heading, number: page };
    entry[isPart ? "title" : "name"] = entry.heading;
    entry.page = anchor ? heading : "";
    // A page is also known by the name of its file, a thing by its anchor and its kind.
    const file = anchor ? "" : address.replace(/(\/?index)?(\.\w+|\/)$/, "").split("/").at(-1);
    entry.key = isPart ? file : `${file} ${anchor} ${entry.kind}`;
    entry.squeezed = squeezed(entry.heading);
    // "os.path.join" is called "join" too.
    entry.called = [entry.heading, isPart ? "" : entry.heading.split(".").at(-1), file].map(inAnyOrder);
    entry.ofPage = isPart && !anchor ? indexed(`${entry.heading} ${file}`, false) : null;
    entry.isOneOfMany = false;
    entry.isIdentifier = !isPart && !/\s/.test(entry.heading);
    const isClose = (field) => entry[field] && HAS_RUN.test(entry[field]);
    entry.runs = Object.keys(PLACES).filter(isClose).map((field) => [field, compact(entry[field])]);
    return entry;
  });
  // A heading that stands several times on a page, as in a list of changes, is what none of them is called by.
  const seen = new Map();
  for (const entry of list.filter(({ title, anchor }) => title && anchor)) {
    const key = `${entry.number} ${entry.squeezed}`;
    if (seen.has(key)) entry.isOneOfMany = seen.get(key).isOneOfMany = true;
    else seen.set(key, entry);
  }
  await index.addAllAsync(list, { chunkSize: 200 });

  // The entries that have a term, by id: words by the index, runs and words of texts that came later by looking them up.
  let isLearning = false;
  function having(term) {
    const found = new Map((isRun(term) ? [] : index.search(term)).map((hit) => [hit.id, hit]));
    for (const entry of isRun(term) || isLearning ? list : []) {
      const hit = lookUp(entry, term, boostDocument(entry.id));
      if (hit) found.set(entry.id, [found.get(entry.id), hit].filter(Boolean).reduce(joined));
    }
    return found;
  }

  // The entries that have all terms of one of the choices.
  function find(choices) {
    const all = (queries) => ({ combineWith: "AND", queries });
    if (!isLearning && !choices.flat().some(isRun)) {
      return index.search({ combineWith: "OR", queries: choices.map(all) });
    }
    const known = new Map(choices.flat().map((term) => [term, null]));
    for (const term of known.keys()) known.set(term, having(term));
    const hits = new Map();
    for (const [first, ...others] of choices.map((terms) => terms.map((term) => known.get(term)))) {
      for (const [id, hit] of first) {
        if (!others.every((found) => found.has(id))) continue;
        hits.set(id, [hits.get(id), hit, ...others.map((found) => found.get(id))].filter(Boolean).reduce(joined));
      }
    }
    return [...hits.values()];
  }

  // Takes texts that the index came without, some at a time: [[number of entry, text]].
  async function learn(rows) {
    isLearning = true;
    for (let i = 0; i < rows.length; i++) {
      const [id, text] = rows[i];
      const terms = new Set(indexed(text, false));
      for (const term of terms) vocabulary.add(term);
      Object.assign(list[id], { text, terms: ` ${[...terms].join(" ")} ` });
      if (HAS_RUN.test(text)) list[id].runs.push(["text", compact(text)]);
      if (i % 200 === 199) await new Promise((resolve) => setTimeout(resolve));
    }
  }

  const search = (typed) => {
    const query = meant(typed);
    const chunks = chunksOf(query);
    const words = chunks.flat();
    if (!words.length) return Object.assign([], { count: 0 });
    const whole = { query: squeezed(query), anyOrder: inAnyOrder(query), typed: query.trim().toLowerCase() };
    Object.assign(whole, { isSpaced: chunks.length > 1, words: words.map(({ text }) => text) });
    let choices = spellings(words).map(termsOf);
    let found = find(choices);
    if (!found.length) {
      choices = [termsOf(words).map((term) => resembling(term, vocabulary))];
      found = find(choices);
    }
    const together = new Set(found.map(({ id }) => id));
    const apart = chunks.length > 1 ? find(chunks.map(termsOf)) : [];
    if (!found.length && !apart.length) {
      choices = pairsOfLongest(words);
      const isNear = ({ match }) => Object.keys(match).length * 2 >= choices.length;
      apart.push(...find(choices).filter(isNear));
      choices = [choices.flat()];
    }
    const all = [...found, ...apart.filter(({ id }) => !together.has(id))].filter(({ match }) =>
      Object.values(match).some((fields) => fields.some((field) => field !== "page")),
    );
    const best = all.length > WEIGHED ? all.sort((one, other) => other.score - one.score).slice(0, WEIGHED) : all;
    const hits = best.map((hit) => ({
      entry: list[hit.id],
      terms: hit.terms,
      rank: rankOf(hit, list[hit.id], whole, choices, together.has(hit.id)),
    }));
    hits.sort((one, other) => compare(one.rank, other.rank));
    if (whole.isSpaced) {
      const phrase = whole.words.join(" ");
      const near = hits.slice(0, COMPARED);
      for (const { entry, rank } of near) rank.splice(-1, 0, [entry.heading, entry.text, phrase].findIndex(holds(phrase)));
      hits.splice(0, near.length, ...near.sort((one, other) => compare(one.rank, other.rank)));
    }
    return Object.assign(hits, { count: all.length });
  };
  return Object.assign(search, { learn });
}

const holds = (phrase) => (text) => plain(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").includes(phrase);
const inAnyOrder = (text) => asked(text).sort().join(" ");
const termsOf = (words) => words.map(({ term }) => term);

// The query as it is, and with each two neighbouring words as one: "echo works" is also "echoworks".
const spellings = (words) => [
  words,
  ...words
    .slice(1)
    .map((word, i) => [...words.slice(0, i), wanted(words[i].text + word.text), ...words.slice(i + 2)])
    .filter((_, i) => isRun(words[i].term) === isRun(words[i + 1].term)),
];

// For a run that stands nowhere as it is: its pairs of letters, each a choice.
function pairsOfLongest(words) {
  const runs = words.filter(({ term }) => isRun(term)).map(({ text }) => pairsOf(text));
  const longest = runs.reduce((one, other) => (other.length > one.length ? other : one), []);
  return longest.length > 2 ? longest.map((run) => [runOf(run)]) : [];
}

// For a word that nothing matches: the words that begin almost like it, swapped letters included. The first letter
// is taken for right, as thousands of words are compared between two keys.
function resembling(choice, vocabulary) {
  if (isRun(choice)) return choice;
  const word = typeof choice === "string" ? choice : choice.queries[0];
  const allowed = typosAllowed(word);
  const begins = (term) => term[0] === word[0] || (term[0] === word[1] && term[1] === word[0]);
  const near = allowed ? [...vocabulary].filter((term) => begins(term) && distance(word, term) <= allowed) : [];
  return near.length ? { combineWith: "OR", queries: near, prefix: false, fuzzy: false } : choice;
}

// How many letters are wrong, missing, superfluous or swapped with the next, for the best beginning of a term.
function distance(word, term) {
  let [before, last] = [[], Array.from({ length: term.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= word.length; i++) {
    const row = [i];
    for (let j = 1; j <= term.length; j++) {
      const isSame = word[i - 1] === term[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + !isSame);
      if (i > 1 && j > 1 && word[i - 1] === term[j - 2] && word[i - 2] === term[j - 1]) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    [before, last] = [last, row];
  }
  return Math.min(...last);
}

// Numbers to compare one after another, the smaller the better:
// words missed, words misspelt, the place, words of which only the beginning was found, whether the heading is one of many,
// of those called so whether it is no page, and of how many names it is the last; of the same name the page;
// MiniSearch's score.
function rankOf({ match, score }, entry, whole, wanted, isComplete) {
  const [missed, typos, found, begun] = wanted.map((words) => closeness(words, match, isComplete)).sort(compare)[0];
  const place = placeOf(entry, whole, found);
  const name = entry.heading.toLowerCase();
  const isNamed = place === 0 && (name === whole.typed || name.endsWith(`.${whole.typed}`));
  const called = [Number(place > 1 || !entry.ofPage), ...(isNamed ? [name.split(".").length, entry.number] : [MISSING, 0])];
  return [missed, typos, place, begun, Number(entry.isOneOfMany), ...called, -score];
}

// 0: the heading or the file is called so, or the title of a page begins so; 1: a heading begins so, or the title of a page
// has all words; else the place of the worst word, where names are meant if there is but one.
function placeOf(entry, { query, anyOrder, isSpaced, words }, found) {
  const place = isSpaced && entry.isIdentifier ? Math.max(found, PLACES.title) : found;
  if (entry.isOneOfMany) return place;
  const begins = entry.squeezed.startsWith(query);
  const hasAll = entry.ofPage && words.every((word) => entry.ofPage.some((term) => term.startsWith(word)));
  if (entry.squeezed === query || entry.called.includes(anyOrder) || (begins && hasAll)) return 0;
  return begins || hasAll ? 1 : place;
}

function closeness(words, match, isComplete) {
  const terms = Object.entries(match);
  const total = [0, 0, 0, 0];
  for (const word of words) {
    const forms = word.prefix === false ? [] : wordsOf(word);
    const exact = forms.some((form) => Object.hasOwn(match, form));
    const begun = terms.filter(([term]) => forms.some((form) => term.startsWith(form)));
    const fields = (begun.length || !isComplete ? begun : terms).flatMap(([, each]) => each);
    total[0] += !fields.length;
    total[1] += fields.length > 0 && !begun.length;
    total[2] = Math.max(total[2], fields.length ? Math.min(...fields.map((field) => PLACES[field])) : MISSING);
    total[3] += begun.length > 0 && !exact;
  }
  return total;
}

function compare(one, other) {
  const i = one.findIndex((number, place) => number !== other[place]);
  return i < 0 ? 0 : one[i] - other[i];
}
