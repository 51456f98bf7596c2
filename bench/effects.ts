/**
 * Effects of a policy, beside the peers' measured times. Goals: synthetic control of the Basque country with nested weights 1 s, its
 * 16 placebos 10 s; synthetic difference in differences with 200 placebos 2 s; group-time effects of 500 places x 5 years 50 ms a
 * configuration, of 3,000 x 20 with 1,000 draws of the band 10 s; a million rows with three fixed effects within twice fixest.
 * Basque and Californian figures where CONURB_GOLDENS has them, made-up ones of the same size where not.
 *
 * Run: npm run bench -- effects
 */
import { fixedEffects } from "../packages/core/src/causal/fixed-effects.ts";
import { groupTimeAtt } from "../packages/core/src/causal/group-time-att.ts";
import { spatialDid } from "../packages/core/src/causal/spatial-did.ts";
import { syntheticDid } from "../packages/core/src/causal/synthetic-did.ts";
import { twinOf } from "../packages/core/src/causal/synthetic-placebos.ts";
import { type SyntheticControlInput, syntheticUnits } from "../packages/core/src/causal/synthetic-units.ts";
import { random } from "../packages/core/src/contract/random.ts";
import { britishOutput } from "../packages/core/test/british-output.ts";
import { goldenCsv, haveGoldens } from "../packages/core/test/golden.ts";

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

/** Places x years of which the last is treated from `start` on, with means that hang together. */
function madeUp(places: number, years: number, start: number, predictors: number): SyntheticControlInput {
  const cycle = Array.from({ length: years }, () => draw.normal());
  const rows = Array.from({ length: places }, (_, at) => {
    const [level, loading] = [draw.normal(), draw.uniform()];
    return Array.from({ length: years }, (_year, step) => ({
      place: `p${String(at).padStart(2, "0")}`,
      year: 1955 + step,
      outcome: level + loading * cycle.slice(0, step + 1).reduce((sum, each) => sum + each, 0) + 0.1 * draw.normal(),
      treated: at === places - 1 && step >= start ? 1 : 0,
      level,
      loading,
    }));
  }).flat();
  return {
    place: rows.map(({ place }) => place),
    year: rows.map(({ year }) => year),
    outcome: rows.map(({ outcome }) => outcome),
    treated: rows.map(({ treated }) => treated),
    predictors: Array.from({ length: predictors }, (_, k) => ({
      name: `x${k}`,
      unit: "1",
      values: Float64Array.from(
        rows,
        ({ level, loading }) => level * Math.cos(k) + loading * Math.sin(k) + 0.1 * draw.normal(),
      ),
    })),
  };
}

function basque(): SyntheticControlInput {
  if (!haveGoldens) return madeUp(17, 43, 15, 13);
  const rows = goldenCsv("synth_basque/input.csv").filter(({ regionno }) => regionno !== "1"); // 1 is Spain
  const names = Object.keys(rows[0] ?? {}).filter(
    (name) => !["regionno", "regionname", "year", "gdpcap"].includes(name),
  );
  const figures = (name: string) =>
    Float64Array.from(rows, (row) => (row[name] === "NA" ? Number.NaN : Number(row[name])));
  return {
    place: rows.map(({ regionno }) => regionno as string),
    year: figures("year"),
    outcome: figures("gdpcap"),
    treated: rows.map(({ regionno, year }) => (regionno === "17" && Number(year) >= 1970 ? 1 : 0)),
    predictors: names.map((name) => ({ name, unit: "1", values: figures(name) })),
  };
}

function california(): SyntheticControlInput {
  if (!haveGoldens) return madeUp(39, 31, 19, 0);
  const rows = goldenCsv("synthdid_prop99/input.csv");
  return {
    place: rows.map(({ State }) => State as string),
    year: rows.map(({ Year }) => Number(Year)),
    outcome: rows.map(({ PacksPerCapita }) => Number(PacksPerCapita)),
    treated: rows.map(({ treated }) => Number(treated)),
  };
}

const figures = haveGoldens ? "" : " (made-up figures of the same size)";
const { treated, donors, span } = syntheticUnits("bench", basque(), 1960);
told(`synthetic control, Basque country, nested weights${figures}`, () => twinOf(treated[0], donors, span, undefined));
told(`its 16 placebos${figures}`, () => {
  for (const [at, unit] of donors.entries()) twinOf(unit, donors.toSpliced(at, 1), span, undefined);
});
told(`synthetic difference in differences, California, three estimators${figures}`, () =>
  syntheticDid(california(), { draws: 0 }),
);
told(`the same with 200 placebos${figures}`, () => syntheticDid(california(), { draws: 200 }));

const british = britishOutput();
const adopters: Readonly<Record<string, number>> = { TLD3: 2011, TLG3: 2017 };
const first = british.place.map((place) => adopters[place] ?? 0);
told("effects by distance, 41 regions x 24 years, 199 adoptions dealt out anew", () =>
  spatialDid({ ...british, first }, { rings: [60, 120], draws: 199 }),
);

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
