import type { Frame } from "../expression/frame.ts";
import { outsideOf, worseOff } from "./assess.ts";
import { drawQuantities } from "./draw-quantities.ts";
import { fenOf, inYuan, ratioOf, shareIn } from "./money.ts";
import type { FigureValue } from "./quantities.ts";
import { isSharing, type Rule, rulesOf } from "./rule.ts";
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

const wanted = ({ chance }: Reservation): number => shareIn(chance);

/** Accepted or not: all that is ever said of a reservation to others. */
export function accepts(trials: Trials, draft: string, own: Reservation): boolean {
  return (
    shareKept(simulate(trials.deal, rulesOf(trials.deal.drafts, trials.rules, draft), trials.streams), own) >=
    wanted(own)
  );
}

/** How often each party has what it wants: of those who let the mediator see, and of the others, in the order of the table. */
interface Chances {
  /** Its reservation, of each that was seen. */
  readonly kept: readonly number[];
  /** No less than it has outside, of each that keeps its reservation to itself: all that can be known of it. */
  readonly unseen: readonly number[];
}

/** What the mediator alone may see: by party and draft how often its reservation is met, and rules that would do better. */
export interface MediatorView {
  /** Parties whose reservations it was not let see. */
  readonly unseen: readonly string[];
  readonly drafts: readonly (Chances & { readonly draft: string; readonly accepted: readonly boolean[] })[];
  /**
   * Rules under which nobody's chance is lower than on the table and somebody's is higher: first those that all who were seen would
   * accept, then by the least of all chances. Of years that make no difference the fewest stand for all.
   */
  readonly proposals: readonly (Chances & {
    readonly share: string;
    readonly years: number;
    /** Whether all who were seen would accept. */
    readonly all: boolean;
  })[];
}

const searchDraws = 1000;
const mostProposals = 10;
/** A difference of fewer draws than this part is no improvement. */
const noise = 0.005;

export function mediatorView(trials: Trials, table: string, reservations: readonly Reservation[]): MediatorView {
  const { deal, streams, frame } = trials;
  const parties = Object.keys(deal.parties);
  const unseen = parties.filter((party) => !reservations.some((own) => own.party === party));
  const outside = outsideOf(deal, frame);
  const chancesUnder = (simulated: Simulated): Chances => {
    const worse = worseOff(simulated, outside);
    return {
      kept: reservations.map((own) => shareKept(simulated, own)),
      unseen: unseen.map((party) => 1 - worse[parties.indexOf(party)]),
    };
  };
  const allow = (kept: readonly number[]) => kept.map((share, at) => share >= wanted(reservations[at]));
  const drafts = Object.keys(deal.drafts).map((draft) => {
    const chances = chancesUnder(simulate(deal, rulesOf(trials.deal.drafts, trials.rules, draft), streams));
    return { draft, ...chances, accepted: allow(chances.kept) };
  });
  const own = rulesOf(deal.drafts, trials.rules, table);
  const rule = own.find(isSharing);
  if (rule === undefined || rule.split["origin"] === undefined) return { unseen, drafts, proposals: [] };
  const listed = (chances: Chances) => [...chances.kept, ...chances.unseen];
  const now = listed(chancesUnder(simulate(deal, own, streams, searchDraws)));
  const found = triedShares.flatMap((share) => {
    let before: readonly number[] = [];
    return Array.from({ length: deal.years }, (_, year) => year + 1).flatMap((years) => {
      const swapped = withShare(own, rule, share, years);
      if (swapped === undefined) return [];
      const chances = chancesUnder(simulate(deal, swapped, streams, searchDraws));
      const each = listed(chances);
      const isSame = each.every((chance, at) => chance === before[at]);
      before = each;
      const isBetter =
        each.some((chance, at) => chance > now[at] + noise) && each.every((chance, at) => chance >= now[at]);
      if (isSame || !isBetter) return [];
      return [{ share: `${share}%`, years, ...chances, all: allow(chances.kept).every(Boolean) }];
    });
  });
  const worst = (chances: Chances) => Math.min(...listed(chances));
  found.sort((a, b) => Number(b.all) - Number(a.all) || worst(b) - worst(a));
  return { unseen, drafts, proposals: found.slice(0, mostProposals) };
}
