import { NumericalError } from "../contract/errors.ts";
import type { Solve } from "../contract/method.ts";

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

/** Of a budget and of the best: what the solver's rows, and a mixed-integer programme's bound, may be off by. */
const slack = 1e-9;

/**
 * The set of projects with the greatest benefit that the budget and the limits allow, and of those with as much the cheapest; or what
 * the cheapest set that meets the floors would cost. Amounts are divided by the largest, so that their unit does not matter.
 */
export async function knapsack(
  solve: Solve,
  budget: number,
  projects: readonly Project[],
  limits: readonly Limit[],
): Promise<readonly boolean[] | { readonly cheapest: number | undefined }> {
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
  const best = await solve({ ...shared, sense: "maximise", objective: benefits, rows: [within, ...bounds] });
  if (best.status === "infeasible") {
    const least = await solve({ ...shared, sense: "minimise", objective: costs, rows: bounds });
    return { cheapest: least.status === "optimal" ? least.objective * dear : undefined };
  }
  if (best.status !== "optimal") throw unsolved(best.status);
  const asGood = { coefficients: benefits, lower: best.objective - slack, upper: infinite };
  const cheap = await solve({ ...shared, sense: "minimise", objective: costs, rows: [within, asGood, ...bounds] });
  if (cheap.status !== "optimal") throw unsolved(cheap.status);
  return cheap.values.map((each) => each === 1);
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
