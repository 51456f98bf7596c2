import { columnLetters, type Layout, type LayoutBlock, type Sheet, usedRange } from "@conurb/core/sheets";
import { say } from "../say.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { Plain } from "./yaml-lines.ts";

/** A layout as a study keeps it: without the name of its sheet, and without what goes without saying. */
export function shortLayout({ sheet: _, tables, ...rest }: Layout): Plain {
  return { ...told(rest), tables: tables.map(shortBlock) };
}

const silent: Readonly<Record<string, unknown>> = { years: "none", across: "variable", records: false };

function shortBlock({ leave, ...block }: LayoutBlock): Plain {
  const left = told(leave);
  return { ...told(block), ...(Object.keys(left).length === 0 ? {} : { leave: left }) };
}

function told(value: object): Record<string, Plain> {
  return Object.fromEntries(
    Object.entries(value).filter(([key, each]) => {
      if (each === undefined || silent[key] === each) return false;
      return typeof each !== "object" || Object.keys(each as object).length > 0;
    }),
  ) as Record<string, Plain>;
}

/** A layout for a person to fill in, of the size of the sheet. */
export function layoutSkeleton(sheet: Sheet, { text }: Terminal): string[] {
  const { rows, columns } = usedRange(sheet);
  const last = columnLetters(Math.max(columns - 1, 1));
  const lines = [
    ["titles: [1]", "skeleton-notes"],
    ["notes: []"],
    ["tables:"],
    [`  - rows: [3, ${Math.max(rows, 3)}]`, "skeleton-rows"],
    [`    columns: [A, ${last}]`, "skeleton-columns"],
    ["    head: [2]", "skeleton-head"],
    ["    by: { place: A }", "skeleton-by"],
    ["    years: none", "skeleton-years"],
  ] as const;
  return lines.map(([line, about]) => (about === undefined ? line : `${line.padEnd(28)}# ${text(say(about))}`));
}
