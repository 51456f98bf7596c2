/**
 * Duranton and Overman's K: 100,000 points with a bin of 1 km on two threads (goal 30 s), and 1,000 draws for an industry of
 * 1,000 plants (goal 2 s on two threads); and the exact kernel density of 300 places x 512 points x 20 years (goal 100 ms), complexity
 * of 300 places x 1,000 industries (goal 1 s).
 *
 * Run: npm run bench -- duranton-overman
 */
import { availableParallelism, cpus } from "node:os";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type * as streams from "../packages/core/src/contract/random.ts";
import type * as densities from "../packages/core/src/convergence/kernel-density.ts";
import type * as complexities from "../packages/core/src/structure/complexity.ts";
import type * as overman from "../packages/core/src/structure/duranton-overman.ts";

// the built files, as they ship: what a test runner rewrites is slower
const built = (path: string) => pathToFileURL(`packages/core/dist/${path}.js`).href;
const load = <T>(path: string): Promise<T> => import(/* @vite-ignore */ built(path));
const { random } = await load<typeof streams>("contract/random");
const { durantonOverman } = await load<typeof overman>("structure/duranton-overman");
const { kernelDensity } = await load<typeof densities>("convergence/kernel-density");
const { complexity } = await load<typeof complexities>("structure/complexity");

const threads = Math.min(2, availableParallelism());
const workers = Array.from(
  { length: threads },
  () =>
    new Worker(
      `import { parentPort } from "node:worker_threads";
       import { countPairs, drawCurves } from ${JSON.stringify(built("structure/pair-histogram"))};
       parentPort.on("message", ({ kernel, job }) => parentPort.postMessage((kernel === "count" ? countPairs : drawCurves)(job)));`,
      { eval: true, execArgv: ["--input-type=module"] },
    ),
);
const run: NonNullable<overman.DurantonOvermanOptions["run"]> = async (kernel, jobs) => {
  const answers: unknown[] = new Array(jobs.length);
  let next = 0;
  const serve = async (worker: Worker): Promise<void> => {
    while (next < jobs.length) {
      const current = next;
      next += 1;
      answers[current] = await new Promise((resolve) => {
        worker.once("message", resolve);
        worker.postMessage({ kernel, job: jobs[current] });
      });
    }
  };
  await Promise.all(workers.map(serve));
  return answers;
};

function plants(n: number, own: number) {
  const draw = random(1, "bench/duranton-overman");
  return {
    sector: Array.from({ length: n }, (_, at) => (at < own ? "a" : "b")),
    lon: Float64Array.from({ length: n }, () => 100 + 20 * draw.uniform()),
    lat: Float64Array.from({ length: n }, () => 22 + 20 * draw.uniform()),
  };
}

async function time(what: string, task: () => unknown, runs = 3): Promise<void> {
  const [times, used]: [number[], number[]] = [[], []];
  for (let at = 0; at < runs; at += 1) {
    const start = performance.now();
    const before = process.cpuUsage();
    await task();
    times.push(performance.now() - start);
    used.push((process.cpuUsage(before).user + process.cpuUsage(before).system) / 1000);
  }
  used.sort((a, b) => a - b);
  times.sort((a, b) => a - b);
  const memory = Math.round(process.memoryUsage().rss / 1e6);
  console.log(
    `${what}: ${(times[times.length >> 1] as number).toFixed(0)} ms, ${(used[used.length >> 1] as number).toFixed(0)} ms of processors (${memory} MB resident)`,
  );
}

console.log(`${cpus()[0]?.model}, ${availableParallelism()} cores, Node ${process.version}`);

const draw = random(2, "bench/values");
const panel = {
  place: Array.from({ length: 6000 }, (_, at) => `p${at % 300}`),
  year: Float64Array.from({ length: 6000 }, (_, at) => 2001 + Math.floor(at / 300)),
  value: Float64Array.from({ length: 6000 }, () => Math.exp(draw.normal())),
};
await time("kernel density, 300 x 512 x 20 years", () => kernelDensity(panel), 9);
await time("the same, Sheather-Jones", () => kernelDensity(panel, { bandwidth: "sj" }));

const slices = [
  {
    year: undefined,
    places: Array.from({ length: 300 }, (_, at) => `p${at}`),
    industries: Array.from({ length: 1000 }, (_, at) => `i${at}`),
    values: Float64Array.from({ length: 300_000 }, () => (draw.uniform() < 0.4 ? 0 : draw.exponential())),
  },
];
await time("complexity, 300 places x 1,000 industries", () => complexity({ slices }));

const thousand = plants(10_000, 1000);
// the others are of industries with too few plants to be tested, so that one is
const others = thousand.sector.map((name, at) => (name === "b" ? `b${at % 2000}` : name));
await time("1,000 draws for n = 1,000 of 10,000 sites, two threads, with both histograms", () =>
  durantonOverman({ ...thousand, sector: others }, { draws: 1000, bin: 1, run }),
);
const many = plants(100_000, 100_000);
await time(
  "100,000 points, bin of 1 km, two threads",
  () => durantonOverman(many, { draws: 0, bin: 1, cutoff: 1000, run }),
  1,
);
for (const worker of workers) await worker.terminate();
