/**
 * Verdicts on the British panel: output of 41 regions, 1998 to 2021, in logarithms (years absorb prices). Made-up policies hold in
 * 1 to 10 regions from some year between 2005 and 2016 on, half of them in all at once, half over four years. The chain is that
 * of a study: group-time effects spoken of, imputation and, where all begin at once, a synthetic control beside, and adoption
 * dealt out anew. Without effect a rise or fall may be told in at most 5 %: adoption was dealt out, so that its test is exact, and
 * whatever else a verdict asks for only takes away. Injected effects are shares of the smallest one that the panel could have shown
 * in four cases of five (causal/power, by that same test; the larger of a rise and a fall, so that it is found rather more often).
 */
import groupTime, { groupTimeAtt } from "../packages/core/src/causal/group-time-att.ts";
import imputed, { imputation } from "../packages/core/src/causal/imputation.ts";
import { power } from "../packages/core/src/causal/power.ts";
import dealt, { randomisation } from "../packages/core/src/causal/randomisation.ts";
import twin, { syntheticControl } from "../packages/core/src/causal/synthetic-control.ts";
import { verdict } from "../packages/core/src/causal/verdict.ts";
import type { VerdictEstimates } from "../packages/core/src/causal/verdict-evidence.ts";
import { random } from "../packages/core/src/contract/random.ts";
import type { Table } from "../packages/core/src/contract/table.ts";
import { britishOutput } from "../packages/core/test/british-output.ts";
import { type Check, repeat, tally } from "./check.ts";

const [policies, injected, draws, mostTreated] = [500, 100, 99, 10];
const panel = britishOutput();
const places = [...new Set(panel.place)];

interface Policy {
  readonly first: Float64Array;
  readonly count: number;
  readonly isAtOnce: boolean;
}

export default function checks(seed: number): Check[] {
  const draw = random(seed, "verify/verdict");
  const [told, few, many, alone, naive, refused] = [tally(), tally(), tally(), tally(), tally(), tally()];
  repeat(policies, (at) => {
    const policy = policyOf(draw);
    const found = chain(panel.outcome, policy, at + 1);
    told.add(found.isTold);
    (policy.count <= 3 ? few : many).add(found.isTold);
    alone.add(found.dealtP <= 0.05);
    naive.add(found.isShown);
    refused.add(found.isRefuted);
  });
  const shares = [0.5, 1, 2];
  const [called, dealtPower] = [shares.map(() => tally()), shares.map(() => tally())];
  repeat(injected, (at) => {
    const policy = policyOf(draw);
    const { detectable } = power({ ...panel, first: policy.first }, { draws, seed: at + 1 });
    shares.forEach((share, which) => {
      const outcome = panel.outcome.map((each, row) => each + (isUnder(policy, row) ? share * detectable : 0));
      const found = chain(outcome, policy, at + 1);
      called[which]?.add(found.isRise);
      dealtPower[which]?.add(found.dealtP <= 0.05);
    });
  });
  const what = "made-up policies on British output";
  return [
    told.check(`${what}: called an effect`, "at most", 0.05),
    few.check(`${what}, up to 3 regions: called an effect`, "at most", 0.05),
    many.check(`${what}, 4 to ${mostTreated} regions: called an effect`, "at most", 0.05),
    alone.check(`${what}: adoption dealt out ${draws} times, p ≤ .05`, "at most", 0.05),
    naive.check(`${what}: group-time effects alone, interval without 0`, "none"),
    refused.check(`${what}: nothing told because the years before differ`, "none"),
    ...shares.flatMap((share, which) => [
      (called[which] as Tally).check(`${share} times the smallest detectable effect: called a rise`, "none"),
      (dealtPower[which] as Tally).check(
        `${share} times the smallest detectable effect: adoption dealt out, p ≤ .05`,
        share === 1 ? "in the limit" : "none",
        ...(share === 1 ? [0.8] : []),
      ),
    ]),
  ];
}

type Tally = ReturnType<typeof tally>;

function policyOf(draw: ReturnType<typeof random>): Policy {
  const count = 1 + draw.integer(mostTreated);
  const isAtOnce = draw.uniform() < 0.5;
  const order = Uint32Array.from(places, (_, at) => at);
  draw.shuffle(order);
  const from = 2005 + draw.integer(12);
  const starts = new Map(
    Array.from(order.subarray(0, count), (at) => [places[at] as string, from + (isAtOnce ? 0 : draw.integer(4))]),
  );
  return { first: Float64Array.from(panel.place, (place) => starts.get(place) ?? 0), count, isAtOnce };
}

const isUnder = ({ first }: Policy, row: number): boolean =>
  (first[row] as number) > 0 && (panel.year[row] as number) >= (first[row] as number);

/** What the tables of each estimator say to the verdict. */
function chain(outcome: Float64Array, policy: Policy, seed: number) {
  const input = { ...panel, outcome, first: policy.first };
  const said = { data: { units: { outcome: "1" }, titles: {} } } as never;
  const groups = groupTimeAtt(input, { draws: 0 });
  const rest = imputation(input);
  const placebos = randomisation(input, { draws, seed });
  const own = { level: 0.95 };
  const tables: (readonly Table[])[] = [
    groupTime.tables(groups, said, groupTime.options.parse({ draws: 0 })),
    imputed.tables(rest, said, imputed.options.parse({})),
    ...(policy.isAtOnce
      ? [twin.tables(syntheticControl(input, { draws, seed }), said, twin.options.parse({ draws }))]
      : []),
    dealt.tables(placebos, said, dealt.options.parse({ draws, ...own })),
  ];
  const found = verdict(stacked(tables));
  return {
    isTold: found.answer === "rise" || found.answer === "fall",
    isRise: found.answer === "rise",
    isShown: groups.low > 0 || groups.high < 0,
    isRefuted: found.grounds.some(({ rule, side }) => rule === "pretrend" && side === "decides"),
    dealtP: placebos.p,
  };
}

/** Tables `estimate` one under the other, as a study stacks them. */
function stacked(tables: readonly (readonly Table[])[]): VerdictEstimates {
  const rows = tables.map((each) => each.find(({ name }) => name === "estimate") as Table);
  const names = new Set(rows.flatMap(({ columns }) => columns.map(({ name }) => name)));
  const columns = [...names].map((name) => {
    const own = rows.map((row) => row.columns.find((column) => column.name === name));
    const isNumber = own.some((column) => column?.kind === "number");
    return [name, own.map((column) => column?.values[0] ?? (isNumber ? Number.NaN : null))] as const;
  });
  const told = { analysis: rows.map((_, at) => `e${at}`), position: rows.map((_, at) => at + 1) };
  return { ...Object.fromEntries(columns), ...told } as unknown as VerdictEstimates;
}
