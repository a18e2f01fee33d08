// Which entries answer a query, and in which order. MiniSearch finds the words; here they are weighed.

// The place where a word was found: a thing's name, its address and the people in it, then a heading, then text.
const PLACES = { name: 2, names: 2, key: 2, title: 3, text: 4, page: 5 };
const MISSING = 100;

const typosAllowed = (word) => (/^\d+$/.test(word) || word.length < 5 ? 0 : word.length < 9 ? 1 : 2);

// Makes the index; gives a function from a query to hits, best first: [{ entry, terms, rank }].
async function prepare({ pages, kinds, entries }) {
  const vocabulary = new Set();
  const index = new MiniSearch({
    fields: Object.keys(PLACES),
    tokenize: indexed,
    processTerm: (term) => (vocabulary.add(term), term),
    searchOptions: {
      tokenize: (word) => [word],
      processTerm: (word) => word,
      prefix: true,
      fuzzy: typosAllowed,
      boost: { name: 5, names: 4, title: 4, page: 0.3 },
      boostDocument: (id) => (list[id].anchor ? 1 : 2.5),
    },
  });
  const list = entries.map(([page, anchor = "", kind = 0, title, names = "", text = ""], id) => {
    const [address, heading] = pages[page];
    const isPart = kinds[kind] === "Page" || kinds[kind] === "Section";
    const entry = { id, anchor, kind: kinds[kind], names, text, heading: title || heading, number: page };
    entry[isPart ? "title" : "name"] = entry.heading;
    entry.page = anchor ? heading : "";
    // A page is also known by the name of its file, a thing by its anchor and its kind.
    const file = anchor ? "" : address.replace(/(\/?index)?(\.\w+|\/)$/, "").split("/").at(-1);
    entry.key = isPart ? file : `${file} ${anchor} ${entry.kind}`;
    entry.squeezed = squeezed(entry.heading);
    entry.called = [entry.heading, file].map(inAnyOrder);
    return entry;
  });
  await index.addAllAsync(list, { chunkSize: 200 });

  const find = (alternatives) =>
    index.search({ combineWith: "OR", queries: alternatives.map((queries) => ({ combineWith: "AND", queries })) });

  return (typed) => {
    const query = meant(typed);
    const words = asked(query);
    if (!words.length) return [];
    const whole = [words.join(""), inAnyOrder(query)];
    let wanted = spellings(words);
    let found = find(wanted);
    if (!found.length) {
      wanted = [words.map((word) => resembling(word, vocabulary))];
      found = find(wanted);
    }
    const together = new Set(found.map(({ id }) => id));
    const chunks = partsOf(query);
    const apart = chunks.length > 1 ? find(chunks) : [];
    const hits = [...found, ...apart.filter(({ id }) => !together.has(id))]
      .filter(({ match }) => Object.values(match).some((fields) => fields.some((field) => field !== "page")))
      .map((hit) => ({
        entry: list[hit.id],
        terms: hit.terms,
        rank: rankOf(hit, list[hit.id], whole, wanted, together.has(hit.id)),
      }));
    return hits.sort((one, other) => compare(one.rank, other.rank));
  };
}

const inAnyOrder = (text) => asked(text).sort().join(" ");

// The query as it is, and with each two neighbouring words as one: "echo works" is also "echoworks".
const spellings = (words) => [
  words,
  ...words.slice(1).map((word, i) => [...words.slice(0, i), words[i] + word, ...words.slice(i + 2)]),
];

// For a word that nothing matches: the words that begin almost like it, swapped letters included. The first letter
// is taken for right, as thousands of words are compared between two keys.
function resembling(word, vocabulary) {
  const allowed = typosAllowed(word);
  const begins = (term) => term[0] === word[0] || (term[0] === word[1] && term[1] === word[0]);
  const near = allowed ? [...vocabulary].filter((term) => begins(term) && distance(word, term) <= allowed) : [];
  return near.length ? { combineWith: "OR", queries: near, prefix: false, fuzzy: false } : word;
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
// words missed, words misspelt, the place (0: is the title or the file, 1: the title begins so, else of the worst word),
// words of which only the beginning was found, MiniSearch's score.
function rankOf({ match, score }, entry, [query, anyOrder], wanted, isComplete) {
  const [missed, typos, place, begun] = wanted.map((words) => closeness(words, match, isComplete)).sort(compare)[0];
  const isCalled = entry.squeezed === query || entry.called.includes(anyOrder);
  const best = isCalled ? 0 : entry.squeezed.startsWith(query) ? 1 : place;
  return [missed, typos, best, begun, -score];
}

function closeness(words, match, isComplete) {
  const terms = Object.entries(match);
  const total = [0, 0, 0, 0];
  for (const word of words) {
    const exact = Object.hasOwn(match, word);
    const begun = typeof word === "string" ? terms.filter(([term]) => term.startsWith(word)) : [];
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
