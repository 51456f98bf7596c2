import { InputError } from "../../contract/errors.ts";
import type { MethodResult } from "../../contract/invoke.ts";
import type { Table } from "../../contract/table.ts";
import { absence } from "../data.ts";
import type { Group } from "../groups.ts";
import type { Gazetteer, StudyPorts } from "../ports.ts";
import type { Study } from "../schema.ts";

/** One of the two editions that are compared: a sound study, and the world that it was written for. */
export interface Edition {
  readonly study: Study;
  readonly groups: readonly Group[];
  readonly ports: StudyPorts;
  /** Results as an earlier run wrote them, where an edition is a run: what this build gives may differ. */
  readonly recorded?: ReadonlyMap<string, MethodResult>;
}

/** An edition with its datasets read once: tables as they were declared, before rows are kept. */
export interface OpenEdition extends Edition {
  readonly gazetteer: Gazetteer;
  /** Nothing of a dataset that is declared absent or was refused: its error stands in `ports.load`. */
  readonly tables: ReadonlyMap<string, Table>;
}

export async function openEdition(edition: Edition): Promise<OpenEdition> {
  const { study, ports } = edition;
  const loading = new Map<string, Promise<Table>>();
  const load: StudyPorts["load"] = (name, declaration) => {
    const known = loading.get(name) ?? ports.load(name, declaration);
    loading.set(name, known);
    return known;
  };
  const tables = new Map<string, Table>();
  for (const [name, declaration] of Object.entries(study.datasets)) {
    if (declaration.absent !== undefined) continue;
    const table = await load(name, declaration).catch(refused);
    if (table !== undefined) tables.set(name, table);
  }
  return { ...edition, ports: { ...ports, load }, gazetteer: await ports.gazetteer(), tables };
}

function refused(error: unknown): undefined {
  if (!(error instanceof InputError)) absence(error);
}

export function membersOf(groups: readonly Group[]): Set<string> {
  return new Set(groups.flatMap(({ members }) => members));
}
