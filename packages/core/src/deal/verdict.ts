import type { Frame } from "../expression/frame.ts";
import { drawQuantities } from "./draw-quantities.ts";
import { approximate, fenOf, inYuan, ratioOf } from "./money.ts";
import type { FigureValue } from "./quantities.ts";
import { isSharing, type Rule } from "./rule.ts";
import { triedShares, withShare } from "./rule-map.ts";
import type { Deal } from "./schema.ts";
import { type Simulated, simulate } from "./simulate.ts";
import { type Streams, streamsOf } from "./streams.ts";

/** What a party must have at least, present value, and in what share of the draws. It never leaves the party's own file. */
export interface Reservation {
  readonly party: string;
  readonly reservation: string;
  readonly chance: string;
}

/** A reservation as it stands in a private file; nothing where it is of no such form. */
export function reservationIn(text: string): Reservation | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (read === null || typeof read !== "object") return undefined;
  const { party, reservation, chance } = read as Partial<Record<keyof Reservation, unknown>>;
  if (typeof party !== "string" || typeof reservation !== "string" || typeof chance !== "string") return undefined;
  const share = ratioOf(chance);
  // a chance of more than all draws could never be met, and none at all always
  const isChance = share !== undefined && share.n > 0n && share.n <= share.d;
  return fenOf(reservation) === undefined || !isChance ? undefined : { party, reservation, chance };
}

/** The draws of a deal, to be asked for verdicts. */
export interface Trials {
  readonly deal: Deal;
  readonly rules: ReadonlyMap<string, Rule>;
  readonly streams: Streams;
  readonly frame: Frame;
}

export function trialsOf(
  deal: Deal,
  rules: ReadonlyMap<string, Rule>,
  order: readonly string[],
  figures: ReadonlyMap<string, FigureValue>,
): Trials {
  const frame = drawQuantities(deal, order, figures);
  return { deal, rules, frame, streams: streamsOf(deal, rules, frame) };
}

/** Share of draws in which the party has at least what it must have. */
function shareKept({ parties, draws, present }: Simulated, { party, reservation }: Reservation): number {
  const least = inYuan(fenOf(reservation) as bigint);
  const who = parties.indexOf(party);
  let kept = 0;
  for (let draw = 0; draw < draws; draw += 1) if (present[who * draws + draw] >= least) kept += 1;
  return kept / draws;
}

const wanted = ({ chance }: Reservation): number =>
  approximate(ratioOf(chance) as NonNullable<ReturnType<typeof ratioOf>>);

function rulesOf({ deal, rules }: Trials, draft: string): Rule[] {
  return deal.drafts[draft].rules.flatMap((name) => rules.get(name) ?? []);
}

/** Accepted or not: all that is ever said of a reservation to others. */
export function accepts(trials: Trials, draft: string, own: Reservation): boolean {
  return shareKept(simulate(trials.deal, rulesOf(trials, draft), trials.streams), own) >= wanted(own);
}

/** What the mediator alone may see: by party and draft how often its reservation is met, and rules that would do better. */
export interface MediatorView {
  readonly drafts: readonly {
    readonly draft: string;
    readonly kept: readonly number[];
    readonly accepted: readonly boolean[];
  }[];
  /** Rules under which nobody's chance is lower than on the table and somebody's is higher, the worst placed party first. */
  readonly proposals: readonly {
    readonly share: string;
    readonly years: number;
    readonly kept: readonly number[];
    readonly all: boolean;
  }[];
}

const searchDraws = 1000;
const mostProposals = 10;
/** A difference of fewer draws than this part is no improvement. */
const noise = 0.005;

export function mediatorView(trials: Trials, table: string, reservations: readonly Reservation[]): MediatorView {
  const { deal, streams } = trials;
  const met = (simulated: Simulated) => reservations.map((own) => shareKept(simulated, own));
  const allow = (kept: readonly number[]) => kept.map((share, at) => share >= wanted(reservations[at]));
  const drafts = Object.keys(deal.drafts).map((draft) => {
    const kept = met(simulate(deal, rulesOf(trials, draft), streams));
    return { draft, kept, accepted: allow(kept) };
  });
  const own = rulesOf(trials, table);
  const rule = own.find(isSharing);
  if (rule === undefined || rule.split["origin"] === undefined) return { drafts, proposals: [] };
  const now = met(simulate(deal, own, streams, searchDraws));
  const found = Array.from({ length: deal.years }, (_, year) => year + 1).flatMap((years) =>
    triedShares.flatMap((share) => {
      const swapped = withShare(own, rule, share, years);
      if (swapped === undefined) return [];
      const kept = met(simulate(deal, swapped, streams, searchDraws));
      const better = kept.some((each, at) => each > now[at] + noise) && kept.every((each, at) => each >= now[at]);
      return better ? [{ share: `${share}%`, years, kept, all: allow(kept).every(Boolean) }] : [];
    }),
  );
  const worst = (kept: readonly number[]) => Math.min(...kept);
  found.sort((a, b) => Number(b.all) - Number(a.all) || worst(b.kept) - worst(a.kept));
  return { drafts, proposals: found.slice(0, mostProposals) };
}
