/**
 * Rank uncertainty on 293 places x 60 indicators, five pairs of normalisation and aggregation, weights within a quarter.
 * Goals on two cores: 250 draws under 15 ms (a slider), 10,000 draws under .4 s, and under 5 s for 20 years.
 *
 * Run: npm run bench -- rank-uncertainty
 */
import { availableParallelism, cpus } from "node:os";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type * as choices from "../packages/core/src/composite/rank-choices.ts";
import type * as kernels from "../packages/core/src/composite/rank-draws.ts";
import type * as plans from "../packages/core/src/composite/rank-plan.ts";
import type * as summaries from "../packages/core/src/composite/rank-summary.ts";
import type * as recipes from "../packages/core/src/composite/recipe.ts";
import type * as streams from "../packages/core/src/contract/random.ts";

// the built files, as they ship: what a test runner rewrites is slower
const built = (path: string) => pathToFileURL(`packages/core/dist/${path}.js`).href;
const load = <T>(path: string): Promise<T> => import(/* @vite-ignore */ built(path));
const { random } = await load<typeof streams>("contract/random");
const { makeRecipe } = await load<typeof recipes>("composite/recipe");
const { planDraws } = await load<typeof plans>("composite/rank-plan");
const { drawRanks } = await load<typeof kernels>("composite/rank-draws");
const { summariseRanks } = await load<typeof summaries>("composite/rank-summary");

const [places, indicators, aspects, part] = [293, 60, 5, 500];
const declared: choices.DeclaredDraws = {
  weights: "uniform-25",
  normalisations: ["min-max", "z-score", "rank"],
  aggregations: ["arithmetic", "geometric"],
  leaveOneOut: false,
};

function sample(years: number, gaps: number) {
  const draw = random(1, "bench/rank-uncertainty");
  const rows = places * years;
  const size = Float64Array.from({ length: places }, () => draw.normal());
  const recipe = makeRecipe({
    nodes: Array.from({ length: aspects }, (_, at) => ({ id: `aspect${at}` })),
    indicators: Array.from({ length: indicators }, (_, at) => ({ id: `x${at}`, node: `aspect${at % aspects}` })),
  });
  const data = {
    place: Array.from({ length: rows }, (_, row) => `p${Math.floor(row / years)}`),
    year: Float64Array.from({ length: rows }, (_, row) => 2000 + (row % years)),
    indicators: Array.from({ length: indicators }, (_, at) => ({
      name: `x${at}`,
      unit: "1",
      values: Float64Array.from({ length: rows }, (_, row) =>
        draw.uniform() < gaps ? Number.NaN : (size[Math.floor(row / years)] as number) + 2 * draw.normal(),
      ),
    })),
  };
  return { recipe, data };
}

type Map = (jobs: kernels.DrawJob[]) => Promise<Uint16Array[]>;
const alone: Map = async (jobs) => jobs.map(drawRanks);

const workers = Array.from(
  { length: Math.min(2, availableParallelism()) },
  () =>
    new Worker(
      `import { parentPort } from "node:worker_threads";
       import { drawRanks } from ${JSON.stringify(built("composite/rank-draws"))};
       parentPort.on("message", (job) => parentPort.postMessage(drawRanks(job)));`,
      { eval: true, execArgv: ["--input-type=module"] },
    ),
);
const shared: Map = (jobs) => {
  const answers: Uint16Array[] = new Array(jobs.length);
  let next = 0;
  const serve = (worker: Worker): Promise<void> =>
    new Promise((resolve) => {
      let current = -1;
      const send = () => {
        current = next;
        next += 1;
        if (current >= jobs.length) resolve();
        else worker.once("message", receive).postMessage(jobs[current]);
      };
      const receive = (answer: Uint16Array) => {
        answers[current] = answer;
        send();
      };
      send();
    });
  return Promise.all(workers.map(serve)).then(() => answers);
};

async function time(what: string, draws: number, years: number, gaps: number, map: Map, runs: number): Promise<void> {
  const { recipe, data } = sample(years, gaps);
  const steps = { plan: [] as number[], draws: [] as number[], summary: [] as number[], all: [] as number[] };
  const used: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const before = process.cpuUsage();
    const start = performance.now();
    const planned = planDraws(recipe, data, declared);
    const afterPlan = performance.now();
    const jobs = Array.from({ length: Math.ceil(draws / part) }, (_, at) => ({
      plan: planned.plan,
      seed: at,
      draws: Math.min(part, draws - at * part),
    }));
    const answers = await map(jobs);
    const afterDraws = performance.now();
    summariseRanks(
      planned,
      data.place,
      answers.map((ranks, at) => ({ ranks, draws: jobs[at].draws })),
    );
    const end = performance.now();
    steps.plan.push(afterPlan - start);
    steps.draws.push(afterDraws - afterPlan);
    steps.summary.push(end - afterDraws);
    steps.all.push(end - start);
    const { user, system } = process.cpuUsage(before);
    used.push((user + system) / 1000);
  }
  const median = (times: number[]) => (times.sort((a, b) => a - b)[times.length >> 1] as number).toFixed(1);
  const told = Object.entries(steps).map(([step, times]) => `${step} ${median(times)}`);
  const quietest = (steps.all[0] as number).toFixed(1);
  console.log(`${what}: ${told.join(", ")} ms; at its quietest ${quietest} ms; ${median(used)} ms of processors`);
}

console.log(`${cpus()[0]?.model}, ${availableParallelism()} cores, Node ${process.version}`);
await time("250 draws, 1 year, one thread", 250, 1, 0, alone, 41);
await time("10,000 draws, 1 year, one thread", 10_000, 1, 0, alone, 7);
await time("10,000 draws, 1 year, two workers", 10_000, 1, 0, shared, 7);
await time("10,000 draws, 1 year, 5 % gaps, two workers", 10_000, 1, 0.05, shared, 5);
await time("10,000 draws, 20 years, two workers", 10_000, 20, 0, shared, 3);
await Promise.all(workers.map((worker) => worker.terminate()));
