import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { hashText, InputError } from "@conurb/core/contract";
import { accepts, type Deal, mediatorView, type Reservation, reservationIn, type Trials } from "@conurb/core/deal";
import { keyIn, newKey, openKeyOf, seal, unseal, writeAtomic } from "@conurb/store";
import { say } from "../say.ts";
import { readStandardInput } from "../standard-input.ts";
import { askUnseen } from "../terminal/ask-unseen.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { currencyText } from "./currency-text.ts";
import { type MediatorFile, printOpened } from "./print-opened.ts";

/**
 * What a party keeps to itself: `private/PARTY.age` beside the deal, opened by its own key and, if it wishes, the mediator's. Out of
 * it comes a verdict, accepted or not, and nothing else; what says more is sealed to the mediator alone.
 */
const folderName = "private";

const pathOf = (folder: string, party: string): string => join(folder, folderName, `${party}.age`);
const verdictPath = (folder: string, party: string): string => join(folder, folderName, `${party}.verdict.json`);

function refuse(code: string, text: ReturnType<typeof say>, file?: string): never {
  throw new InputError({ code, text, ...(file === undefined ? {} : { place: { file } }) });
}

export async function makeKey(file: string, terminal: Terminal, asJson: boolean): Promise<void> {
  const { secret, open } = await newKey();
  try {
    // for its owner alone, and never over a key that is there
    await writeFile(file, `# public key: ${open}\n${secret}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    const { code = "?" } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") refuse("deal-key-there", say("deal-key-there", { file }), file);
    refuse("deal-unwritable", say("deal-unwritable", { file, reason: code }), file);
  }
  if (asJson) return terminal.json({ key: open, file });
  terminal.print(terminal.text(say("deal-key-made", { file })));
  terminal.print(open);
}

/** Seals what stands on standard input: an amount, a chance, and `mediator` where it may open it too. Nothing of it is echoed. */
export async function sealReservation(
  deal: Deal,
  folder: string,
  party: string,
  terminal: Terminal,
  asJson: boolean,
): Promise<void> {
  const { key, title } = partyIn(deal, party);
  if (key === undefined) refuse("deal-key-none", say("deal-key-none", { party }));
  const written = process.stdin.isTTY
    ? await askUnseen(terminal.text(say("deal-seal-ask", { party: title, currency: currencyText(deal) })))
    : new TextDecoder().decode(await readStandardInput());
  const [amount = "", ...more] = written.trim().split(/\s+/);
  const toMediator = more.includes("mediator");
  const [chance = "50%", ...rest] = more.filter((word) => word !== "mediator");
  const own: Reservation = { party, reservation: amount, chance };
  if (rest.length > 0 || reservationIn(JSON.stringify(own)) === undefined)
    refuse("deal-reservation", say("deal-reservation"));
  const keys = [{ party, open: key }];
  if (toMediator) keys.push({ party: "mediator", open: mediatorKey(deal) });
  const file = pathOf(folder, party);
  await writeAtomic(file, await seal(JSON.stringify(own), keys));
  // who may open it, and never what is in it
  if (asJson) return terminal.json({ party, opens: keys.map((each) => each.party), file });
  terminal.print(terminal.text(say("deal-sealed", { party: title, mediator: toMediator ? "yes" : "no", file })));
}

function partyIn({ parties }: Deal, party: string): Deal["parties"][string] {
  const found = parties[party];
  if (found !== undefined && Object.hasOwn(parties, party)) return found;
  return refuse("deal-party-unknown", say("deal-party-unknown", { party, known: Object.keys(parties).join(", ") }));
}

function mediatorKey({ mediator }: Deal): string {
  return mediator?.key ?? refuse("deal-mediator-none", say("deal-mediator-none"));
}

export async function readKey(file: string): Promise<string> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch {
    return refuse("file-missing", say("file-missing", { file }));
  }
  return keyIn(text, file);
}

async function reservationOf(folder: string, party: string, secret: string): Promise<Reservation> {
  const file = pathOf(folder, party);
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) return refuse("private-missing", say("file-missing", { file }));
  const found = reservationIn(await unseal(bytes, secret, file));
  if (found === undefined) return refuse("private-contents", say("deal-reservation"), file);
  if (found.party !== party)
    return refuse("deal-other-party", say("deal-other-party", { file, found: found.party, party }), file);
  return found;
}

/** The party's verdict on the draft on the table, to be read by all. */
export async function giveVerdict(
  trials: Trials,
  folder: string,
  party: string,
  secret: string,
  draft: string,
  terminal: Terminal,
  asJson: boolean,
): Promise<void> {
  const { title } = partyIn(trials.deal, party);
  const own = await reservationOf(folder, party, secret);
  const accepted = accepts(trials, draft, own);
  const file = verdictPath(folder, party);
  const said = { party, draft, terms: termsOf(trials, draft), accepts: accepted };
  await writeAtomic(file, `${JSON.stringify(said, null, 2)}\n`);
  if (asJson) terminal.json({ party, draft, accepts: accepted, file });
  else
    terminal.print(terminal.text(say("deal-verdict", { party: title, accepts: accepted ? "yes" : "no", draft, file })));
}

/** What a verdict is on: the draft's rules and every number of the deal. A verdict on other terms is none on these. */
function termsOf({ deal, rules }: Pick<Trials, "deal" | "rules">, draft: string): string {
  const { study, currency, seed, draws, years, discount, figures, assumed, together, enterprises, flows } = deal;
  const own = deal.drafts[draft]?.rules.map((name) => rules.get(name));
  const terms = { study, currency, seed, draws, years, discount, figures, assumed, together, enterprises, flows, own };
  const written = JSON.stringify(terms, (_, value: unknown) => (typeof value === "bigint" ? `${value}` : value));
  return hashText(written);
}

/** What each party has said of a draft as it stands, as far as it has. */
export async function verdictsOn(
  of: Pick<Trials, "deal" | "rules">,
  folder: string,
  draft: string,
): Promise<Record<string, boolean>> {
  const { parties } = of.deal;
  const terms = termsOf(of, draft);
  const said: Record<string, boolean> = {};
  for (const party of Object.keys(parties)) {
    const text = await readFile(verdictPath(folder, party), "utf8").catch(() => undefined);
    if (text === undefined) continue;
    try {
      const read = JSON.parse(text) as {
        party?: unknown;
        draft?: unknown;
        terms?: unknown;
        accepts?: unknown;
      };
      if (read.party === party && read.draft === draft && read.terms === terms && typeof read.accepts === "boolean")
        said[party] = read.accepts;
    } catch {
      // a verdict that cannot be read is none
    }
  }
  return said;
}

/**
 * The mediator's view. With its key: everything that parties let it see goes into a file sealed to it. On the terminal stands
 * accepted or refused alone, by whom it can open and by whom has said so itself.
 */
export async function mediate(
  trials: Trials,
  folder: string,
  secret: string,
  draft: string,
  terminal: Terminal,
  asJson: boolean,
): Promise<void> {
  const { deal } = trials;
  const open = mediatorKey(deal);
  if ((await openKeyOf(secret, "--key")) !== open)
    refuse("deal-key-other", say("deal-key-other", { party: "mediator" }));
  const reservations: Reservation[] = [];
  for (const party of Object.keys(deal.parties)) {
    try {
      reservations.push(await reservationOf(folder, party, secret));
    } catch (error) {
      // a party that has sealed nothing, or not to the mediator, speaks by its verdict
      if (!(error instanceof InputError) || !["private-wrong-key", "private-missing"].includes(error.code)) throw error;
    }
  }
  const said = await verdictsOn(trials, folder, draft);
  const view = mediatorView(trials, draft, reservations);
  const own = view.drafts.find((each) => each.draft === draft);
  const sealed = join(folder, folderName, "mediator.age");
  const contents: MediatorFile = { table: draft, reservations, ...view };
  await writeAtomic(sealed, await seal(JSON.stringify(contents), [{ party: "mediator", open }]));
  const verdicts = Object.keys(deal.parties).map((party) => {
    const at = reservations.findIndex((each) => each.party === party);
    const file = at < 0 ? verdictPath(folder, party) : pathOf(folder, party);
    return { party, accepts: at < 0 ? said[party] : own?.accepted[at], file };
  });
  if (asJson) {
    const told = verdicts.map(({ party, accepts: verdict }) => ({ party, accepts: verdict ?? null }));
    return terminal.json({ draft, verdicts: told, file: sealed });
  }
  for (const { party, accepts: verdict, file } of verdicts) {
    const { title } = partyIn(deal, party);
    const told =
      verdict === undefined
        ? say("deal-not-said", { party: title })
        : say("deal-verdict", { party: title, accepts: verdict ? "yes" : "no", draft, file });
    terminal.print(terminal.text(told));
  }
  terminal.print(terminal.text(say("deal-mediator", { file: sealed })));
}

/** What is in a sealed file, for whom its key belongs to: in words, with the names of the deal where there is one, or as it is. */
export async function openSealed(
  file: string,
  secret: string,
  deal: Deal | undefined,
  terminal: Terminal,
  asJson: boolean,
): Promise<void> {
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) return refuse("file-missing", say("file-missing", { file }));
  const text = await unseal(bytes, secret, file);
  const ours = () => refuse("private-contents", say("deal-not-ours", { file }), file);
  if (!asJson) {
    if (!printOpened(text, deal, terminal)) ours();
    return;
  }
  let contents: Record<string, unknown>;
  try {
    contents = JSON.parse(text);
  } catch {
    return ours();
  }
  terminal.json(contents);
}
