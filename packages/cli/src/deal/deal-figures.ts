import { join } from "node:path";
import { InputError, type Problem, type Table } from "@conurb/core/contract";
import { cellIn, type Deal, type FigureCell, type FigureValue, figureCell, type ParsedDeal } from "@conurb/core/deal";
import { convert } from "@conurb/core/units";
import { say } from "../say.ts";
import { runStudy, type Session } from "../study/session.ts";
import { readStudyFile } from "../study/study-file.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { DealFile } from "./read-deal.ts";

/** What the study gives for the figures of a deal, what does not stand any more, and the pins as they would be now. */
export interface DealFigures {
  readonly values: ReadonlyMap<string, FigureValue>;
  readonly problems: readonly Problem[];
  readonly pins: Readonly<Record<string, string>>;
}

const shortHash = 12;

/** Runs the deal's study, from its cache where it can, and reads the cells that the deal names. A changed study makes it stale. */
export async function dealFigures(
  { folder, file, parsed }: DealFile,
  deal: Deal,
  threads: number,
  terminal: Terminal,
): Promise<DealFigures> {
  const wanted = Object.entries(deal.figures);
  if (wanted.length === 0) return { values: new Map(), problems: [], pins: {} };
  if (deal.study === undefined) {
    const problem = { code: "deal-no-study", text: say("deal-no-study"), place: parsed.locate(["figures"]) };
    return { values: new Map(), problems: [problem], pins: {} };
  }
  const study = await readStudyFile(file === "-" ? deal.study.file : join(folder, deal.study.file));
  const options = { file: study, out: join(study.folder, "out"), threads, cache: true, prune: false };
  return runStudy(options, terminal, (session) => readFigures(session, deal, parsed));
}

async function readFigures(session: Session, deal: Deal, { locate }: ParsedDeal): Promise<DealFigures> {
  const values = new Map<string, FigureValue>();
  const problems: Problem[] = [];
  const pins: Record<string, string> = {};
  const pinned = deal.study?.pins ?? {};
  const known = hashesOf(session);
  for (const [name, { from, unit }] of Object.entries(deal.figures)) {
    const cell = figureCell(from);
    if (cell === undefined) continue; // told by the check
    const path = ["figures", name, "from"];
    const hash = known.get(cell.of);
    if (hash === undefined) {
      const told = say("deal-figure-of", { at: path.join("."), name: cell.of, known: [...known.keys()].join(", ") });
      problems.push({ code: "figure-unknown", text: told, place: locate(path) });
      continue;
    }
    if (pins[cell.of] === undefined) {
      pins[cell.of] = hash;
      const pin = pinned[cell.of];
      if (pin !== hash) problems.push(stale(cell.of, pin, hash, locate));
    }
    const found = await numberAt(session, cell);
    if ("missing" in found) {
      const told = { at: path.join("."), from, what: found.missing, known: found.known.join(", ") };
      problems.push({ code: "figure-cell", text: say("deal-figure-cell", told), place: locate(path) });
      continue;
    }
    try {
      const value = unit === undefined ? found.value : convert(found.value, found.unit, unit);
      values.set(name, { value, unit: unit ?? found.unit });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems.map((problem) => ({ ...problem, place: locate(["figures", name, "unit"]) })));
    }
  }
  return { values, problems, pins };
}

function stale(name: string, pin: string | undefined, now: string, locate: ParsedDeal["locate"]): Problem {
  const at = `study.pins.${name}`;
  if (pin === undefined) {
    const text = say("deal-unpinned", { at, name, now });
    return { code: "deal-unpinned", text, hint: say("deal-unpinned-hint"), place: locate(["study", "pins"]) };
  }
  const text = say("deal-stale", { at, name, pinned: pin.slice(0, shortHash), now: now.slice(0, shortHash) });
  return { code: "deal-stale", text, hint: say("deal-stale-hint"), place: locate(["study", "pins", name]) };
}

function hashesOf({ lock }: Session): Map<string, string> {
  const hashes = new Map<string, string>();
  for (const [name, dataset] of Object.entries(lock.datasets)) if ("table" in dataset) hashes.set(name, dataset.table);
  for (const [name, analysis] of Object.entries(lock.analyses))
    if ("result" in analysis) hashes.set(name, analysis.result);
  return hashes;
}

type Missing = {
  readonly missing: "column" | "row" | "rows" | "gap" | "table" | "scalar";
  readonly known: readonly string[];
};

async function numberAt({ run }: Session, cell: FigureCell): Promise<{ value: number; unit: string } | Missing> {
  const outcome = run.outcomes.get(cell.of);
  if (outcome === undefined) return inDataset(await run.data.dataset(cell.of), cell);
  if (!("result" in outcome)) return { missing: "gap", known: [] };
  const { result } = outcome;
  if (cell.scalar !== undefined) {
    const value = result.scalars[cell.scalar];
    if (typeof value !== "number") return { missing: "scalar", known: Object.keys(result.scalars) };
    const method = run.plan.analyses.find(({ name }) => name === cell.of)?.method;
    const unit =
      (method?.scalars as Readonly<Record<string, { unit: string }>> | undefined)?.[cell.scalar]?.unit ?? "1";
    return Number.isNaN(value) ? { missing: "gap", known: [] } : { value, unit };
  }
  const table =
    result.tables.find(({ name }) => name === cell.table) ?? (cell.table === undefined ? result.tables[0] : undefined);
  return table === undefined ? { missing: "table", known: result.tables.map(({ name }) => name) } : cellIn(table, cell);
}

function inDataset(table: Table, cell: FigureCell): { value: number; unit: string } | Missing {
  return cell.table !== undefined || cell.scalar !== undefined ? { missing: "table", known: [] } : cellIn(table, cell);
}
