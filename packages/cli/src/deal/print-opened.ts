import { type Deal, fenOf, type MediatorView, type Reservation, reservationIn, yuanText } from "@conurb/core/deal";
import { same } from "@conurb/core/language";
import { say } from "../say.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { textTable } from "../terminal/text-table.ts";
import { currencyText } from "./currency-text.ts";

/** What is sealed to the mediator: what it was let see, and its view of the drafts with the one that was on the table. */
export interface MediatorFile extends MediatorView {
  readonly table: string;
  readonly reservations: readonly Reservation[];
}

/** The contents of a sealed file as people read them; whether it held anything that is known. Without the deal its names are said. */
export function printOpened(text: string, deal: Deal | undefined, terminal: Terminal): boolean {
  const own = reservationIn(text);
  if (own !== undefined) printReservation(own, deal, terminal);
  const view = own === undefined ? mediatorFileIn(text) : undefined;
  if (view !== undefined) printView(view, deal, terminal);
  return own !== undefined || view !== undefined;
}

type Fields = Readonly<Record<string, unknown>>;
type Test = (value: unknown) => boolean;

const is = (kind: string) => (value: unknown) => typeof value === kind;
const listOf = (each: Test) => (value: unknown) => Array.isArray(value) && value.every(each);
const fieldsOf = (tests: Readonly<Record<string, Test>>) => (value: unknown) =>
  typeof value === "object" &&
  value !== null &&
  Object.entries(tests).every(([field, holds]) => holds((value as Fields)[field]));

const chances = { kept: listOf(is("number")), unseen: listOf(is("number")) };
// whoever knows its public key can seal something to the mediator
const isMediatorFile = fieldsOf({
  table: is("string"),
  reservations: listOf((own) => reservationIn(JSON.stringify(own)) !== undefined),
  unseen: listOf(is("string")),
  drafts: listOf(fieldsOf({ ...chances, draft: is("string"), accepted: listOf(is("boolean")) })),
  proposals: listOf(fieldsOf({ ...chances, share: is("string"), years: is("number"), all: is("boolean") })),
});

function mediatorFileIn(text: string): MediatorFile | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return isMediatorFile(read) ? (read as MediatorFile) : undefined;
  } catch {
    return undefined;
  }
}

/** Words for whoever and whatever a sealed file names, as the deal calls them. */
function namesIn(deal: Deal | undefined, { text }: Terminal) {
  return {
    party: (name: string) => text(deal?.parties[name]?.title ?? same(name)),
    draft: (name: string) => {
      const title = deal?.drafts[name]?.title;
      return title === undefined ? name : `${name} ${text(title)}`;
    },
    currency: deal === undefined ? "none" : text(currencyText(deal)),
  };
}

const chance = (share: number): string => `${(100 * share).toFixed(1)}%`;

const grouped = (amount: string): string => yuanText(fenOf(amount) ?? 0n).replace(/\B(?=(\d{3})+\.)/g, ",");

function printReservation(own: Reservation, deal: Deal | undefined, terminal: Terminal): void {
  const { party, currency } = namesIn(deal, terminal);
  const told = { party: party(own.party), amount: grouped(own.reservation), currency, chance: own.chance };
  terminal.print(terminal.text(say("deal-opened-own", told)));
}

function printView(view: MediatorFile, deal: Deal | undefined, terminal: Terminal): void {
  const { print, text, style } = terminal;
  const { party, draft, currency } = namesIn(deal, terminal);
  const head = (line: string) => {
    print("");
    print(style.bold(line));
  };
  const shown = (rows: readonly (readonly string[])[], right: (at: number) => boolean) => {
    const numbers = (rows[0] ?? []).map((_, at) => right(at));
    for (const line of textTable(rows, numbers)) print(`  ${line}`);
  };
  const { reservations, unseen, drafts, proposals, table } = view;
  print(style.bold(text(say("deal-view", { title: deal?.title ?? same("") }))));
  if (reservations.length > 0) {
    head(text(say("deal-view-wants", { currency })));
    const rows = reservations.map((own) => [party(own.party), grouped(own.reservation), own.chance]);
    const heads = (["deal-party", "deal-view-least", "deal-view-chance"] as const).map((code) => text(say(code)));
    shown([heads, ...rows], (at) => at > 0);
  }
  const parties = [
    ...reservations.map((own) => party(own.party)),
    ...unseen.map((name) => text(say("deal-view-outside", { party: party(name) }))),
  ];
  const shares = ({ kept, unseen: others }: Pick<MediatorFile["drafts"][number], "kept" | "unseen">) =>
    [...kept, ...others].map(chance);
  head(text(say("deal-view-drafts")));
  shown(
    [
      [text(say("deal-view-draft")), ...parties],
      ...drafts.map((each) => [
        draft(each.draft),
        ...shares(each).map((share, at) => {
          const accepted = each.accepted[at];
          return accepted === undefined
            ? share
            : `${share} ${text(say("deal-view-accepts", { accepts: accepted ? "yes" : "no" }))}`;
        }),
      ]),
    ],
    (at) => at > 0,
  );
  if (unseen.length > 0) print(style.dim(`  ${text(say("deal-view-unseen"))}`));
  head(text(say("deal-view-proposals", { draft: draft(table) })));
  if (proposals.length === 0) {
    print(`  ${text(say("deal-view-none"))}`);
    return;
  }
  const heads = [text(say("deal-view-share")), text(say("deal-view-years")), ...parties, text(say("deal-view-all"))];
  const rows = proposals.map((each) => [
    each.share,
    String(each.years),
    ...shares(each),
    text(say("deal-view-yes", { all: each.all ? "yes" : "no" })),
  ]);
  shown([heads, ...rows], (at) => at < heads.length - 1);
}
