// The rule of models/resharding.py for the length of a schedule, for the browser; a test compares the two.
// A slice is { size, senders, receivers } in hosts; a plan lists [slice, sending host] in order.
const CHUNKS = 16;
const duration = ({ size, receivers }) => size * (1 + (receivers.length - 1) / CHUNKS);

// Starts each slice when its sender and all its receivers are free; all are busy until it has arrived.
const run = (parts, plan) => {
  const free = new Map();
  return plan.map(([slice, sender]) => {
    const hosts = [sender, ...parts[slice].receivers];
    const start = Math.max(...hosts.map((host) => free.get(host) ?? 0));
    const end = start + duration(parts[slice]);
    hosts.forEach((host) => free.set(host, end));
    return { slice, hosts, start, end };
  });
};

const makespan = (parts, plan) => Math.max(0, ...run(parts, plan).map(({ end }) => end));

// A plan as an address writes it, `A1-C2-B1-D2`; null where a slice is missing or a host does not hold it.
const NAMES = "ABCD";
const writePlan = (plan) => plan.map(([slice, sender]) => `${NAMES[slice]}${sender + 1}`).join("-");
const readPlan = (text, parts) => {
  const plan = text.split("-").map((word) => [NAMES.indexOf(word[0]), Number(word.slice(1)) - 1]);
  const isWhole = plan.length === parts.length && new Set(plan.map(([slice]) => slice)).size === parts.length;
  return isWhole && plan.every(([slice, sender]) => parts[slice]?.senders.includes(sender)) ? plan : null;
};
