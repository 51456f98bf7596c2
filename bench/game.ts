/**
 * Splits and games: Shapley values of a value array exactly and of 41 parties by sampling, the nucleolus by rows that come as they are
 * broken, a portrait of replicator dynamics. Goals: exact 50 ms for 20 parties and 5 s for 25 (base R .51 s for 20); 41 parties to 1 %
 * of the surplus in 1 s; 200 paths in 300 ms.
 *
 * Run: npm run bench -- game
 */
import { random } from "../packages/core/src/contract/random.ts";
import { solve } from "../packages/core/src/contract/solve.ts";
import { evolutionary } from "../packages/core/src/game/evolutionary.ts";
import { templateGame, templateSchema } from "../packages/core/src/game/evolutionary-templates.ts";
import { nucleolus } from "../packages/core/src/game/nucleolus.ts";
import { dynamicsOf } from "../packages/core/src/game/replicator.ts";
import { lattice, pathFrom } from "../packages/core/src/game/replicator-paths.ts";
import { restPoints } from "../packages/core/src/game/rest-points.ts";
import { shapley } from "../packages/core/src/game/shapley.ts";
import { shapleyValues } from "../packages/core/src/game/shapley-values.ts";

const draw = random(1, "bench/game");
const names = (n: number) => Array.from({ length: n }, (_, at) => `p${String(at).padStart(2, "0")}`);

async function told(what: string, run: () => unknown): Promise<void> {
  const [before, start] = [process.cpuUsage(), performance.now()];
  await run();
  const processor = (process.cpuUsage(before).user / 1e3).toFixed(0);
  console.log(`${what}: ${(performance.now() - start).toFixed(0)} ms, ${processor} ms of processor time`);
}

for (const n of [20, 20, 25]) {
  const values = Float64Array.from({ length: 2 ** n }, (_, mask) => (mask === 0 ? 0 : draw.uniform()));
  await told(`Shapley, all coalitions of ${n} parties`, () => shapleyValues(values, n));
}

const claims = names(41).map((_, at) => 3 + ((at * 17) % 41));
const estate = claims.reduce((sum, each) => sum + each, 0) / 2;
await told("Shapley, 41 parties, 200 draws in all rotations", () => {
  const { shares } = shapley(
    { parties: { place: names(41), value: claims } },
    { form: "bankruptcy", estate },
    random(1, "41"),
  );
  const widest = Math.max(...shares.map(({ low, high }) => ((high as number) - (low as number)) / 2));
  console.log(`  widest half interval: ${((100 * widest) / estate).toFixed(2)} % of the surplus`);
});

await nucleolus({ parties: { place: names(3), value: [1, 2, 3] } }, { form: "bankruptcy", estate: 3 }, solve);
for (const n of [12, 20]) {
  const own = claims.slice(0, n);
  const part = 0.4 * own.reduce((sum, each) => sum + each, 0);
  await told(`nucleolus, ${n} parties, held to Kohlberg's test`, () =>
    nucleolus({ parties: { place: names(n), value: own } }, { form: "bankruptcy", estate: part }, solve),
  );
}

const template = templateSchema.parse({
  template: "coordinator",
  benefits: [10, 12],
  costs: [6, 8],
  temptations: [7, 9],
  fund: 1,
  fine: 4,
  inspection: 3,
  blame: 6,
});
const dynamics = dynamicsOf(templateGame(template));
const { points } = restPoints(dynamics);
const stable = points.filter(({ stability }) => stability === "stable");
const starts = Array.from({ length: 200 }, () => [draw.uniform(), draw.uniform(), draw.uniform()]);
for (const run of ["first", "again"]) {
  await told(`replicator portrait, three parties, 200 paths, ${run}`, () =>
    starts.map((start) => pathFrom(dynamics, start, stable)),
  );
}
const pennies = dynamicsOf({
  players: [],
  payoffs: [Float64Array.from([1, -1, -1, 1]), Float64Array.from([-1, 1, 1, -1])],
});
await told("the same round a centre, two parties, 196 paths", () =>
  lattice(2, 200).map((start) => pathFrom(pennies, start, [])),
);
await told("the whole method: rest points, basins of 343 starts, 100 steps of a parameter with thresholds", () =>
  evolutionary({ template }, { vary: { parameter: "fine", from: 0, to: 10 } }),
);
