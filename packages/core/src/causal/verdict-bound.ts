import { covers, type Evidence } from "./verdict-evidence.ts";
import { type Ground, ground } from "./verdict-ground.ts";
import { alphaOf, hasFit, type Weighed } from "./verdict-rules.ts";

/** Whether nothing but chance decides, and an effect as large as would matter is ruled out by every estimate that fits. */
export function isWithin(all: Weighed, deciding: readonly Ground[], relevant: number): boolean {
  const { main, others } = all;
  return (
    covers(main, alphaOf(all)) &&
    deciding.every(({ rule }) => rule === "shown") &&
    [main, ...others.filter((each) => hasFit(each, all))].every((each) => liesWithin(each, relevant))
  );
}

/** The one spoken of must bound the effect; another estimate without an interval bounds nothing, and its effect alone must be small. */
function liesWithin({ effect, low, high }: Evidence, relevant: number): boolean {
  const ends = [effect, low, high].filter((each) => !Number.isNaN(each));
  return ends.every((each) => Math.abs(each) < relevant);
}

/**
 * Of an effect that is ruled out: that chance is not, that a smaller one would not be seen, and which way estimates of
 * nothing point, is what it says itself or says nothing.
 */
export function bounded(grounds: readonly Ground[], main: Evidence): Ground[] {
  const silent = ["shown", "power", "agreement"];
  const others = grounds.filter(({ rule }) => !silent.includes(rule));
  return [ground("bounded", "for", { of: main, amounts: [main.low, main.high] }), ...others];
}
