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
  expect(study !== undefined || problems.length > 0, "a study or problems").toBe(true);
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

  it("keeps what it can read, under the names and at the positions of the file", () => {
    const { study, unread, problems } = parseStudy(
      `conurb: 1
title: { en: A, zh: 甲 }
datasets: { jobs: { fiel: jobs.csv }, trade: { file: trade.csv } }
analyses:
  one: { us: inequality/theil, on: jobs }
  two: { use: inequality/theil, on: jobs }
report:
  headlins: [one]
  sections:
    - { show: [one] }
    - { title: B, show: [two] }
`,
      file,
    );
    expect(problems.map(({ place }) => [place?.path, place?.line])).toEqual([
      ["datasets.jobs.fiel", 3],
      ["analyses.one.use", 5],
      ["analyses.one.us", 5],
      ["report.sections.0.title", 10],
      ["report.headlins", 8],
    ]);
    expect([...unread].sort()).toEqual(["analyses.one", "datasets.jobs", "report.headlins", "report.sections.0"]);
    expect(Object.keys(study?.analyses ?? {}).sort()).toEqual(["one", "two"]);
    expect(study?.datasets.trade?.file).toBe("trade.csv");
    expect(study?.report.sections?.[1]?.title.en).toBe("B");
  });

  it("names the line where anchors begin to multiply", () => {
    const nine = (of: string) => `[${new Array(9).fill(of).join(", ")}]`;
    const bomb = `a: &a ${nine("x")}\nb: &b ${nine("*a")}\nc: &c ${nine("*b")}\nd: ${nine("*c")}\n`;
    const [problem] = parseStudy(bomb, file).problems;
    expect(problem).toMatchObject({ code: "yaml-aliases", place: { line: 3 } });
    expect(problem?.text.en).toContain("*b");
    const many = `a: &a [x]\n${Array.from({ length: 200 }, (_, at) => `k${at}: *a\n`).join("")}`;
    expect(parseStudy(many, file).problems[0]?.place?.line).toBe(102); // the 101st alias, one line after the anchor
  });

  it("tells once what a slip breaks, beside keys that stand twice above it", () => {
    const slip = `seed: 1\n${sound.join("\n").replace("{ expr: jobs.gdp, unit: yuan }", '{ expr: jobs["a b"] / jobs.people, unit: yuan }')}`;
    const { problems } = parseStudy(slip, file);
    const slipped = slip.split("\n").findIndex((line) => line.includes('jobs["a b"]')) + 1;
    expect(problems.map(({ place }) => place?.line)).toEqual([4, slipped]);
    expect(problems[1]?.hint?.en).toBe(
      "within { } an expression with [ ] stands in quotation marks: expr: 'jobs[\"a b\"] / jobs.people'",
    );
    const mended = slip.replace("seed: 1\n", "").replace(/expr: (jobs\[.*?), unit/, "expr: '$1', unit");
    expect(parseStudy(mended, file).problems).toEqual([]);
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
