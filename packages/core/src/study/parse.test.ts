import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ParsedStudy, parseStudy } from "./parse.ts";

const file = "study.yaml";
const sound = `conurb: 1
title: { zh: 例, en: Example }
seed: 7
cluster:
  delta: { title: { zh: 三角洲, en: Delta }, members: [a, b, c] }
datasets:
  jobs:
    file: jobs.csv
    roles: { place: code, values: [gdp, people] }
    units: { gdp: yuan }
  trade: { absent: { en: nobody counts it, zh: 无统计 } }
indicators:
  economy:
    year: 2019
    aspects:
      wealth:
        indicators:
          gdp: { expr: jobs.gdp, unit: yuan }
          per-head:
            expr: jobs.gdp / jobs.people
            direction: up
recipes:
  plain: { indicators: economy }
analyses:
  theil:
    use: inequality/theil
    on: { data: { from: economy, roles: { value: gdp, groups: [parent] } } }
    with: { index: L }
  late:
    use: composite/index
    on:
      data: economy
      recipe: plain
report:
  sections:
    - title: { en: One, zh: 一 }
      show: [theil]
`.split("\n");

/** Pieces that YAML gives a meaning to, so that texts made of them get further than the first character. */
const piece = fc.oneof(
  fc.constantFrom(
    "\n",
    "\n  ",
    "\n    ",
    ": ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "&a ",
    "*a",
    "<<: ",
    "? ",
    "| ",
    "> ",
    "!!",
    "#",
  ),
  fc.constantFrom(
    "conurb",
    "1",
    "title",
    "cluster",
    "datasets",
    "indicators",
    "aspects",
    "analyses",
    "use",
    "on",
    "report",
  ),
  fc.constantFrom(
    "~",
    "''",
    '"',
    "0x1f",
    ".nan",
    "1e999",
    "__proto__",
    "constructor",
    "%YAML 1.1\n",
    "---\n",
    "...\n",
    "\t",
  ),
  fc.string({ unit: "binary", maxLength: 8 }),
);
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join("")),
);

const change = fc.record({
  kind: fc.constantFrom("delete", "duplicate", "insert", "indent"),
  at: fc.nat(sound.length - 1),
  line: piece,
});

function changed(lines: readonly string[], changes: readonly { kind: string; at: number; line: string }[]): string {
  const result = [...lines];
  for (const { kind, at, line } of changes) {
    if (kind === "delete") result.splice(at, 1);
    else if (kind === "duplicate") result.splice(at, 0, result[at] ?? "");
    else if (kind === "insert") result.splice(at, 0, line);
    else result.splice(at, 1, `  ${result[at] ?? ""}`);
  }
  return result.join("\n");
}

function expectAnswer({ study, problems }: ParsedStudy): void {
  expect(study === undefined, "a study or problems").toBe(problems.length > 0);
  for (const problem of problems) {
    expect(problem.place?.file).toBe(file);
    expect(problem.code).not.toBe("");
    expect(problem.text.en.trim()).not.toBe("");
    expect(problem.text.zh.trim()).not.toBe("");
  }
}

function expectLines(given: string): void {
  const parsed = parseStudy(given, file);
  expectAnswer(parsed);
  const lines = given.split("\n").length;
  for (const { place, text } of parsed.problems) {
    expect(place?.line, text.en).toBeGreaterThanOrEqual(1);
    expect(place?.line, text.en).toBeLessThanOrEqual(lines);
  }
}

describe("the study parser", () => {
  it("reads the study that its mutations start from", () => {
    const { study, problems } = parseStudy(sound.join("\n"), file);
    expect(problems).toEqual([]);
    expect(study).toBeDefined();
  });

  it("answers any text with a study or with problems, and never throws", () => {
    fc.assert(
      fc.property(text, (given) => expectAnswer(parseStudy(given, file))),
      { numRuns: 2000 },
    );
  });

  it("answers a study without one of its lines", () => {
    sound.forEach((_, at) => {
      expectLines(changed(sound, [{ kind: "delete", at, line: "" }]));
    });
  });

  it("answers a changed study with a study, or with problems that name their lines", () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        expectLines(changed(sound, changes));
      }),
      { numRuns: 500 },
    );
  });
});
