import type { Text } from "../language/text.ts";
import { type Fen, yuanText } from "./money.ts";
import type { SharingRule } from "./rule.ts";
import type { Move } from "./schema.ts";

/** One test on the enterprise and its move, as it came out. */
export interface Test {
  readonly test: "led" | "fits" | "listed" | "least";
  readonly holds: boolean;
  readonly text: Text;
}
export interface Qualified {
  readonly holds: boolean;
  readonly tests: readonly Test[];
}

const onMove = ["led", "fits", "listed"] as const;

/** Whether the tests on the move hold; what the enterprise paid before is another matter. */
export function coversMove({ qualifies }: Pick<SharingRule, "qualifies">, move: Move): boolean {
  return onMove.every((test) => qualifies[test] === undefined || qualifies[test] === move[test]);
}

/** Whether the base years brought enough; their mean is not rounded: three years are compared with three times the least. */
export function bringsEnough({ qualifies: { least }, base: years }: SharingRule, base: Fen): boolean {
  return least === undefined || base >= least * BigInt(years);
}

/** Whether a move is under the rule, test by test; `base` is the local tax of the base years together. */
export function qualify(rule: SharingRule, move: Move, base: Fen): Qualified {
  const tests: Test[] = [];
  const { base: years } = rule;
  const add = (test: Test["test"], holds: boolean, en: string, zh: string) =>
    tests.push({ test, holds, text: { en, zh } });
  const { led, fits, listed, least } = rule.qualifies;
  if (led !== undefined) {
    const zh = { government: "政府主导", market: "市场自主" };
    add(
      "led",
      move.led === led,
      `the move is led by the ${move.led}, expected ${led}`,
      `迁移属${zh[move.led]}，要求${zh[led]}`,
    );
  }
  if (fits !== undefined)
    add(
      "fits",
      move.fits === fits,
      `the enterprise ${move.fits ? "fits" : "does not fit"} the destination's plan, expected that it ${fits ? "does" : "does not"}`,
      `企业${move.fits ? "符合" : "不符合"}迁入地产业布局，要求${fits ? "符合" : "不符合"}`,
    );
  if (listed !== undefined)
    add(
      "listed",
      move.listed === listed,
      `the enterprise is ${move.listed ? "" : "not "}on the list that both sides confirm, expected that it is${listed ? "" : " not"}`,
      `企业${move.listed ? "在" : "不在"}双方确认的名单上，要求${listed ? "在" : "不在"}名单上`,
    );
  if (least !== undefined)
    add(
      "least",
      bringsEnough(rule, base),
      `local tax of the ${years} years before adds up to ${yuanText(base)}, expected at least ${years} x ${yuanText(least)}`,
      `迁移前 ${years} 年地方分成税收合计 ${yuanText(base)}，要求不低于 ${years} × ${yuanText(least)}`,
    );
  return { holds: coversMove(rule, move) && bringsEnough(rule, base), tests };
}
