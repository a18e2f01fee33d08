// Draws Gaussians as projection.py does, with WebGL 2, or as a still without it. `colors` and `haze` go from 0 to 255.

const LOW_PASS = 0.3; // square pixels
const LEAST = 1 / 255;
const MOST = 0.99;
const WIDE = 512; // texels in a row

const VERTEX = `#version 300 es
precision highp float;
uniform highp sampler2D gaussians, shapes, colors;
uniform mat3 turn;
uniform vec3 eye;
uniform float size, slope;
in uint place;
out vec2 away;
out vec3 conic;
out vec4 paint;
out float bell;
void main() {
  vec4 gaussian = texelFetch(gaussians, ivec2(place % ${WIDE}u, place / ${WIDE}u), 0);
  int shape = int(gaussian.w) >> 8;
  vec4 one = texelFetch(shapes, ivec2(0, shape), 0), two = texelFetch(shapes, ivec2(1, shape), 0);
  mat3 sigma = turn * mat3(one.x, one.y, one.z, one.y, one.w, two.x, one.z, two.x, two.y) * transpose(turn);
  vec3 at = turn * (gaussian.xyz - eye);
  vec2 ray = clamp(at.xy / at.z, -1.3 * slope, 1.3 * slope);
  float scale = size / 2.0 / slope / at.z;
  vec3 rowX = scale * vec3(1, 0, -ray.x), rowY = scale * vec3(0, 1, -ray.y);
  float a = dot(rowX, sigma * rowX) + ${LOW_PASS}, b = dot(rowX, sigma * rowY), c = dot(rowY, sigma * rowY) + ${LOW_PASS};
  conic = vec3(c, -b, a) / (a * c - b * b);
  bell = 2.0 * log(max(two.z * 255.0, 1.0));
  paint = vec4(texelFetch(colors, ivec2(int(gaussian.w) & 255, 0), 0).rgb, two.z);
  away = (vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0) * sqrt(bell * vec2(a, c));
  gl_Position = vec4((at.xy * scale + away) * vec2(2, -2) / size, 0, 1);
}`;

const FRAGMENT = `#version 300 es
precision highp float;
in vec2 away;
in vec3 conic;
in vec4 paint;
in float bell;
out vec4 color;
void main() {
  float power = conic.x * away.x * away.x + 2.0 * conic.y * away.x * away.y + conic.z * away.y * away.y;
  if (power > bell) discard;
  float cover = min(${MOST}, paint.a * exp(-0.5 * power));
  color = vec4(paint.rgb * cover, cover);
}`;

const programOf = (gl) => {
  const program = gl.createProgram();
  for (const [kind, source] of [[gl.VERTEX_SHADER, VERTEX], [gl.FRAGMENT_SHADER, FRAGMENT]]) {
    const shader = gl.createShader(kind);
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) throw new Error(gl.getProgramInfoLog(program));
  return program;
};

const textureOf = (gl, unit, format, kind, type, width, height, values) => {
  gl.activeTexture(gl.TEXTURE0 + unit);
  gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
  gl.texImage2D(gl.TEXTURE_2D, 0, format, width, height, 0, kind, type, values);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
};

// Returns what draws the Gaussians of a list, the farthest first, into a square of `size` device pixels.
const painterOf = (gl, city, haze) => {
  const program = programOf(gl);
  const at = (name) => gl.getUniformLocation(program, name);
  const high = Math.ceil(city.count / WIDE);
  const texels = new Float32Array(WIDE * high * 4);
  for (let i = 0; i < city.count; i++) texels.set([city.x[i], city.y[i], city.z[i], city.shape[i] * 256 + city.color[i]], i * 4);
  textureOf(gl, 0, gl.RGBA32F, gl.RGBA, gl.FLOAT, WIDE, high, texels);
  textureOf(gl, 1, gl.RGBA32F, gl.RGBA, gl.FLOAT, 2, city.shapes.length, new Float32Array(city.shapes.flat()));
  const paints = Uint8Array.from(city.colors.flatMap((color) => [...color, 255]));
  textureOf(gl, 2, gl.RGBA8, gl.RGBA, gl.UNSIGNED_BYTE, city.colors.length, 1, paints);
  gl.useProgram(program);
  ["gaussians", "shapes", "colors"].forEach((name, unit) => gl.uniform1i(at(name), unit));
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  const place = gl.getAttribLocation(program, "place");
  gl.enableVertexAttribArray(place);
  gl.vertexAttribIPointer(place, 1, gl.UNSIGNED_INT, 0, 0);
  gl.vertexAttribDivisor(place, 1);
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  gl.clearColor(...haze.map((value) => value / 255), 1);
  return (sorted, camera, size) => {
    const [right, up, forward] = axesOf(camera);
    gl.viewport(0, 0, size, size);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.uniformMatrix3fv(at("turn"), true, [...right, ...up.map((value) => -value), ...forward]);
    gl.uniform3f(at("eye"), camera.x, camera.y, camera.z);
    gl.uniform1f(at("size"), size);
    gl.uniform1f(at("slope"), Math.tan(city.half));
    gl.bufferData(gl.ARRAY_BUFFER, sorted, gl.DYNAMIC_DRAW);
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, sorted.length);
  };
};

const projectOf = (city, camera, size) => {
  const slope = Math.tan(city.half);
  const [right, up, forward] = axesOf(camera);
  const turn = [right, up.map((value) => -value), forward];
  const clamp = (value) => Math.min(1.3 * slope, Math.max(-1.3 * slope, value));
  return (i) => {
    const away = [city.x[i] - camera.x, city.y[i] - camera.y, city.z[i] - camera.z];
    const [x, y, depth] = turn.map((row) => row[0] * away[0] + row[1] * away[1] + row[2] * away[2]);
    const scale = size / 2 / slope / depth;
    const [xx, xy, xz, yy, yz, zz, opacity] = city.shapes[city.shape[i]];
    const rows = [0, 1].map((axis) => turn[axis].map((value, k) => scale * (value - clamp((axis ? y : x) / depth) * forward[k])));
    const dot = ([a, b, c], [d, e, f]) =>
      xx * a * d + yy * b * e + zz * c * f + xy * (a * e + b * d) + xz * (a * f + c * d) + yz * (b * f + c * e);
    const [a, b, c] = [dot(rows[0], rows[0]) + LOW_PASS, dot(rows[0], rows[1]), dot(rows[1], rows[1]) + LOW_PASS];
    return { x: x * scale + size / 2, y: y * scale + size / 2, a, b, c, opacity };
  };
};

// Returns the same picture without WebGL, as the bytes of an ImageData of `size` pixels a side.
const paintStill = (city, sorted, camera, size, haze) => {
  const picture = Float32Array.from({ length: size * size * 3 }, (_, i) => haze[i % 3]);
  const project = projectOf(city, camera, size);
  for (const i of sorted) {
    const { x, y, a, b, c, opacity } = project(i);
    const [red, green, blue] = city.colors[city.color[i]];
    const bell = 2 * Math.log(Math.max(opacity / LEAST, 1));
    const whole = a * c - b * b;
    const [width, height] = [Math.sqrt(bell * a), Math.sqrt(bell * c)];
    const [left, top] = [Math.max(0, Math.ceil(x - width - 0.5)), Math.max(0, Math.ceil(y - height - 0.5))];
    const [end, foot] = [Math.min(size - 1, x + width - 0.5), Math.min(size - 1, y + height - 0.5)];
    for (let row = top; row <= foot; row++) {
      const dy = row + 0.5 - y;
      for (let column = left; column <= end; column++) {
        const dx = column + 0.5 - x;
        const power = (c * dx * dx - 2 * b * dx * dy + a * dy * dy) / whole;
        if (power > bell) continue;
        const cover = Math.min(MOST, opacity * Math.exp(-0.5 * power));
        const at = (row * size + column) * 3;
        picture[at] += cover * (red - picture[at]);
        picture[at + 1] += cover * (green - picture[at + 1]);
        picture[at + 2] += cover * (blue - picture[at + 2]);
      }
    }
  }
  return Uint8ClampedArray.from({ length: size * size * 4 }, (_, i) => (i % 4 === 3 ? 255 : picture[(i >> 2) * 3 + (i % 4)]));
};
