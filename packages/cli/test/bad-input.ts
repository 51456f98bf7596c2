import { existsSync, readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { conurb, folderWith } from "./conurb.ts";

export interface Case {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly run: readonly string[];
  readonly code: number;
  /** What the message says: the place, and what was expected. */
  readonly says: readonly RegExp[];
}

const han = /\p{Script=Han}/u;

/** Each case is refused in both languages, with its words and exit code, without a stack and without leaving a file behind. */
export function refusesEach(cases: Readonly<Record<string, Case>>): void {
  it.concurrent.each(Object.entries(cases))("%s", async (_, { files, run, code, says }) => {
    const folder = folderWith(files);
    const before = listing(folder);
    const [english, chinese] = await Promise.all([
      conurb(run, { cwd: folder }),
      conurb([...run, "--lang", "zh"], { cwd: folder }),
    ]);
    const told = english.err + english.out;
    for (const words of says) expect(told).toMatch(words);
    expect(english.code, told).toBe(code);
    expect(chinese.code).toBe(code);
    expect(chinese.err + chinese.out).toMatch(han);
    for (const { out, err } of [english, chinese]) expect(out + err).not.toMatch(/\n\s+at |fault of the program/);
    expect(listing(folder)).toEqual(before);
  });
}

function listing(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true }).map(String).sort();
}

/** One study with one dataset and one analysis; `changes` replaces whole lines by their first word. */
export function study(changes: Readonly<Record<string, string>> = {}): string {
  const lines = {
    conurb: "conurb: 1",
    title: "title: { zh: 例, en: Example }",
    cluster: "cluster: { north: { title: { zh: 北, en: North }, members: [a, b, c] } }",
    datasets:
      "datasets: { mine: { file: data.csv, roles: { place: place, value: gdp }, units: { gdp: yuan, people: person } } }",
    indicators: "",
    analyses: "analyses: { gap: { use: inequality/theil, on: { data: { from: mine, roles: { value: gdp } } } } }",
    ...changes,
  };
  return `${Object.values(lines).join("\n")}\n`;
}

export const figures = "place,gdp,people\na,10,2\nb,20,3\nc,5,0\n";
export const theil = ["calc", "inequality/theil", "data.csv"];
