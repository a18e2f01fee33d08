// The pipelines of models/pipeline.py for the browser; a test compares the two.
const warmUp = (stage, stages, batches, eager) => Math.min(batches, eager ? 2 * (stages - stage) - 1 : stages - stage);

// The passes of a stage in order: the warm-up, then one backward and one forward in turn.
const order = (stage, stages, batches, eager) => {
  const ahead = warmUp(stage, stages, batches, eager);
  const passes = Array.from({ length: ahead }, (_, batch) => ["F", batch]);
  for (let batch = 0; batch < batches; batch += 1) {
    passes.push(["B", batch]);
    if (ahead + batch < batches) passes.push(["F", ahead + batch]);
  }
  return passes;
};

// Starts each pass when its stage is free and its input is there.
const run = ({ stages, batches, eager, transfer, overlap }) => {
  const queues = Array.from({ length: stages }, (_, stage) => order(stage, stages, batches, eager));
  const free = Array(stages).fill(0);
  const done = new Map();
  const passes = [];
  const input = (kind, batch, stage) => {
    if (kind === "F" && stage === 0) return 0;
    if (kind === "B" && stage === stages - 1) return done.get(`F${batch} ${stage}`);
    const made = done.get(`${kind}${batch} ${kind === "F" ? stage - 1 : stage + 1}`);
    return made === undefined ? made : made + transfer;
  };
  while (queues.some((queue) => queue.length)) {
    queues.forEach((queue, stage) => {
      while (queue.length) {
        const [kind, batch] = queue[0];
        const ready = input(kind, batch, stage);
        if (ready === undefined) break;
        const start = Math.max(free[stage], ready);
        done.set(`${kind}${batch} ${stage}`, start + 1);
        passes.push({ kind, batch, stage, start, end: start + 1 });
        const sends = kind === "F" ? stage < stages - 1 : stage > 0;
        free[stage] = start + 1 + (sends && !overlap ? transfer : 0);
        queue.shift();
      }
    });
  }
  return passes.sort((one, other) => one.start - other.start || one.stage - other.stage);
};

const lengthOf = (passes) => Math.max(...passes.map(({ end }) => end));

// How many microbatches' activations a stage keeps at a time: from the start of the forward to the end of the backward.
const keptAt = (passes, stage, time) =>
  passes.reduce((sum, each) => {
    if (each.stage !== stage) return sum;
    return sum + (each.kind === "F" ? each.start <= time : -(each.end <= time));
  }, 0);

const kept = (passes, stage) => Math.max(...passes.map(({ start }) => keptAt(passes, stage, start)));

// What goes to a neighbor after each pass, and when.
const transfers = (passes, stages, transfer) =>
  passes
    .map(({ kind, stage, end }) => ({ from: stage, to: kind === "F" ? stage + 1 : stage - 1, start: end, end: end + transfer }))
    .filter(({ to }) => to >= 0 && to < stages);

// When a stage computes nothing, from 0 to the end.
const idle = (passes, stage, end) => {
  const own = passes.filter((each) => each.stage === stage);
  const starts = [0, ...own.map((each) => each.end)];
  return [...own.map(({ start }) => start), end].map((stop, at) => [starts[at], stop]).filter(([start, stop]) => stop > start);
};
