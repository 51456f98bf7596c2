import { InputError } from "../contract/errors.ts";
import type { Text } from "../language/text.ts";
import type { Recipient } from "./fund-rules.ts";
import type { Project } from "./knapsack.ts";

export interface PartiesInput {
  readonly place: readonly string[];
  readonly size?: ArrayLike<number> | undefined;
  readonly need?: ArrayLike<number> | undefined;
  readonly benefit?: ArrayLike<number> | undefined;
  readonly floor?: ArrayLike<number> | undefined;
  readonly cap?: ArrayLike<number> | undefined;
}
export interface ProjectsInput {
  readonly project: readonly string[];
  readonly of?: readonly string[] | undefined;
  readonly cost: ArrayLike<number>;
  readonly benefit: ArrayLike<number>;
}
export interface FundInput {
  readonly parties?: PartiesInput | undefined;
  readonly projects?: ProjectsInput | undefined;
}

export function refuseFund(code: string, en: string, zh: string, hint?: Text): never {
  throw new InputError({
    code,
    text: { en: `fund-allocation: ${en}`, zh: `fund-allocation：${zh}` },
    ...(hint === undefined ? {} : { hint }),
  });
}

const rounding = 1e-9;

/** Parties with their floors and caps, which must leave something to decide. */
export function recipientsOf(input: PartiesInput, budget: number): Recipient[] {
  const { place, size, need, benefit, floor, cap } = input;
  refuseTwice("party", "参与方", place);
  for (const [name, column, isAbove] of [
    ["size", size, false],
    ["need", need, false],
    ["benefit", benefit, true],
    ["floor", floor, false],
    ["cap", cap, false],
  ] as const) {
    place.forEach((party, at) => {
      const value = column?.[at];
      if (value === undefined || (Number.isFinite(value) && (isAbove ? value > 0 : value >= 0))) return;
      refuseFund(
        `${name}-invalid`,
        `${name} of ${party} is ${value}, expected a number ${isAbove ? "above 0" : "of at least 0"}`,
        `${party} 的 ${name} 为 ${value}，应为${isAbove ? "大于 0" : "不小于 0"} 的数`,
      );
    });
  }
  for (const [name, column] of [
    ["size", size],
    ["need", need],
  ] as const) {
    if (column === undefined || place.some((_, at) => column[at] > 0)) continue;
    refuseFund(
      `${name}-all-zero`,
      `${name} of every party is 0, expected some above 0`,
      `各方的 ${name} 均为 0，应有大于 0 者`,
    );
  }
  const parties = place.map(
    (party, at): Recipient => ({
      place: party,
      size: size?.[at] ?? 1,
      need: need?.[at],
      benefit: benefit?.[at] ?? 1,
      floor: floor?.[at] ?? 0,
      cap: cap?.[at] ?? Number.POSITIVE_INFINITY,
    }),
  );
  for (const each of parties) {
    if (each.floor <= each.cap) continue;
    refuseFund(
      "floor-above-cap",
      `floor of ${each.place} is ${each.floor}, expected at most its cap ${each.cap}`,
      `${each.place} 的下限 ${each.floor} 高于其上限 ${each.cap}`,
    );
  }
  const floors = parties.reduce((sum, each) => sum + each.floor, 0);
  if (floors > budget * (1 + rounding)) {
    refuseFund(
      "floors-beyond-budget",
      `floors add up to ${floors}, expected at most the budget ${budget}; ${floors - budget} is lacking`,
      `各方下限合计 ${floors}，超过预算 ${budget}，缺 ${floors - budget}`,
      { en: "lower the floors or raise the budget", zh: "可降低下限或增加预算" },
    );
  }
  return parties;
}

/** Projects in the order of their names, so that the order of rows does not matter. */
export function projectsOf({ project, of, cost, benefit }: ProjectsInput, parties: readonly Recipient[]): Project[] {
  refuseTwice("project", "项目", project);
  const known = parties.map(({ place }) => place);
  const found = project.map((name, at): Project => {
    for (const [what, value] of [
      ["cost", cost[at]],
      ["benefit", benefit[at]],
    ] as const) {
      if (Number.isFinite(value) && value >= 0) continue;
      refuseFund(
        `${what}-invalid`,
        `${what} of ${name} is ${value}, expected a number of at least 0`,
        `${name} 的 ${what} 为 ${value}，应为不小于 0 的数`,
      );
    }
    const owner = of?.[at];
    if (owner !== undefined && known.length > 0 && !known.includes(owner)) {
      refuseFund(
        "project-of-nobody",
        `project ${name} is of ${owner}, which is no party; expected one of ${known.join(", ")}`,
        `项目 ${name} 所属的 ${owner} 不是参与方，应为 ${known.join("、")} 之一`,
      );
    }
    return { project: name, of: owner, cost: cost[at], benefit: benefit[at] };
  });
  return found.sort((a, b) => (a.project < b.project ? -1 : 1));
}

function refuseTwice(en: string, zh: string, names: readonly string[]): void {
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) refuseFund(`${en}-twice`, `${en} ${twice} is there twice`, `${zh} ${twice} 出现了两次`);
}
