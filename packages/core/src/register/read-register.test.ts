import { describe, expect, it } from "vitest";
import { findColumn, labels, makeTable, type Table } from "../contract/table.ts";
import type { KnownReach } from "./reach.ts";
import { type ReadRegister, readRegister } from "./read-register.ts";
import type { Rule } from "./rules.ts";

const known: KnownReach = {
  places: [
    { code: "110000", name: { en: "Beijing", zh: "北京市" } },
    { code: "130000", name: { en: "Hebei", zh: "河北省" } },
    { code: "130100", name: { en: "Shijiazhuang", zh: "石家庄市" }, parent: "130000" },
    { code: "130200", name: { en: "Tangshan", zh: "唐山市" }, parent: "130000" },
    { code: "320500", name: { en: "Suzhou", zh: "苏州市" } },
    { code: "341300", name: { en: "Suzhou", zh: "宿州市" } },
  ],
  clusters: [
    { id: "north", edition: "2015", short: { en: "North", zh: "北群" }, members: ["110000", "130100", "130200"] },
  ],
  groups: [{ id: "north", members: ["110000", "130100", "130200"] }],
};

/** A register from rows of cells, as a file of its name would give it: row 1 is the head. */
function register(rows: readonly Readonly<Record<string, string>>[]): Table {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = names.map((name) =>
    labels(
      name,
      rows.map((row) => row[name] ?? null),
    ),
  );
  return makeTable("mine", [], columns, {
    source: { dataset: "mine", file: "mine.csv" },
    lines: Uint32Array.from(rows, (_, at) => at + 2),
  });
}

const plain = { id: "p1", title_en: "A plan", reach: "north" };
const read = (rows: Parameters<typeof register>[0], rules: readonly Rule[] = []): ReadRegister =>
  readRegister(register(rows), { known, rules });
const cell = ({ table }: ReadRegister, column: string, row = 0) => findColumn(table, column)?.values[row];
const told = ({ problems }: ReadRegister) =>
  problems.map(({ code, place, text }) => `${code} ${place?.file}:${place?.row} ${place?.column}: ${text.en}`);

it("reads codes in either language, dates, and places through clusters, provinces and names", () => {
  const found = read([
    {
      ...plain,
      mechanism: "中央统筹",
      rung: "Removing barriers",
      instrument: "供给",
      level: "规划",
      date: "2014年3月",
    },
    { id: "p2", title_zh: "甲", reach: "河北省", date: "1980s" },
    { id: "p3", title_zh: "乙", reach: "北京;130200" },
  ]);
  expect(found.problems).toEqual([]);
  expect(
    ["mechanism", "rung", "instrument", "level", "date", "start", "latest"].map((name) => cell(found, name)),
  ).toEqual(["central-coordinated", "remove-barriers", "supply", "strategic-plan", "2014-03", 2014, 2014]);
  expect(["places_reached", "start", "latest"].map((name) => cell(found, name, 1))).toEqual([
    "130000;130100;130200",
    1980,
    1989,
  ]);
  expect(cell(found, "places_reached", 2)).toBe("110000;130200");
  expect(found.account).toMatchObject({ entries: 3, dated: 2, undated: 1, coarse: 1 });
  expect(found.notes[0]?.text.zh).toBe(
    "共 3 项：2 项有日期（其中 1 项仅知年代，0 项为目标年份），1 项无日期，不作推断",
  );
});

it("leaves an entry without a date without one", () => {
  const found = read([{ ...plain, precision: "none" }]);
  expect(found.problems).toEqual([]);
  expect([cell(found, "date"), cell(found, "start"), cell(found, "basis")]).toEqual([null, Number.NaN, null]);
});

it("reaches a province in part where it reaches some of its cities", () => {
  const groups = [{ id: "provinces", members: ["110000", "130000"] }];
  const found = readRegister(register([{ ...plain, reach: "130100" }]), { known: { ...known, groups } });
  expect(["places_reached", "places_partly", "cluster"].map((name) => cell(found, name))).toEqual([
    "130100",
    "130000",
    "provinces",
  ]);
});

it("reaches places of the study's own cluster that no gazetteer knows, by their code", () => {
  const groups = [{ id: "states", members: ["US-10", "US-36"] }];
  const found = readRegister(register([{ ...plain, reach: "us-36" }]), { known: { ...known, groups } });
  expect(found.problems).toEqual([]);
  expect(["places_reached", "cluster"].map((name) => cell(found, name))).toEqual(["US-36", "states"]);
});

describe("what is wrong is told with its cell and how to mend it", () => {
  it.each([
    [
      { announced: "2015", ended: "2014-12" },
      "register-dates-contradict mine.csv:2 ended: ended 2014-12, before it was announced in 2015",
    ],
    [
      { announced: "2015-06", in_force: "2015-05-31" },
      "register-dates-contradict mine.csv:2 in_force: in force 2015-05-31, before it was announced in 2015-06",
    ],
    [
      { in_force: "2016", ended: "2015" },
      "register-dates-contradict mine.csv:2 ended: ended 2015, before it was in force in 2016",
    ],
    [{ date: "41699" }, "register-date-unreadable mine.csv:2 date: 41699 is no date"],
    [
      { date: "2014", precision: "month" },
      "register-precision-lost mine.csv:2 date: precision says month, but the date is 2014: precision was lost",
    ],
    [
      { date: "2014", precision: "none" },
      "register-precision-contradicts mine.csv:2 date: precision says none, but there is the date 2014",
    ],
    [{ precision: "year" }, "register-date-missing mine.csv:2 precision: precision says year, but there is no date"],
    [
      { date: "2014", precision: "week" },
      "register-precision-unknown mine.csv:2 precision: precision of the date is week",
    ],
    [
      { reach: "Bejing" },
      "register-reach-unknown mine.csv:2 reach: Bejing is no place and no cluster that the atlas knows",
    ],
    [{ reach: "Suzhou" }, "register-reach-ambiguous mine.csv:2 reach: Suzhou is the name of 2 places"],
    [
      { mechanism: "centrl" },
      "register-code-unknown mine.csv:2 mechanism: coordination mechanism is centrl, expected one of central-coordinated, local-collaboration, cross-border-consultation, market",
    ],
    [{ amount: "30" }, "register-amount-without-unit mine.csv:2 amount: amount 30 has no unit"],
    [
      { amount: "30", amount_unit: "lots" },
      "register-amount-without-unit mine.csv:2 amount_unit: lots is no unit of the amount 30",
    ],
    [{ amount: "thirty" }, "register-amount-unreadable mine.csv:2 amount: amount is thirty, expected a number"],
  ])("%j", (cells, expected) => {
    const found = read([{ ...plain, ...cells }]);
    expect(told(found)).toEqual([expected]);
    expect(found.problems[0]?.hint?.zh).toMatch(/\p{Script=Han}/u);
    expect(found.problems[0]?.text.zh).toMatch(/\p{Script=Han}/u);
  });

  it.each([
    [{ reach: "Bejing" }, "did you mean Beijing?"],
    [{ mechanism: "centrl" }, "did you mean central?"],
    [{ reach: "Suzhou" }, "write the code of the place meant: 320500, 341300"],
  ])("hints of %j", (cells, hint) => {
    expect(read([{ ...plain, ...cells }]).problems[0]?.hint?.en).toBe(hint);
  });

  it("tells an id twice, an entry twice, and of a title twice only where dates differ", () => {
    const found = read([
      plain,
      { ...plain, title_en: "Another" },
      { ...plain, id: "p2" },
      { ...plain, id: "p3", date: "2014" },
    ]);
    expect(told(found)).toEqual([
      "register-id-repeated mine.csv:3 id: id p1 stands in row 2 already",
      "register-entry-repeated mine.csv:4 title_en: p2 is p1 again: same title, date and reach",
    ]);
    expect(found.notes.map(({ code }) => code)).toContain("register-title-repeated");
  });

  it("asks for ids and titles", () => {
    const found = readRegister(register([{ name: "x" }]), { known });
    expect(found.problems.map(({ code }) => code).slice(0, 2)).toEqual([
      "register-column-missing",
      "register-column-missing",
    ]);
  });

  it("takes dates that are compatible at their precision", () => {
    expect(read([{ ...plain, announced: "2015-06", in_force: "2015", ended: "2015-06-30" }]).problems).toEqual([]);
  });

  it("wonders at years that were written as days", () => {
    const found = read([
      { ...plain, date: "2014-01-01" },
      { ...plain, id: "p2", title_en: "B", date: "2015-01-01" },
    ]);
    expect(found.notes.map(({ code }) => code)).toContain("register-new-years");
    const mended = read([{ ...plain, date: "2014-01-01", precision: "year" }]);
    expect(cell(mended, "date")).toBe("2014");
  });
});

it("knows amounts in either language's units", () => {
  const found = read([
    { ...plain, amount: "1,200", amount_unit: "亿元" },
    { id: "p2", title_en: "B", reach: "north", amount: "3", amount_unit: "billion USD" },
  ]);
  expect(found.problems).toEqual([]);
  expect(cell(found, "amount")).toBe(1200);
});

describe("rules", () => {
  const rules: Rule[] = [
    { when: { title: ["park", "园区"] }, fill: { instrument: "supply" } },
    { when: { title: ["industr*"], kind: ["plan"] }, fill: { objective: "industry" } },
    { when: { kind: ["plan"] }, fill: { objective: "mechanisms", instrument: "environment" } },
  ];
  const rows = [
    { id: "p1", title_en: "An industrial park", kind: "plan", reach: "north" },
    { id: "p2", title_en: "Parking", kind: "plan", reach: "north", instrument: "demand" },
    { id: "p3", title_zh: "某园区", kind: "park", reach: "north" },
  ];

  it("fill empty cells, the first that holds, and say which", () => {
    const found = read(rows, rules);
    const column = (name: string) => findColumn(found.table, name)?.values;
    expect(column("instrument")).toEqual(["supply", "demand", "supply"]);
    expect(column("objective")).toEqual(["industry", "mechanisms", null]);
    expect(column("by_rule")).toEqual([
      "instrument: rule 1; objective: rule 2",
      "objective: rule 3",
      "instrument: rule 1",
    ]);
    expect(found.account.filled.map(({ entry, column: filled, rule }) => [entry, filled, rule])).toEqual([
      ["p1", "instrument", 1],
      ["p1", "objective", 2],
      ["p2", "objective", 3],
      ["p3", "instrument", 1],
    ]);
  });

  it("are accounted for, entry by entry, and where they disagree", () => {
    const said = read(rows, rules).notes.map(({ text }) => text.en);
    expect(said).toContain("rule 1 fills instrument with supply in 2 entries: p1, p3");
    expect(said).toContain("instrument of p1: rule 1 says supply, rule 3 says environment; rule 1 holds");
    expect(said).toContain("objective of p1: rule 2 says industry, rule 3 says mechanisms; rule 2 holds");
  });

  it("that fill nothing, ask for what there is not or say no code are told", () => {
    const found = read(rows, [
      { when: { kind: ["plans"] }, fill: { sector: "steel" } },
      { when: {}, fill: { instrument: "suply" } },
    ]);
    expect(found.notes.map(({ text, hint }) => `${text.en} ${hint?.en ?? ""}`)).toEqual(
      expect.arrayContaining([
        "rule 1: no entry has kind plans; there are park, plan did you mean plan?",
        "rule 1 fills no cell ",
      ]),
    );
    expect(found.problems.map(({ text, hint }) => `${text.en} ${hint?.en}`)).toEqual([
      "rule 2: instrument is suply, expected one of supply, demand, environment did you mean supply?",
    ]);
  });
});
