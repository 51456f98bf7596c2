/**
 * Sensitivity of ranks on 293 places x 60 indicators: 12 choices, 1,000 base samples, so 14,000 rankings, with intervals
 * and the indices of every place. Goal: 3 s on one thread.
 *
 * Run: npm run bench -- sobol
 */
import { availableParallelism, cpus } from "node:os";
import { pathToFileURL } from "node:url";
import type * as recipes from "../packages/core/src/composite/recipe.ts";
import type * as methods from "../packages/core/src/composite/sobol.ts";
import type * as streams from "../packages/core/src/contract/random.ts";

// the built files, as they ship: what a test runner rewrites is slower
const built = (path: string) => pathToFileURL(`packages/core/dist/${path}.js`).href;
const load = <T>(path: string): Promise<T> => import(/* @vite-ignore */ built(path));
const { random } = await load<typeof streams>("contract/random");
const { makeRecipe } = await load<typeof recipes>("composite/recipe");
const { sobol } = await load<typeof methods>("composite/sobol");

const [places, indicators, aspects] = [293, 60, 8];

function sample(gaps: number) {
  const draw = random(1, "bench/sobol");
  const recipe = makeRecipe({
    nodes: Array.from({ length: aspects }, (_, at) => ({ id: `aspect${at}`, weight: 1 + (at % 2) })),
    indicators: Array.from({ length: indicators }, (_, at) => ({ id: `x${at}`, node: `aspect${at % aspects}` })),
  });
  const size = Float64Array.from({ length: places }, () => draw.normal());
  const data = {
    place: Array.from({ length: places }, (_, row) => `p${row}`),
    indicators: Array.from({ length: indicators }, (_, at) => ({
      name: `x${at}`,
      unit: "1",
      values: Float64Array.from({ length: places }, (_, row) =>
        draw.uniform() < gaps ? Number.NaN : (size[row] as number) + 2 * draw.normal(),
      ),
    })),
  };
  return { recipe, data };
}

console.log(`${cpus()[0]?.model}, ${availableParallelism()} cores, Node ${process.version}`);
for (const [what, gaps] of [
  ["complete", 0],
  ["5 % gaps", 0.05],
] as const) {
  const { recipe, data } = sample(gaps);
  const times: number[] = [];
  let told = "";
  for (let run = 0; run < 5; run += 1) {
    const start = performance.now();
    const { indices, runs } = sobol(data, { recipe, samples: 1000 });
    times.push(performance.now() - start);
    told = `d = ${indices.length}, ${runs} rankings`;
  }
  times.sort((a, b) => a - b);
  console.log(`${what}, ${told}, one thread: ${(times[2] as number).toFixed(0)} ms`);
}
