import type { Table } from "@conurb/core/contract";
import { sourcesIn } from "@conurb/core/sheets";
import { say } from "../say.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { Declared } from "./declaration.ts";

const citedOf = ({ source }: Table) => sourcesIn(source?.page?.notes ?? []);

/** What the notes of a page cite, proposed as the dataset's source. */
export function citedBy(table: Table): Pick<Declared, "source"> {
  const cited = citedOf(table).map(({ text }) => text);
  return cited.length === 0 ? {} : { source: cited.join("; ") };
}

/** Where the proposed source was read. */
export function citedLines(tables: readonly Table[], terminal: Terminal): string[] {
  const cells = new Set(tables.flatMap((table) => citedOf(table).map(({ sheet, address }) => `${sheet}!${address}`)));
  const named = (mark: string) => [...cells].join(mark);
  const text = say("import-source", { cells: { en: named(", "), zh: named("、") } });
  return cells.size === 0 ? [] : [`# ${terminal.text(text)}`];
}
