/**
 * The log-t test as Phillips and Sul (2007, section on size and power) simulate it: x_it = d_it m_t, d_it = d_i + s_i e_it / (log(t + 1) t^a)
 * with e_it first-order autoregressive. With one d and a = 0 the slope is 0, where the one-sided test has its level as T grows; with a > 0 it
 * rejects less; two clubs make it reject.
 */
import { random } from "../packages/core/src/contract/random.ts";
import { crossVariance, logT } from "../packages/core/src/convergence/log-t.ts";
import { type Check, repeat, tally } from "./check.ts";

const [n, alpha, critical, trim] = [40, 0.05, -1.65, 1 / 3];

export default function checks(seed: number): Check[] {
  const draw = random(seed, "verify/clubs");
  const test = (years: number, decay: number, apart: number) => {
    const rows = Array.from({ length: n }, (_, at) => {
      const [spread, memory] = [0.02 + 0.26 * draw.uniform(), 0.5 * draw.uniform()];
      let noise = draw.normal() / Math.sqrt(1 - memory ** 2);
      return Float64Array.from({ length: years }, (_, year) => {
        noise = memory * noise + draw.normal();
        const t = year + 1;
        return 1 + (at < n / 2 ? 0 : apart) + (spread * noise) / (Math.log(t + 1) * t ** decay);
      });
    });
    return logT(crossVariance(rows), trim).t < critical;
  };
  return [30, 100].flatMap((years) => {
    const [edge, inside, power] = [tally(), tally(), tally()];
    repeat(1_500, () => {
      edge.add(test(years, 0, 0));
      inside.add(test(years, 0.2, 0));
      power.add(test(years, 0.2, 0.1));
    });
    const head = `40 places, ${years} years`;
    return [
      edge.check(`${head}: refuses convergence at the edge (slope 0) at 5 %`, "in the limit", alpha),
      inside.check(`${head}: the same, converging (slope .4)`, "none"),
      power.check(`${head}: two clubs a tenth apart: refuses one`, "none"),
    ];
  });
}
