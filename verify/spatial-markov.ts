/**
 * Tests of one chain throughout: counts of moves of three parts with 4 classes, drawn from one matrix of probabilities. Both
 * statistics are chi-square as moves grow in number; at 60 moves a row and part, and at 12, what they come to is found here.
 */
import { random } from "../packages/core/src/contract/random.ts";
import { againstWhole, alikeThroughout } from "../packages/core/src/convergence/regime-tests.ts";
import { type Check, repeat, tally } from "./check.ts";

const [k, parts, alpha] = [4, 3, 0.05];
const common = [
  [0.85, 0.13, 0.02, 0],
  [0.1, 0.75, 0.14, 0.01],
  [0.01, 0.12, 0.77, 0.1],
  [0, 0.01, 0.11, 0.88],
];
/** The same, with as many moves up and down as the third part would have among richer neighbours. */
const lifted = common.map((row, at) =>
  at === k - 1 ? row : row.map((p, to) => p + (to === at + 1 ? 0.1 : to === at ? -0.1 : 0)),
);

export default function checks(seed: number): Check[] {
  const draw = random(seed, "verify/spatial-markov");
  return [60, 12].flatMap((moves) => {
    const [q, ratio, own, power] = [tally(), tally(), tally(), tally()];
    const counts = (matrix: readonly (readonly number[])[]) => {
      const found = new Float64Array(k * k);
      for (let row = 0; row < k; row += 1) {
        for (let move = 0; move < moves; move += 1) {
          let [to, rest] = [0, draw.uniform()];
          while (to < k - 1 && rest >= matrix[row]![to]!) {
            rest -= matrix[row]![to]!;
            to += 1;
          }
          found[row * k + to]! += 1;
        }
      }
      return found;
    };
    repeat(4_000, () => {
      const alike = Array.from({ length: parts }, () => counts(common));
      const tests = alikeThroughout(alike, k);
      q.add(tests.q.p <= alpha);
      ratio.add(tests.likelihoodRatio.p <= alpha);
      const whole = new Float64Array(k * k).map((_, cell) => alike.reduce((sum, part) => sum + part[cell]!, 0));
      own.add(againstWhole(alike[0]!, whole, k).p <= alpha);
      power.add(alikeThroughout([counts(common), counts(common), counts(lifted)], k).q.p <= alpha);
    });
    const head = `3 parts of 4 classes, ${moves} moves a row`;
    return [
      q.check(`${head}: Pearson's Q rejects one chain at 5 %`, "in the limit", alpha),
      ratio.check(`${head}: likelihood ratio rejects at 5 %`, "in the limit", alpha),
      own.check(`${head}: one part against the whole rejects at 5 %`, "none"),
      power.check(`${head}: one part moves up a tenth more, Pearson's Q rejects`, "none"),
    ];
  });
}
