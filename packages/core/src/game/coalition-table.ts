import { InputError } from "../contract/errors.ts";
import type { Text } from "../language/text.ts";
import { membersOf, mostListed, subsetSums } from "./subsets.ts";

/** A game as a value array: bit i of a coalition is party i, the empty coalition is worth 0. */
export interface ValueGame {
  readonly parties: readonly string[];
  readonly values: Float64Array;
}

export interface CoalitionInput {
  /** Such as `A+B+C`. */
  readonly coalition: readonly string[];
  readonly value: ArrayLike<number>;
}

/** `refuse`: each coalition must be listed. `parts`: one that is not is worth the best that listed parts of it make together. */
export type Unlisted = "refuse" | "parts";

export function refuseGame(where: string, code: string, en: string, zh: string, hint?: Text): never {
  throw new InputError({
    code,
    text: { en: `${where}: ${en}`, zh: `${where}：${zh}` },
    ...(hint === undefined ? {} : { hint }),
  });
}

/** How a coalition is written, parties in order. */
export function coalitionName(coalition: number, parties: readonly string[]): string {
  return membersOf(coalition)
    .map((at) => parties[at])
    .join("+");
}

const shown = 5;

/** Reads `A+B` and its value, row by row; the order in which parties are named does not matter. */
export function coalitionTable(where: string, { coalition, value }: CoalitionInput, unlisted: Unlisted): ValueGame {
  const named = coalition.map((each) => each.split(/[+＋]/u).map((name) => name.trim()));
  const parties = [...new Set(named.flat())].sort();
  if (parties.includes("")) {
    const which = coalition[named.findIndex((names) => names.includes(""))];
    refuseGame(
      where,
      "coalition-empty-name",
      `coalition ${which} has an empty name, expected parties joined by +`,
      `联盟 ${which} 中有空名称，应以 + 连接各方`,
    );
  }
  refuseTooMany(where, parties.length);
  const position = new Map(parties.map((party, at) => [party, at]));
  const values = new Float64Array(2 ** parties.length).fill(Number.NaN);
  values[0] = 0;
  named.forEach((names, row) => {
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    if (twice !== undefined) {
      refuseGame(
        where,
        "party-twice",
        `coalition ${coalition[row]} names ${twice} twice`,
        `联盟 ${coalition[row]} 中 ${twice} 出现了两次`,
      );
    }
    const mask = names.reduce((sum, name) => sum | (1 << (position.get(name) as number)), 0);
    if (!Number.isNaN(values[mask])) {
      refuseGame(
        where,
        "coalition-twice",
        `coalition ${coalitionName(mask, parties)} is listed twice`,
        `联盟 ${coalitionName(mask, parties)} 重复列出`,
      );
    }
    if (!Number.isFinite(value[row])) {
      refuseGame(
        where,
        "value-not-finite",
        `value of ${coalition[row]} is ${value[row]}, expected a number`,
        `${coalition[row]} 的取值为 ${value[row]}，应为有限数`,
      );
    }
    values[mask] = value[row];
  });
  if (Number.isNaN(values.at(-1) as number)) {
    refuseGame(
      where,
      "grand-coalition-unlisted",
      `no value of all together (${parties.join("+")}), expected a row for it`,
      `缺少全体联盟（${parties.join("+")}）的取值`,
      parties.some((party) => /[,，、;；\s&/]/u.test(party))
        ? { en: "join the parties of a coalition by +, such as A+B", zh: "联盟中的各方请以 + 连接，如 A+B" }
        : undefined,
    );
  }
  if (unlisted === "refuse") refuseUnlisted(where, values, parties);
  else fillFromParts(values);
  return { parties, values };
}

function refuseTooMany(where: string, n: number): void {
  if (n <= mostListed) return;
  refuseGame(
    where,
    "too-many-parties",
    `${n} parties have 2^${n} coalitions, expected at most ${mostListed} parties`,
    `${n} 方共有 2^${n} 个联盟，至多支持 ${mostListed} 方`,
    {
      en: "give the game in a closed form: own values and links of pairs, costs of an airport game, or claims",
      zh: "可改用封闭形式：自有值与两两联系、机场博弈的成本，或诉求",
    },
  );
}

function refuseUnlisted(where: string, values: Float64Array, parties: readonly string[]): void {
  const lacking: number[] = [];
  let count = 0;
  values.forEach((value, mask) => {
    if (!Number.isNaN(value)) return;
    count += 1;
    if (lacking.length < shown) lacking.push(mask);
  });
  if (count === 0) return;
  const names = lacking.map((mask) => coalitionName(mask, parties));
  refuseGame(
    where,
    "coalitions-unlisted",
    `${count} of ${values.length - 1} coalitions have no value (${names.join(", ")}${count > shown ? ", ..." : ""}), expected all`,
    `${values.length - 1} 个联盟中有 ${count} 个没有取值（${names.join("、")}${count > shown ? "等" : ""}），应全部列出`,
    {
      en: "with unlisted: parts, a coalition that is not listed is worth what listed parts of it make, and a party alone 0",
      zh: "可设 unlisted: parts：未列联盟取其已列部分的最优组合，未列的单独一方取 0",
    },
  );
}

/** The lowest party of a coalition is alone, at 0, or in a listed part of it; the rest is worth what it is. */
function fillFromParts(values: Float64Array): void {
  const listed = Array.from(values.keys()).filter((mask) => mask > 0 && !Number.isNaN(values[mask]));
  const best = new Float64Array(values.length);
  for (let mask = 1; mask < values.length; mask += 1) {
    const lowest = mask & -mask;
    let most = best[mask ^ lowest];
    for (const part of listed) {
      if (part > mask) break;
      if ((part & lowest) === 0 || (part & mask) !== part) continue;
      most = Math.max(most, values[part] + best[mask ^ part]);
    }
    best[mask] = most;
  }
  values.forEach((value, mask) => {
    if (Number.isNaN(value)) values[mask] = best[mask];
  });
}

/** Each coalition's value less what its members have. */
export function excesses(values: Float64Array, allocation: ArrayLike<number>): Float64Array {
  const held = subsetSums(allocation);
  for (let mask = 0; mask < held.length; mask += 1) held[mask] = values[mask] - held[mask];
  return held;
}

/** Largest absolute value: what roundings are measured by. */
export function scaleOf(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
