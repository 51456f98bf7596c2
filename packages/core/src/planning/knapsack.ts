import { NumericalError } from "../contract/errors.ts";
import type { Programme, Solve } from "../contract/method.ts";

export interface Project {
  readonly project: string;
  readonly of: string | undefined;
  readonly cost: number;
  readonly benefit: number;
}
/** What the projects of one party may cost together. */
export interface Limit {
  readonly of: string;
  readonly floor: number;
  readonly cap: number;
}

type Row = Programme["rows"][number];
type Chosen = readonly boolean[];

/** Of a sum of amounts: what adding them up may be off by. */
const rounding = 1e-12;
/** Of a row: wide enough that the solver loses no set that just fits; what it lets through beyond that is cut off afterwards. */
const slack = 1e-8;
const mostCuts = 500;

/**
 * The set of projects with the greatest benefit that the budget and the limits allow, and of those with as much the cheapest; or what
 * the cheapest set that meets the floors would cost. Amounts are divided by the largest, so that their unit does not matter. A
 * solver keeps to its rows as near as it reckons, which of a billion may be ten: each set is added up, and one that does not fit is cut off.
 */
export async function knapsack(
  solve: Solve,
  budget: number,
  projects: readonly Project[],
  limits: readonly Limit[],
): Promise<Chosen | { readonly cheapest: number | undefined }> {
  const [dear, good] = [scaleOf(projects.map(({ cost }) => cost)), scaleOf(projects.map(({ benefit }) => benefit))];
  const costs = projects.map(({ cost }) => cost / dear);
  const benefits = projects.map(({ benefit }) => benefit / good);
  const infinite = Number.POSITIVE_INFINITY;
  const bounds = limits.map(({ of, floor, cap }) => ({
    coefficients: projects.map((each, at) => (each.of === of ? costs[at] : 0)),
    lower: floor > 0 ? floor / dear - slack : 0,
    upper: cap === infinite ? infinite : cap / dear + slack,
  }));
  const shared = { upper: projects.map(() => 1), integer: projects.map(() => true) };
  const within = { coefficients: costs, lower: 0, upper: budget / dear + slack };
  const whole = { of: () => true, floor: 0, cap: budget };
  const parts = limits.map(({ of, ...limit }) => ({ of: (at: number) => projects[at].of === of, ...limit }));
  const cutOff = (checked: readonly Part[]) => (chosen: Chosen) =>
    checked.map((part) => cutBy(part, chosen, projects)).find((cut) => cut !== undefined);
  const worth = (chosen: Chosen) => projects.reduce((sum, { benefit }, at) => (chosen[at] ? sum + benefit : sum), 0);

  const most = { ...shared, sense: "maximise", objective: benefits } as const;
  const best = await exactly(solve, { ...most, rows: [within, ...bounds] }, cutOff([whole, ...parts]));
  if (best === undefined) {
    const least = { ...shared, sense: "minimise", objective: costs } as const;
    const met = await exactly(solve, { ...least, rows: bounds }, cutOff(parts));
    return { cheapest: met?.reduce((sum, each, at) => (each ? sum + projects[at].cost : sum), 0) };
  }
  const reached = worth(best);
  const asGood = { coefficients: benefits, lower: reached / good - slack, upper: infinite };
  const cheap = await exactly(
    solve,
    { ...shared, sense: "minimise", objective: costs, rows: [within, asGood, ...bounds] },
    (chosen) =>
      cutOff([whole, ...parts])(chosen) ?? (worth(chosen) < reached * (1 - rounding) ? notThis(chosen) : undefined),
  );
  return cheap ?? best;
}

/** A sum of costs that has bounds. */
interface Part {
  readonly of: (at: number) => boolean;
  readonly floor: number;
  readonly cap: number;
}

/** A row that this set breaks and no set that fits does: of these never all, or of the others at least one. */
function cutBy({ of, floor, cap }: Part, chosen: Chosen, projects: readonly Project[]): Row | undefined {
  const sum = projects.reduce((so, { cost }, at) => (chosen[at] && of(at) ? so + cost : so), 0);
  if (sum > cap * (1 + rounding)) {
    const together = chosen.map((each, at) => (each && of(at) ? 1 : 0));
    return { coefficients: together, lower: 0, upper: together.filter((each) => each === 1).length - 1 };
  }
  if (sum >= floor * (1 - rounding)) return undefined;
  return {
    coefficients: chosen.map((each, at) => (!each && of(at) ? 1 : 0)),
    lower: 1,
    upper: Number.POSITIVE_INFINITY,
  };
}

/** A row that this set alone breaks. */
function notThis(chosen: Chosen): Row {
  const size = chosen.filter(Boolean).length;
  return { coefficients: chosen.map((each) => (each ? -1 : 1)), lower: 1 - size, upper: Number.POSITIVE_INFINITY };
}

/** The optimum among the sets that need no cut; nothing where there is none. */
async function exactly(
  solve: Solve,
  programme: Programme,
  cutOff: (chosen: Chosen) => Row | undefined,
): Promise<Chosen | undefined> {
  const rows = [...programme.rows];
  for (let cuts = 0; cuts <= mostCuts; cuts += 1) {
    const found = await solve({ ...programme, rows });
    if (found.status === "infeasible") return undefined;
    if (found.status !== "optimal") throw unsolved(found.status);
    const chosen = Array.from(found.values, (each) => each > 0.5);
    const cut = cutOff(chosen);
    if (cut === undefined) return chosen;
    rows.push(cut);
  }
  throw unsolved(`more than ${mostCuts} near misses`);
}

function scaleOf(values: readonly number[]): number {
  const most = values.reduce((top, value) => Math.max(top, value), 0);
  return most > 0 ? most : 1;
}

function unsolved(status: string): NumericalError {
  return new NumericalError("not-converged", {
    en: `fund-allocation: the programme of projects ended as ${status}, expected an optimum`,
    zh: `fund-allocation：项目选择规划以 ${status} 结束，未得最优解`,
  });
}
