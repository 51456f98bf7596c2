/**
 * Methods whose answer grows with the square of the places: neighbours, gravity, peers, similarity, with their tables. Times
 * are of the processor. Goal: seconds at 3,000 places (1,000 where places are put in order), memory by the figure.
 *
 * Run: npm run bench -- many-places
 */
import { random } from "../packages/core/src/contract/random.ts";
import { peers } from "../packages/core/src/hierarchy/peers.ts";
import { peersTables } from "../packages/core/src/hierarchy/peers-tables.ts";
import { gravity } from "../packages/core/src/network/gravity.ts";
import { gravityFindings } from "../packages/core/src/network/gravity-findings.ts";
import { gravityTables } from "../packages/core/src/network/gravity-tables.ts";
import { weights } from "../packages/core/src/spatial/weights.ts";
import { arrange } from "../packages/core/src/structure/arrange.ts";
import { similarity } from "../packages/core/src/structure/similarity.ts";
import { similarityTables } from "../packages/core/src/structure/similarity-tables.ts";

const draw = random(1, "bench/many-places");
const named = (n: number, letter: string) =>
  Array.from({ length: n }, (_, at) => `${letter}${String(at).padStart(4, "0")}`);
const drawn = (n: number, value: () => number) => Float64Array.from({ length: n }, value);

function told<Result>(what: string, run: () => Result): Result {
  const before = process.cpuUsage();
  const result = run();
  const milliseconds = (process.cpuUsage(before).user / 1e3).toFixed(0).padStart(6);
  console.log(`${what}: ${milliseconds} ms, ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB in use`);
  return result;
}

const place = named(3000, "p");
const [lon, lat] = [drawn(3000, () => 80 + 40 * draw.uniform()), drawn(3000, () => 20 + 25 * draw.uniform())];
told("3,000 places: the 4 nearest", () => weights({ place, lon, lat }, { k: 4 }));
told("3,000 places: within the smallest band", () => weights({ place, lon, lat }, { kind: "distance" }));
told("3,000 places: inverse distances of all pairs", () => weights({ place, lon, lat }, { kind: "inverse-distance" }));
told("3,000 places: gravity, tables, findings", () => {
  const found = gravity({ place, mass: drawn(3000, () => draw.exponential()), lon, lat }, { topology: "mean" });
  return [gravityTables(found, { mass: "yuan", far: "km" }, 2).length, gravityFindings(found).length];
});

const thousand = named(1000, "p");
const indicators = named(10, "x").map((name) => ({ name, unit: "1", values: drawn(1000, () => draw.normal()) }));
told("1,000 places x 10 indicators: peers, tables", () => {
  return peersTables(peers({ place: thousand, indicators }), indicators).length;
});
told("1,000 places x 60 industries: similarity, tables", () => {
  const values = drawn(60_000, () => Math.exp(draw.normal()));
  const slice = { year: undefined, places: thousand, industries: named(60, "x"), values };
  return similarityTables(similarity({ slices: [slice] }), {}).length;
});
const likeness = drawn(1_000_000, () => 0);
for (let i = 0; i < 1000; i += 1) {
  for (let j = 0; j <= i; j += 1) {
    const square = indicators.reduce(
      (sum, { values }) => sum + ((values[i] as number) - (values[j] as number)) ** 2,
      0,
    );
    likeness[i * 1000 + j] = 1 / (1 + Math.sqrt(square / 10));
    likeness[j * 1000 + i] = likeness[i * 1000 + j] as number;
  }
}
told("1,000 places: linkage and leaf order", () => arrange(likeness, 1000, "median"));
