/** Coefficients of a + b u + c v + d u v. */
interface Bilinear {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/**
 * Where all three players mix and none has an advantage: three equations, each linear in the shares of the two others. Two of them give
 * the shares of the first two by the third's, and the last one is then a quadratic in it: up to two points. Where one of them
 * cannot be solved so, it is tried with another of the three; where none can, the points are a line or a surface, if there are any.
 */
export function interiorPoints(advantage: readonly Float64Array[], least: number): number[][] | "line" {
  const found: number[][] = [];
  let isOpen = false;
  for (const third of [2, 1, 0]) {
    const [first, second] = [0, 1, 2].filter((player) => player !== third);
    const by = (player: number, u: number, v: number): Bilinear => {
      const own = advantage[player];
      return { a: own[0], b: own[1 << u], c: own[1 << v], d: own[(1 << u) | (1 << v)] };
    };
    const solved = byThird(by(first, second, third), by(second, first, third), by(third, first, second), least);
    if (solved === "open") isOpen = true;
    else {
      for (const [u, v, w] of solved) {
        const shares = [0, 0, 0];
        [shares[first], shares[second], shares[third]] = [u, v, w];
        if (!found.some((other) => shares.every((share, at) => Math.abs(share - other[at]) < alike)))
          found.push(shares);
      }
    }
  }
  const inside = found.filter((shares) => shares.every((share) => share > 0 && share < 1));
  if (inside.length === 0 && isOpen) return crosses(advantage) ? "line" : [];
  return inside.sort((a, b) => a[2] - b[2] || a[1] - b[1] || a[0] - b[0]);
}

/** Two answers nearer than this are one, found twice. */
const alike = 1e-7;

/** Solutions (u, v, w) of f(v, w) = g(u, w) = h(u, v) = 0, where they are isolated. */
function byThird(f: Bilinear, g: Bilinear, h: Bilinear, least: number): number[][] | "open" {
  // v = -(f.a + f.c w) / (f.b + f.d w), u = -(g.a + g.c w) / (g.b + g.d w), put into h and multiplied out
  const [nv, dv] = [
    [-f.a, -f.c],
    [f.b, f.d],
  ];
  const [nu, du] = [
    [-g.a, -g.c],
    [g.b, g.d],
  ];
  const quadratic = [0, 0, 0];
  for (const [times, p, q] of [
    [h.a, du, dv],
    [h.b, nu, dv],
    [h.c, du, nv],
    [h.d, nu, nv],
  ] as const) {
    quadratic[0] += times * p[0] * q[0];
    quadratic[1] += times * (p[0] * q[1] + p[1] * q[0]);
    quadratic[2] += times * p[1] * q[1];
  }
  const size = (row: readonly number[]) => Math.max(...row.map(Math.abs));
  const negligible = 1e-12 * size([h.a, h.b, h.c, h.d]) * size([...nu, ...du]) * size([...nv, ...dv]);
  if (size(quadratic) <= negligible) return "open";
  const answers: number[][] = [];
  for (const w of roots(quadratic, negligible)) {
    const [below, beside] = [du[0] + du[1] * w, dv[0] + dv[1] * w];
    const isHeld = (value: number) => Math.abs(value) <= nearly(least);
    let u = Math.abs(below) > nearly(least) ? (nu[0] + nu[1] * w) / below : Number.NaN;
    let v = Math.abs(beside) > nearly(least) ? (nv[0] + nv[1] * w) / beside : Number.NaN;
    if (Number.isNaN(u) && !isHeld(nu[0] + nu[1] * w)) continue;
    if (Number.isNaN(v) && !isHeld(nv[0] + nv[1] * w)) continue;
    if (Number.isNaN(u) && Number.isNaN(v)) return "open";
    if (Number.isNaN(u)) u = -(h.a + h.c * v) / (h.b + h.d * v);
    if (Number.isNaN(v)) v = -(h.a + h.b * u) / (h.c + h.d * u);
    if (Number.isFinite(u) && Number.isFinite(v)) answers.push([u, v, w]);
  }
  return answers;
}

/** Roots of a quadratic carry half the digits. */
const nearly = (least: number) => 1e4 * least;

function roots([c, b, a]: readonly number[], least: number): number[] {
  if (Math.abs(a) <= least) return Math.abs(b) <= least ? [] : [-c / b];
  const inner = b * b - 4 * a * c;
  if (inner < 0) return inner < -1e-14 * b * b ? [] : [-b / (2 * a)];
  // without taking the difference of two that are nearly alike
  const sum = -(b + (b < 0 ? -1 : 1) * Math.sqrt(inner)) / 2;
  return sum === 0 ? [0] : [...new Set([sum / a, c / sum])];
}

/** Whether each advantage takes both signs, or none, in the cube: else no point of rest is inside. */
function crosses(advantage: readonly Float64Array[]): boolean {
  return advantage.every((own, player) => {
    const corners = Array.from({ length: 8 }, (_, corner) =>
      own.reduce((sum, value, bits) => (bits & (1 << player) || (bits & corner) !== bits ? sum : sum + value), 0),
    );
    return Math.min(...corners) < 0 ? Math.max(...corners) > 0 : Math.max(...corners) <= 0;
  });
}
