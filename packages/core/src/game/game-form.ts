import { z } from "zod";
import { edges, label, number, optional, table } from "../contract/readings.ts";
import { bankruptcyGame } from "./bankruptcy-rules.ts";
import { type CoalitionInput, coalitionTable, refuseGame, type Unlisted, type ValueGame } from "./coalition-table.ts";
import { mostListed, subsetSums } from "./subsets.ts";

/** The ways in which a game comes to the door. */
export const forms = ["coalitions", "pairs", "airport", "bankruptcy"] as const;
export type Form = (typeof forms)[number];

/** Inputs of every cooperative game: a table of coalitions, or of parties with what stands for them, with links or without. */
export const gameInputs = {
  coalitions: optional(table({ coalition: label.one, value: number.one })),
  parties: optional(
    table({
      place: label.one,
      value: number.optional,
      weight: number.optional,
      union: label.optional,
      proposal: number.optional,
    }),
  ),
  links: optional(edges({ value: number.one })),
};

export const gameOptions = {
  form: z.enum(forms).optional(),
  of: z.enum(["gain", "cost"]).optional(),
  unlisted: z.enum(["refuse", "parts"]).default("refuse"),
  estate: z.number().min(0).optional(),
};

export interface PartyInput {
  readonly place: readonly string[];
  readonly value?: ArrayLike<number> | undefined;
  readonly weight?: ArrayLike<number> | undefined;
  readonly union?: readonly string[] | undefined;
  readonly proposal?: ArrayLike<number> | undefined;
}
export interface LinkInput {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly value: ArrayLike<number>;
}
export interface GameInput {
  readonly coalitions?: CoalitionInput | undefined;
  readonly parties?: PartyInput | undefined;
  readonly links?: LinkInput | undefined;
}
export interface GameOptions {
  readonly form?: Form | undefined;
  /** Whether a coalition's value is good or bad for it: `cost` for an airport game, else `gain`, unless said. */
  readonly of?: "gain" | "cost" | undefined;
  readonly unlisted?: Unlisted;
  readonly estate?: number | undefined;
}

export interface Links {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly value: Float64Array;
}

/** A game as it was given: its parties in order, and what its form says of them. */
export type StatedGame = {
  readonly parties: readonly string[];
  readonly of: "gain" | "cost";
  readonly weight?: Float64Array;
  readonly union?: readonly string[];
  readonly proposal?: Float64Array;
} & (
  | { readonly form: "coalitions"; readonly values: Float64Array }
  | { readonly form: "pairs"; readonly own: Float64Array; readonly links: Links }
  | { readonly form: "airport"; readonly cost: Float64Array }
  | { readonly form: "bankruptcy"; readonly claim: Float64Array; readonly estate: number }
);

/** What a sum of claims may be off by. */
const rounding = 1e-12;

export function stateGame(where: string, input: GameInput, options: GameOptions = {}): StatedGame {
  const form = options.form ?? inferred(where, input);
  const { coalitions, parties, links } = input;
  const of = options.of ?? (form === "airport" ? "cost" : "gain");
  if (form === "coalitions") {
    if (coalitions === undefined) return needs(where, form, "coalitions");
    const game = coalitionTable(where, coalitions, options.unlisted ?? "refuse");
    return { form, of, ...game, ...besides(where, game.parties, parties) };
  }
  if (form === "pairs" && parties === undefined && links === undefined) return needs(where, form, "parties, links");
  if (form !== "pairs" && parties === undefined) return needs(where, form, "parties");
  const names = parties?.place ?? [...new Set([...(links?.from ?? []), ...(links?.to ?? [])])].sort();
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) {
    refuseGame(where, "party-twice", `party ${twice} is there twice`, `参与方 ${twice} 出现了两次`);
  }
  const shared = { parties: names, of, ...besides(where, names, parties) };
  if (form === "pairs") {
    const own = Float64Array.from(parties?.value ?? names.map(() => 0));
    refuseNumbers(where, names, own, Number.NEGATIVE_INFINITY);
    return { form, ...shared, own, links: linksOf(where, names, links) };
  }
  if (parties?.value === undefined) return needs(where, form, "parties.value");
  const value = Float64Array.from(parties.value);
  refuseNumbers(where, names, value, 0);
  if (form === "airport") return { form, ...shared, cost: value };
  const { estate } = options;
  const total = value.reduce((sum, each) => sum + each, 0);
  if (estate === undefined || !(estate >= 0 && estate <= total * (1 + rounding))) {
    return refuseGame(
      where,
      "estate-beyond-claims",
      `estate is ${estate ?? "not said"}, expected a number between 0 and the sum of claims ${total}`,
      `可分总额${estate === undefined ? "未给出" : `为 ${estate}`}，应在 0 与诉求合计 ${total} 之间`,
    );
  }
  return { form, ...shared, claim: value, estate: Math.min(estate, total) };
}

function inferred(where: string, { coalitions, links, parties }: GameInput): Form {
  if (coalitions !== undefined) return "coalitions";
  if (links !== undefined) return "pairs";
  return refuseGame(
    where,
    parties === undefined ? "no-game" : "form-needed",
    parties === undefined
      ? "no game is given, expected the input coalitions, links or parties"
      : "parties alone do not say which game it is, expected form: pairs, airport or bankruptcy",
    parties === undefined
      ? "没有给出博弈，应提供输入 coalitions、links 或 parties"
      : "仅有参与方无法确定博弈形式，应指定 form: pairs、airport 或 bankruptcy",
  );
}

function needs(where: string, form: Form, input: string): never {
  return refuseGame(
    where,
    "input-of-form",
    `form ${form} needs ${input}, expected it as an input`,
    `形式 ${form} 需要输入 ${input}`,
  );
}

/** Weights, unions and a proposal of the parties, in the order of the game's. */
function besides(where: string, names: readonly string[], parties: PartyInput | undefined) {
  if (parties === undefined) return {};
  const position = new Map(parties.place.map((party, at) => [party, at]));
  const unknown = parties.place.find((party) => !names.includes(party));
  const lacking = names.find((name) => !position.has(name));
  if (unknown !== undefined || lacking !== undefined) {
    refuseGame(
      where,
      "parties-differ",
      unknown === undefined
        ? `party ${lacking} is in no row of parties, expected one`
        : `party ${unknown} is in no coalition, expected one of ${names.join(", ")}`,
      unknown === undefined ? `parties 中缺少 ${lacking}` : `${unknown} 不在任何联盟中，应为 ${names.join("、")} 之一`,
    );
  }
  const order = names.map((name) => position.get(name) as number);
  const pick = (column: ArrayLike<number>) => Float64Array.from(order, (at) => column[at]);
  const { weight, union, proposal } = parties;
  weight !== undefined && refuseNumbers(where, names, pick(weight), Number.MIN_VALUE, "weight");
  proposal !== undefined && refuseNumbers(where, names, pick(proposal), Number.NEGATIVE_INFINITY, "proposal");
  return {
    ...(weight === undefined ? {} : { weight: pick(weight) }),
    ...(union === undefined ? {} : { union: order.map((at) => union[at]) }),
    ...(proposal === undefined ? {} : { proposal: pick(proposal) }),
  };
}

function refuseNumbers(
  where: string,
  names: readonly string[],
  values: Float64Array,
  least: number,
  what = "value",
): void {
  values.forEach((value, at) => {
    if (value >= least && Number.isFinite(value)) return;
    const [en, zh] =
      least === Number.NEGATIVE_INFINITY
        ? ["a number", "应为有限数"]
        : least === 0
          ? ["a number of at least 0", "应为不小于 0 的数"]
          : ["a number above 0", "应为大于 0 的数"];
    refuseGame(
      where,
      `${what}-out-of-range`,
      `${what} of ${names[at]} is ${value}, expected ${en}`,
      `${names[at]} 的 ${what} 为 ${value}，${zh}`,
    );
  });
}

function linksOf(where: string, names: readonly string[], links: LinkInput | undefined): Links {
  const position = new Map(names.map((name, at) => [name, at]));
  const { from = [], to = [], value = [] } = links ?? {};
  const find = (name: string): number => {
    const at = position.get(name);
    if (at !== undefined) return at;
    return refuseGame(
      where,
      "link-unknown-party",
      `a link names ${name}, which is no party; expected one of ${names.join(", ")}`,
      `联系中的 ${name} 不是参与方，应为 ${names.join("、")} 之一`,
    );
  };
  from.forEach((name, row) => {
    if (name !== to[row]) return;
    refuseGame(
      where,
      "link-to-itself",
      `a link leads from ${name} to itself, expected two parties; what it is worth alone is its value`,
      `有一条联系由 ${name} 指向自身，应为两方之间；其单独价值请填入 value`,
    );
  });
  refuseNumbers(
    where,
    from.map((name, row) => `${name}-${to[row]}`),
    Float64Array.from(value),
    Number.NEGATIVE_INFINITY,
  );
  return { from: Uint32Array.from(from, find), to: Uint32Array.from(to, find), value: Float64Array.from(value) };
}

/** The value of every coalition, for up to 25 parties. */
export function valueGame(where: string, game: StatedGame): ValueGame {
  const { parties } = game;
  if (game.form === "coalitions") return { parties, values: game.values };
  if (parties.length > mostListed) {
    return refuseGame(
      where,
      "too-many-parties",
      `${parties.length} parties have 2^${parties.length} coalitions, expected at most ${mostListed} parties`,
      `${parties.length} 方共有 2^${parties.length} 个联盟，至多支持 ${mostListed} 方`,
    );
  }
  if (game.form === "bankruptcy") return { parties, values: bankruptcyGame(game.estate, Array.from(game.claim)) };
  if (game.form === "airport") return { parties, values: subsetMaxima(game.cost) };
  const values = subsetSums(game.own);
  const { from, to, value } = game.links;
  const between = new Float64Array(parties.length ** 2);
  value.forEach((each, row) => {
    between[from[row] * parties.length + to[row]] += each;
    between[to[row] * parties.length + from[row]] += each;
  });
  parties.forEach((_, at) => {
    // what the party adds to those before it, by links alone
    const own = between.subarray(at * parties.length, at * parties.length + at);
    const added = subsetSums(own);
    for (let rest = 0, bit = 1 << at; rest < bit; rest += 1)
      values[bit + rest] = values[rest] + game.own[at] + added[rest];
  });
  return { parties, values };
}

/** Each coalition costs what its most demanding member does. */
function subsetMaxima(cost: Float64Array): Float64Array {
  const values = new Float64Array(2 ** cost.length);
  for (let at = 0; at < cost.length; at += 1) {
    for (let rest = 0, bit = 1 << at; rest < bit; rest += 1) values[bit + rest] = Math.max(values[rest], cost[at]);
  }
  return values;
}

/** The unit of a game's values. What is added up must be in one: a mixed currency is refused. */
export function unitOfGame(
  where: string,
  readings: Partial<
    Record<"coalitions" | "parties" | "links", { readonly units: Readonly<Record<string, string>> } | undefined>
  >,
): string {
  const units = [readings.coalitions, readings.parties, readings.links].flatMap((each) => each?.units.value ?? []);
  const other = units.find((unit) => unit !== units[0]);
  if (other !== undefined) {
    refuseGame(
      where,
      "units-differ",
      `values are in ${units[0]} and in ${other}, expected one unit`,
      `取值的单位既有 ${units[0]} 又有 ${other}，应为同一单位`,
    );
  }
  return units[0] ?? "1";
}
