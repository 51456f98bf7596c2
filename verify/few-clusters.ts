/**
 * Errors by clusters where few are treated: 40 places over 4 years without any effect, of which 1, 2, 3, 5 or 10 are treated in the last
 * two; errors of a place hang together (autoregressive, .5). How often tests at 5 % find an effect is known to be too much, most of all
 * with one treated, whose errors the estimators withhold: those of the regression are therefore computed past the rule there. Without
 * covariates the interaction-weighted effect is the event study's. The warnings of `cluster-rule` say these figures.
 */
import { eventStudy } from "../packages/core/src/causal/event-study.ts";
import { factorOf } from "../packages/core/src/causal/factors.ts";
import { fixedEffects } from "../packages/core/src/causal/fixed-effects.ts";
import { groupTimeAtt } from "../packages/core/src/causal/group-time-att.ts";
import { imputation } from "../packages/core/src/causal/imputation.ts";
import { type PanelFit, panelRegression } from "../packages/core/src/causal/panel-regression.ts";
import { clustered } from "../packages/core/src/causal/sandwich.ts";
import { random } from "../packages/core/src/contract/random.ts";
import { studentTwoSided } from "../packages/core/src/numeric/student.ts";
import { type Check, repeat, tally } from "./check.ts";

const [places, years, start, persistence] = [40, 4, 3, 0.5];
const [runs, wildRuns, draws] = [600, 200, 99];
const place = Array.from(
  { length: places * years },
  (_, row) => `p${String(Math.floor(row / years)).padStart(2, "0")}`,
);
const year = Float64Array.from({ length: places * years }, (_, row) => (row % years) + 1);

export default function checks(seed: number): Check[] {
  return [1, 2, 3, 5, 10].flatMap((treated) => few(seed, treated));
}

function few(seed: number, count: number): Check[] {
  const draw = random(seed, `verify/few-clusters/${count}`);
  const treated = Float64Array.from(place, (_, row) =>
    Math.floor(row / years) < count && (year[row] as number) >= start ? 1 : 0,
  );
  const regressors = [{ name: "treated", unit: "1", values: treated }];
  const [unruled, regression, study, imputed, groups, wild, before] = Array.from({ length: 7 }, tally) as Tallies;
  const told = tally();
  repeat(runs, (at) => {
    const outcome = noiseOf(draw);
    unruled.add(withoutRule(outcome, treated) <= 0.05);
    const panel = { place, year, outcome };
    const found = [
      fixedEffects({ ...panel, regressors }),
      eventStudy({ ...panel, treated }),
      imputation({ ...panel, treated }),
      groupTimeAtt({ ...panel, treated }, { draws: 0 }),
    ] as const;
    [regression, study, imputed, groups].forEach((each, which) => {
      each.add((found[which]?.p as number) <= 0.05);
    });
    told.add(found.some(({ p }) => !Number.isNaN(p)));
    before.add(found[3].pretestP <= 0.05);
    if (count === 1 || at >= wildRuns) return;
    const { coefficients } = fixedEffects({ ...panel, regressors }, { draws, seed: at + 1 });
    wild.add((coefficients[0]?.pWild as number) <= 0.05);
  });
  const what = `${count} of ${places} treated`;
  const without = (each: Tally, of: string) => each.check(`${what}, no effect: ${of}, p ≤ .05`, "none");
  if (count === 1) {
    return [
      told.check(`${what}: some estimator tells an error`, "at most", 0),
      without(unruled, "two-way regression past the rule"),
    ];
  }
  return [
    without(regression, "two-way regression"),
    without(study, "event study"),
    without(imputed, "imputation"),
    without(groups, "group-time"),
    without(before, "group-time, the years before"),
    without(wild, `wild bootstrap, ${draws} draws`),
  ];
}

type Tally = ReturnType<typeof tally>;
type Tallies = [Tally, Tally, Tally, Tally, Tally, Tally, Tally];

/** p of the two-way regression by clusters, however few carry it. */
function withoutRule(outcome: Float64Array, treated: Float64Array): number {
  const effects = [factorOf(place), factorOf(year)];
  const fit = panelRegression({ outcome, columns: [treated], effects }) as PanelFit;
  const { values, freedom } = clustered(fit, [factorOf(place)], effects);
  return studentTwoSided((fit.coefficients[0] as number) / Math.sqrt(values[0] as number), freedom);
}

/** Levels of places and errors that hang together over the years of a place. */
function noiseOf(draw: ReturnType<typeof random>): Float64Array {
  const noise = new Float64Array(places * years);
  for (let at = 0; at < places; at += 1) {
    const level = draw.normal();
    let error = draw.normal() / Math.sqrt(1 - persistence ** 2);
    for (let step = 0; step < years; step += 1) {
      if (step > 0) error = persistence * error + draw.normal();
      noise[at * years + step] = level + error;
    }
  }
  return noise;
}
