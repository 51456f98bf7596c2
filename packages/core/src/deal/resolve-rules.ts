import { suggestion } from "../language/suggestion.ts";
import { same } from "../language/text.ts";
import { type Fen, fenOf, type Ratio, ratioOf, whole } from "./money.ts";
import { presets } from "./presets.ts";
import type { BetRule, PoolRule, Rule, Shares, SharingRule, Statistic } from "./rule.ts";
import type { RuleWritten } from "./rule-schema.ts";
import type { Deal } from "./schema.ts";
import type { Source } from "./source.ts";
import type { Tell } from "./tell.ts";

// the schema has let through only what can be read
const fen = (written: string | number): Fen => fenOf(written) as Fen;
const ratio = (written: string | number): Ratio => ratioOf(written) as Ratio;
const shares = (written: Readonly<Record<string, string | number>>): Shares =>
  Object.fromEntries(Object.entries(written).map(([party, share]) => [party, ratio(share)]));

/** Every rule with its clauses settled. Rules that are like each other in a circle, or lack a clause, are told and left out. */
export function resolveRules({ rules }: Pick<Deal, "rules">, tell: Tell): Map<string, Rule> {
  const resolved = new Map<string, Rule>();
  for (const name of Object.keys(rules)) {
    const clauses = clausesOf(name, rules, tell);
    const rule = clauses === undefined ? undefined : settled(name, clauses, tell);
    if (rule !== undefined) resolved.set(name, rule);
  }
  return resolved;
}

type Clauses = RuleWritten & { readonly cited?: Source };

/** The clauses of a rule, those of its preset and of the rules that it is like under its own. */
function clausesOf(name: string, rules: Deal["rules"], tell: Tell): Clauses | undefined {
  const chain = [name];
  for (let at = rules[name].like; at !== undefined; at = rules[at].like) {
    const from = chain.at(-1) as string;
    if (!Object.hasOwn(rules, at)) {
      const known = Object.keys(rules);
      tell.add(
        ["rules", from, "like"],
        "rule-unknown",
        `there is no rule ${at}, expected one of ${known.join(", ")}`,
        `没有规则 ${at}，应为 ${known.join("、")} 之一`,
        suggestion(at, known),
      );
      return undefined;
    }
    if (chain.includes(at)) {
      // told once, at the rule of the circle that comes first in the file
      const circle = [...chain.slice(chain.indexOf(at)), at];
      if (name === Object.keys(rules).find((each) => circle.includes(each)))
        tell.add(
          ["rules", name, "like"],
          "rules-circular",
          `the rules are like each other in a circle: ${circle.join(" -> ")}; expected one that stands by itself`,
          `规则互相引用成环：${circle.join(" → ")}；其中应有一条独立写明`,
          { en: "write out the clauses of one of them", zh: "请将其中一条规则的条款逐条写出" },
        );
      return undefined;
    }
    chain.push(at);
  }
  let clauses = {} as Clauses;
  for (const each of chain.reverse()) {
    const { like: _, preset, drop = [], ...own } = rules[each];
    if (preset !== undefined) {
      const { clauses: known, title, source } = presets[preset];
      clauses = { ...clauses, ...known, title, cited: source };
    }
    const kept = Object.entries(clauses).filter(([clause]) => !drop.some((dropped) => dropped === clause));
    clauses = over(Object.fromEntries(kept) as Clauses, own);
    // a rule like another is not that rule: it bears a title of its own, or its name
    if (own.title === undefined && preset === undefined) clauses = { ...clauses, title: undefined };
  }
  return clauses;
}

/** Clauses whose parts are replaced one by one; every other clause is replaced as a whole. */
const inParts = ["qualifies", "cap", "extension", "bet", "pool"] as const;

function over(below: Clauses, own: Clauses): Clauses {
  const parts = inParts.flatMap((clause) =>
    below[clause] === undefined || own[clause] === undefined
      ? []
      : [[clause, { ...below[clause], ...own[clause] }] as const],
  );
  return { ...below, ...own, ...Object.fromEntries(parts) };
}

function settled(name: string, clauses: Clauses, tell: Tell): Rule | undefined {
  const { kind = "sharing", title = same(name), source, cited } = clauses;
  const told: Source | undefined = source === undefined ? cited : { text: source };
  const named = { name, title, ...(told === undefined ? {} : { source: told }) };
  const lacks = (clause: string) => {
    tell.add(
      ["rules", name],
      "clause-missing",
      `a rule of kind ${kind} needs the clause ${clause}`,
      `${kind} 类规则缺少条款 ${clause}`,
      { en: `write ${clause}, or begin from a preset`, zh: `请写明 ${clause}，或以预设（preset）为起点` },
    );
    return undefined;
  };
  if (kind === "pool") return poolOf(clauses.pool, named, lacks);
  if (kind === "bet") return betOf(clauses.bet, named, lacks);
  const { taxes, split, years } = clauses;
  if (taxes === undefined) return lacks("taxes");
  if (split === undefined) return lacks("split");
  if (years === undefined) return lacks("years");
  if (clauses.cap?.of === "amount" && clauses.cap.amount === undefined) return lacks("cap.amount");
  return { ...named, kind, ...sharingOf({ ...clauses, taxes, split, years }) };
}

type Needed = "taxes" | "split" | "years";
type Complete = Omit<Clauses, Needed> & { readonly [Clause in Needed]: NonNullable<RuleWritten[Clause]> };

function sharingOf(clauses: Complete): Omit<SharingRule, "name" | "title" | "source" | "kind"> {
  const { qualifies = {}, cap, grant, late, exit } = clauses;
  const { least, ...tests } = qualifies;
  return {
    qualifies: { ...tests, ...(least === undefined ? {} : { least: fen(least) }) },
    taxes: clauses.taxes,
    base: clauses.base?.years ?? 3,
    clock: clauses.clock ?? ["registration", "production"],
    split: shares(clauses.split),
    years: clauses.years,
    cap:
      cap === undefined
        ? undefined
        : cap.of === "amount"
          ? { of: "amount", amount: fen(cap.amount ?? 0) }
          : { of: "base", times: cap.times === undefined ? whole : ratio(cap.times) },
    extension: clauses.extension?.years ?? 0,
    grant: grant === undefined ? undefined : { payer: grant.payer, amount: fen(grant.amount) },
    refunds: clauses.refunds ?? "net",
    late: late === undefined ? undefined : { grace: late.grace, rate: ratio(late.rate) },
    exit: exit === undefined ? undefined : { within: exit.within, repays: ratio(exit.repays) },
    audit: clauses.audit,
    payer: clauses.payer ?? "host",
    inputs: clauses.inputs === undefined ? undefined : shares(clauses.inputs),
    counted: Object.fromEntries(
      Object.entries(clauses.counted ?? {}).map(([what, written]) => [what as Statistic, shares(written)]),
    ),
  };
}

function poolOf(
  pool: RuleWritten["pool"],
  named: Pick<PoolRule, "name" | "title" | "source">,
  lacks: (clause: string) => undefined,
): PoolRule | undefined {
  const { share, towns = {} } = pool ?? {};
  if (share === undefined) return lacks("pool.share");
  return {
    ...named,
    kind: "pool",
    share: ratio(share),
    towns: Object.fromEntries(
      Object.entries(towns).map(([party, town]) => [
        party,
        { ...town, first: fen(town.first), now: fen(town.now), capacity: fen(town.capacity), rate: ratio(town.rate) },
      ]),
    ),
  };
}

function betOf(
  bet: RuleWritten["bet"],
  named: Pick<BetRule, "name" | "title" | "source">,
  lacks: (clause: string) => undefined,
): BetRule | undefined {
  if (bet === undefined) return lacks("bet");
  const { upstream, downstream, threshold, stake, places, index, measured = [] } = bet;
  if (upstream === undefined) return lacks("bet.upstream");
  if (downstream === undefined) return lacks("bet.downstream");
  if (threshold === undefined) return lacks("bet.threshold");
  if (stake === undefined) return lacks("bet.stake");
  return { ...named, kind: "bet", upstream, downstream, threshold, stake: fen(stake), places, index, measured };
}
