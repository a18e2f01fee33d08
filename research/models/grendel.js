// The rules of models/grendel.py by which an image is cut, for the browser; a test compares the two.
const COLUMNS = 30;

// Ranges of equal length: GPU k draws cuts[k] to cuts[k + 1].
const evenCuts = (blocks, gpus) => Array.from({ length: gpus + 1 }, (_, gpu) => Math.floor((gpu * blocks) / gpus));

// The running sum of the times, cut at equal shares.
const divisionPoints = (times, gpus) => {
  const running = [];
  times.reduce((sum, time) => (running.push(sum + time), sum + time), 0);
  const share = running.at(-1) / gpus;
  const inner = Array.from({ length: gpus - 1 }, (_, gpu) => running.findIndex((sum) => sum > share * (gpu + 1)));
  return [0, ...inner, times.length];
};

// The time of each GPU.
const loads = (times, cuts) =>
  cuts.slice(1).map((end, gpu) => times.slice(cuts[gpu], end).reduce((sum, time) => sum + time, 0));

// How many times as fast as one GPU the slowest of them lets all be.
const speedUp = (times, cuts) => times.reduce((sum, time) => sum + time, 0) / Math.max(...loads(times, cuts));

// Cuts as an address writes them, `150-300-450`; null where a GPU would have no block.
const readCuts = (text, blocks, gpus) => {
  const cuts = [0, ...text.split("-").map(Number), blocks];
  const isRight = cuts.length === gpus + 1 && cuts.every((cut, at) => Number.isInteger(cut) && (!at || cut > cuts[at - 1]));
  return isRight ? cuts : null;
};
