// The model of splatting.py in the browser: the same formulas, the same names; tests/research/test_fit.py compares them.
// Gaussians are a Float64Array with six numbers each: center x and y, log of two radii, angle, logit of the opacity.

const OPAQUE = 0.995;
const RATES = [0.3, 0.3, 0.06, 0.06, 0.1, 0.15];
// Beyond this exponent a Gaussian is below a ten-millionth of its height: pixels there are left out, which makes it fast.
const NOTHING = 16;

const inkOf = (target) => target.reduce((sum, ink) => sum + ink, 0);
const firstRadius = (target, size, count) =>
  Math.log(Math.min(size / 8, Math.max(0.5, Math.sqrt(inkOf(target) / count / Math.PI))));
const psnrOf = (loss, pixels) => -10 * Math.log10((2 * loss) / pixels);

// A descent: `forward` draws the picture and gives the loss, `backward` its gradient, `step` follows it.
class Descent {
  constructor(target, size, gaussians, steps) {
    Object.assign(this, { target, size, gaussians, steps, count: gaussians.length / 6 });
    this.light = new Float64Array(size * size); // what no Gaussian covers
    this.gradient = new Float64Array(gaussians.length);
    this.bells = new Float64Array(this.count * size * size); // their heights, as many as there turn out to be
    this.rows = new Int32Array(2 * this.count); // the rows that a Gaussian reaches, and from where to where in each
    this.spans = new Int32Array(2 * this.count * size);
    this.mean = new Float64Array(gaussians.length);
    this.square = new Float64Array(gaussians.length);
    this.taken = this.begun = 0;
    this.loss = this.forward();
  }

  // Begins with long steps again, such as after a Gaussian was moved.
  again() {
    this.begun = this.taken;
    this.loss = this.forward();
  }

  get isDone() {
    return this.taken - this.begun >= this.steps;
  }

  // The entries a, b, c of the inverse covariance of a Gaussian; `fine` are the pixels drawn for one of the model's.
  conic(at, fine = 1) {
    const { gaussians } = this;
    const x = Math.exp(-2 * gaussians[at + 2]) / fine ** 2;
    const y = Math.exp(-2 * gaussians[at + 3]) / fine ** 2;
    const cos = Math.cos(gaussians[at + 4]);
    const sin = Math.sin(gaussians[at + 4]);
    return { x, y, cos, sin, a: x * cos * cos + y * sin * sin, b: (x - y) * sin * cos, c: x * sin * sin + y * cos * cos };
  }

  opacity(at) {
    return 1 / (1 + Math.exp(-this.gaussians[at + 5]));
  }

  forward() {
    const { gaussians, light, size, target, bells, rows, spans } = this;
    light.fill(1);
    let kept = 0;
    for (let n = 0; n < this.count; n++) {
      const at = 6 * n;
      const { x, y, a, b, c } = this.conic(at);
      const [cx, cy] = [gaussians[at], gaussians[at + 1]];
      const high = Math.sqrt((2 * NOTHING * a) / (x * y));
      const top = Math.max(0, Math.floor(cy - high));
      const bottom = Math.min(size, Math.ceil(cy + high));
      const strength = OPAQUE * this.opacity(at);
      const ratio = Math.exp(-a); // from one pixel to the next the quotient of heights changes by it
      rows.set([top, bottom], 2 * n);
      for (let row = top; row < bottom; row++) {
        const dy = row + 0.5 - cy;
        const middle = cx - (b / a) * dy; // where a row is highest
        const wide = Math.sqrt(Math.max(0, 2 * NOTHING - ((x * y) / a) * dy * dy) / a);
        const left = Math.max(0, Math.floor(middle - wide));
        const right = Math.max(left, Math.min(size, Math.ceil(middle + wide)));
        spans[2 * (n * size + row)] = left;
        spans[2 * (n * size + row) + 1] = right;
        const dx = left + 0.5 - cx;
        let bell = Math.exp(-0.5 * ((a * dx + 2 * b * dy) * dx + c * dy * dy));
        let growth = Math.exp(-a * (dx + 0.5) - b * dy);
        for (let pixel = row * size + left; pixel < row * size + right; pixel++) {
          bells[kept++] = bell;
          light[pixel] *= 1 - strength * bell;
          bell *= growth;
          growth *= ratio;
        }
      }
    }
    let loss = 0;
    for (let pixel = 0; pixel < light.length; pixel++) loss += (1 - light[pixel] - target[pixel]) ** 2;
    return loss / 2;
  }

  backward() {
    const { gaussians, gradient, light, size, target, bells, rows, spans } = this;
    let kept = 0;
    for (let n = 0; n < this.count; n++) {
      const at = 6 * n;
      const { x, y, cos, sin, a, b, c } = this.conic(at);
      const opacity = this.opacity(at);
      let [byX, byY, byA, byB, byC, byHeight] = [0, 0, 0, 0, 0, 0];
      for (let row = rows[2 * n]; row < rows[2 * n + 1]; row++) {
        const dy = row + 0.5 - gaussians[at + 1];
        const span = 2 * (n * size + row);
        for (let column = spans[span]; column < spans[span + 1]; column++) {
          const dx = column + 0.5 - gaussians[at];
          const pixel = row * size + column;
          const bell = bells[kept++];
          const cover = OPAQUE * opacity * bell;
          const byCover = ((1 - light[pixel] - target[pixel]) * light[pixel]) / (1 - cover);
          const byExponent = byCover * cover;
          byX += byExponent * dx;
          byY += byExponent * dy;
          byA -= 0.5 * byExponent * dx * dx;
          byB -= byExponent * dx * dy;
          byC -= 0.5 * byExponent * dy * dy;
          byHeight += byCover * bell;
        }
      }
      gradient[at] = a * byX + b * byY;
      gradient[at + 1] = b * byX + c * byY;
      gradient[at + 2] = -2 * x * (byA * cos * cos + byB * sin * cos + byC * sin * sin);
      gradient[at + 3] = -2 * y * (byA * sin * sin - byB * sin * cos + byC * cos * cos);
      gradient[at + 4] = (x - y) * ((byC - byA) * 2 * sin * cos + byB * (cos * cos - sin * sin));
      gradient[at + 5] = byHeight * OPAQUE * opacity * (1 - opacity);
    }
  }

  // Takes a step of Adam; `held` is a Gaussian that stays where it is.
  step(held = -1) {
    const { gaussians, gradient, mean, square, size } = this;
    this.backward();
    const step = ++this.taken;
    const rate = 1 - (0.9 * Math.min(step - this.begun, this.steps)) / this.steps;
    const [first, second] = [1 - 0.9 ** step, 1 - 0.99 ** step];
    for (let i = 0; i < gaussians.length; i++) {
      mean[i] = 0.9 * mean[i] + 0.1 * gradient[i];
      square[i] = 0.99 * square[i] + 0.01 * gradient[i] ** 2;
      if (Math.floor(i / 6) === held) continue;
      gaussians[i] -= (RATES[i % 6] * rate * (mean[i] / first)) / (Math.sqrt(square[i] / second) + 1e-12);
      if (i % 6 === 2 || i % 6 === 3) {
        gaussians[i] = Math.min(Math.log(size / 3), Math.max(Math.log(0.35), gaussians[i]));
      }
    }
    this.loss = this.forward();
  }
}
