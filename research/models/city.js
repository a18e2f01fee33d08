// The city of city.py in the page, and what a view of it needs: the formulas of clm.py, gaian.py and views.py again.
// A camera is {x, y, z, yaw, pitch, far}; a set says by 0 or 1 for each Gaussian whether it is in view.

const unpackCity = async ({ packed, count, unit, shapes, colors, half }) => {
  const squeezed = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([squeezed]).stream().pipeThrough(new DecompressionStream("deflate"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const column = (place) => bytes.subarray(place * count, (place + 1) * count);
  const axis = (place) => {
    const [low, high, found] = [column(place), column(place + 3), new Float64Array(count)];
    for (let i = 0, sum = 0; i < count; i++) {
      const twice = low[i] | (high[i] << 8);
      sum += twice & 1 ? -((twice + 1) >> 1) : twice >> 1;
      found[i] = sum * unit;
    }
    return found;
  };
  const [x, y, z] = [0, 1, 2].map(axis);
  return { count, unit, x, y, z, shape: column(6), color: column(7), shapes, colors, half };
};

const FARTHEST = 1600; // meters: nothing of the city is farther from a camera that looks at it

// The unit vectors to the right, up and forward.
const axesOf = ({ yaw, pitch }) => {
  const [east, north, down, level] = [Math.cos(yaw), Math.sin(yaw), Math.sin(pitch), Math.cos(pitch)];
  return [[north, -east, 0], [down * east, down * north, level], [level * east, level * north, -down]];
};

// Marks in `set` what reaches into the frustum, lists it in `found` with its depth, and returns how many there are.
const findInView = (city, camera, set, found, depths) => {
  const [right, up, forward] = axesOf(camera);
  const slope = Math.tan(city.half);
  const reaches = city.shapes.map((shape) => shape[7] / Math.cos(city.half));
  let many = 0;
  for (let i = 0; i < city.count; i++) {
    const [dx, dy, dz] = [city.x[i] - camera.x, city.y[i] - camera.y, city.z[i] - camera.z];
    const depth = forward[0] * dx + forward[1] * dy + forward[2] * dz;
    const reach = depth * slope + reaches[city.shape[i]];
    const isIn = depth > 1 && depth < camera.far
      && Math.abs(right[0] * dx + right[1] * dy) < reach
      && Math.abs(up[0] * dx + up[1] * dy + up[2] * dz) < reach;
    set[i] = isIn;
    if (!isIn) continue;
    depths[many] = depth;
    found[many++] = i;
  }
  return many;
};

// Sorts by keys from 0 to `most`, equals as they come: a count of each key says where it begins.
const sortByKey = (found, keys, most) => {
  const starts = new Uint32Array(most + 2);
  for (const key of keys) starts[key + 1]++;
  for (let key = 1; key < starts.length; key++) starts[key] += starts[key - 1];
  const sorted = new Uint32Array(found.length);
  for (let i = 0; i < found.length; i++) sorted[starts[keys[i]]++] = found[i];
  return sorted;
};

const sortBackToFront = (found, depths) => {
  let [low, high] = [Infinity, -Infinity];
  for (const depth of depths) [low, high] = [Math.min(low, depth), Math.max(high, depth)];
  const range = Math.max(high - low, 1e-9);
  return sortByKey(found, Uint16Array.from(depths, (depth) => Math.floor(((high - depth) / range) * 65535)), 65535);
};

const countNew = (set, before) => {
  let many = 0;
  for (let i = 0; i < set.length; i++) many += set[i] & ~before[i];
  return many;
};

// Cuts the city at medians along the longer side; returns the GPU of each Gaussian.
const cutByPlace = (city, gpus) => {
  const owners = new Uint8Array(city.count);
  const whole = [city.x, city.y].map((side) => Uint16Array.from(side, (value) => value / city.unit + 32768));
  const cut = (part, first, many) => {
    if (many === 1) return part.forEach((i) => (owners[i] = first));
    const spans = whole.map((side) => {
      let [low, high] = [65535, 0];
      for (const i of part) [low, high] = [Math.min(low, side[i]), Math.max(high, side[i])];
      return high - low;
    });
    const side = whole[+(spans[1] > spans[0])];
    const sorted = sortByKey(part, Uint16Array.from(part, (i) => side[i]), 65535);
    cut(sorted.subarray(0, part.length >> 1), first, many / 2);
    cut(sorted.subarray(part.length >> 1), first + many / 2, many / 2);
  };
  cut(Uint32Array.from({ length: city.count }, (_, i) => i), 0, gpus);
  return owners;
};

const shuffle = (city, gpus) =>
  Uint8Array.from({ length: city.count }, (_, i) => {
    let mixed = Math.imul(i ^ (i >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) % gpus;
  });

// The GPU that holds most of what is in view, and how much of that lies on others.
const countRemote = (found, owners, gpus) => {
  const held = new Uint32Array(gpus);
  for (const i of found) held[owners[i]]++;
  const home = held.indexOf(Math.max(...held));
  return { home, remote: found.length - held[home] };
};

// Where the four edges of a frustum meet the ground or end.
const footprintOf = (city, camera) => {
  const [right, up, forward] = axesOf(camera);
  const slope = Math.tan(city.half);
  return [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([h, v]) => {
    const ray = forward.map((value, axis) => value + slope * (h * right[axis] + v * up[axis]));
    const length = ray[2] < 0 ? Math.min(camera.far, camera.z / -ray[2]) : camera.far;
    return [camera.x + length * ray[0], camera.y + length * ray[1]];
  });
};

// A camera between two, turning the shorter way.
const between = (from, to, part) => {
  const ease = part * part * (3 - 2 * part);
  const turn = ((((to.yaw - from.yaw + Math.PI) % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI)) - Math.PI;
  const mix = (key) => from[key] + ease * (to[key] - from[key]);
  return { ...from, x: mix("x"), y: mix("y"), z: mix("z"), yaw: from.yaw + ease * turn, pitch: mix("pitch") };
};

// A camera that looks at the same place of the ground from another side, height and distance.
const lookFrom = (camera, { turn, tilt, zoom }) => {
  const far = camera.z / Math.sin(camera.pitch);
  const at = axesOf(camera)[2].map((value, axis) => camera["xyz"[axis]] + far * value);
  const moved = { yaw: camera.yaw + turn, pitch: camera.pitch + tilt, far: FARTHEST };
  const [x, y, z] = axesOf(moved)[2].map((value, axis) => at[axis] - far * zoom * value);
  return { x, y, z, ...moved };
};
