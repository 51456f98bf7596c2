/**
 * Effects of a policy: group-time effects of a small and a large panel, and a regression on a million rows with three fixed
 * effects. Goals: 50 ms a configuration of 500 places x 5 years; 10 s for 3,000 x 20 with 1,000 draws of the band; a million
 * rows within twice what fixest takes.
 *
 * Run: npm run bench -- effects
 */
import { fixedEffects } from "../packages/core/src/causal/fixed-effects.ts";
import { groupTimeAtt } from "../packages/core/src/causal/group-time-att.ts";
import { random } from "../packages/core/src/contract/random.ts";

const draw = random(1, "bench/effects");

/** Places treated in one of the years after the second, or never. */
function panel(places: number, years: number) {
  const rows = Array.from({ length: places }, (_, at) => {
    const first = at % 3 === 0 ? 0 : 3 + (at % (years - 2));
    const level = draw.normal();
    return Array.from({ length: years }, (_, step) => ({
      place: `p${at}`,
      year: step + 1,
      first,
      size: level,
      outcome: level + 0.1 * step + (first > 0 && step + 1 >= first ? 0.3 : 0) + draw.normal(),
    }));
  }).flat();
  return {
    place: rows.map(({ place }) => place),
    year: rows.map(({ year }) => year),
    outcome: rows.map(({ outcome }) => outcome),
    first: rows.map(({ first }) => first),
    covariates: [{ name: "size", unit: "1", values: Float64Array.from(rows, ({ size }) => size) }],
  };
}

function told(what: string, run: () => unknown): void {
  const [before, start] = [process.cpuUsage(), performance.now()];
  run();
  const processor = (process.cpuUsage(before).user / 1e3).toFixed(0);
  console.log(`${what}: ${(performance.now() - start).toFixed(0)} ms, ${processor} ms of processor time`);
}

const small = panel(500, 5);
groupTimeAtt(small, { draws: 0 });
for (const adjustment of ["regression", "weighting", "doubly-robust"] as const) {
  told(`group-time effects, 500 x 5, one covariate, ${adjustment}`, () =>
    groupTimeAtt(small, { adjustment, draws: 0 }),
  );
}
const large = panel(3000, 20);
told("group-time effects, 3,000 x 20, 1,000 draws of the band", () => groupTimeAtt(large, { draws: 1000 }));

const rows = 1_000_000;
const levels = [50_000, 1000, 100].map((count) =>
  Array.from({ length: rows }, (_, row) => String(row < count ? row : draw.integer(count))),
);
const columns = ["x", "z"].map((name) => ({
  name,
  unit: "1",
  values: Float64Array.from({ length: rows }, () => draw.normal()),
}));
const outcome = columns[0].values.map((each) => 0.5 * each + draw.normal());
const year = Float64Array.from(levels[2], Number);
told("1,000,000 rows, three fixed effects, two columns, errors by 50,000 places", () =>
  fixedEffects({ place: levels[0], year, outcome, regressors: columns, factors: [{ name: "f", values: levels[1] }] }),
);
