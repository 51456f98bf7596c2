import { describe, expect, it } from "vitest";
import { atlasRows } from "../../test/atlas-panels.ts";
import { atlasTable } from "../../test/atlas-table.ts";
import { findColumn, labels, makeTable, type NumberColumn, numbers, type Table } from "../contract/table.ts";
import { commonSections } from "./common-sections.ts";
import { crossSections } from "./cross-section.ts";
import { regroup } from "./regroup.ts";
import { classificationsIn } from "./section.ts";

const known = classificationsIn({
  sections: atlasTable("codes/sections.csv"),
  crossings: atlasTable("codes/crossings.csv"),
  lists: atlasTable("codes/lists.csv"),
});
const china = "china-clusters/industries";
const boswash = "boswash/industries";
const japan = "japan/industries";
const ids = (of: readonly string[], minor: "listed" | "joined" = "listed") =>
  commonSections(of, known, { minor })
    .sections.map(({ id }) => id)
    .join(" ");

describe("crossSections", () => {
  it("lists every target of a section that splits, the main ones first, and apportions nothing", () => {
    const found = crossSections(known, "gbt-4754-2002", "isic-4").find(({ section }) => section === "N")!;
    expect(found.splits).toBe(true);
    expect(found.targets.map(({ section, extent }) => `${section} ${extent}`)).toEqual([
      "E main",
      "N minor",
      "O minor",
      "R minor",
    ]);
    expect(found.targets[3]!.note!.zh).toContain("公园");
  });

  it("knows that the letters F to I mean other sections since 2011", () => {
    const moved = crossSections(known, "gbt-4754-2002", "gbt-4754-2011")
      .filter(({ section }) => "FGHI".includes(section))
      .map(({ section, targets }) => section + targets.map((each) => each.section).join(""));
    expect(moved).toEqual(["FG", "GI", "HF", "IH"]);
  });

  it("goes the other way round as well", () => {
    const back = crossSections(known, "isic-4", "jsic-13");
    expect(back.find(({ section }) => section === "A")).toMatchObject({
      splits: true,
      targets: [
        { section: "A", kind: "part" },
        { section: "B", kind: "part" },
      ],
    });
    expect(back.find(({ section }) => section === "F")).toMatchObject({ splits: false, targets: [{ kind: "same" }] });
  });
});

describe("commonSections", () => {
  it("compares Jing-Jin-Ji, Boston-Washington and Japan on fifteen sections", () => {
    expect(ids([china, boswash, japan])).toBe("A B C D+E F G H I J K L M+N P Q R+S");
    const { sections, lost } = commonSections([china, boswash, japan], known);
    expect(sections.find(({ id }) => id === "M+N")!.members).toEqual({
      [china]: ["L", "M"],
      [boswash]: ["54", "55", "56"],
      [japan]: ["L", "R"],
    });
    expect(lost.map(({ of, code, reason }) => `${of.split("/")[0]} ${code} ${reason}`)).toEqual([
      "china-clusters S no-counterpart", // County Business Patterns leaves out government
      "boswash 00 total",
      "boswash 99 unclassified",
      "japan Q no-main-target",
      "japan S no-counterpart",
    ]);
  });

  it("says which parts are counted where they do not belong, or joins them", () => {
    const { overlaps } = commonSections([china, boswash], known);
    const told = overlaps.find(({ crossing }) => crossing.system === "naics-2017" && crossing.section === "54")!;
    expect([told.countedIn, told.belongsTo, told.crossing.note!.en]).toEqual([
      "M+N",
      "J",
      "Computer systems design (5415).",
    ]);
    const joined = commonSections([china, boswash, japan], known, { minor: "joined" });
    expect(joined.overlaps).toEqual([]);
    expect(joined.sections.map(({ id }) => id)).toEqual(["A", "B", "C+D+E+G+H+J+K+L+M+N+O+Q+R+S+T+U", "F", "I", "P"]);
  });

  it("keeps the five groups of Rhine-Ruhr where it takes part", () => {
    expect(ids([china, boswash, japan, "rhine-ruhr/industries"])).toBe("A B+C+D+E F G+H+I+J K+L+M+N O+P+Q+R+S+T+U");
  });

  it("joins what a list has in one code, unless the table has the finer ones", () => {
    expect(ids([china, "britain/industries"])).toMatch(/^A\+B C D\+E F/);
    const codes = atlasRows("britain/jobs.csv").map(({ industry }) => industry as string);
    const jobs = commonSections([china, { list: "britain/industries", codes }], known);
    expect(jobs.sections.map(({ id }) => id).join(" ")).toMatch(/^A B C D\+E F/);
  });

  it("is one to one where letters are the same, and takes the direct crossing where there is one", () => {
    expect(ids(["nace-2", "sic-2007"])).toBe("A B C D E F G H I J K L M N O P Q R S T U");
    expect(ids(["gbt-4754-2002", "gbt-4754-2017"])).toBe("A B C D E F G H I J K L M N O P Q R S T");
    expect(ids(["gbt-4754-2002", "gbt-4754-2017"], "joined")).toBe("A B C D E F G H I J K L M N O P Q+S R T");
  });

  it("refuses a classification that it does not know", () => {
    expect(() => commonSections(["naics-2017", "isic4"], known)).toThrow(
      "no classification or list of industries isic4",
    );
    expect(() =>
      commonSections(["a", "b"], {
        ...known,
        sections: [
          { system: "a", code: "A", name: { en: "A", zh: "甲" } },
          { system: "b", code: "A", name: { en: "A", zh: "甲" } },
        ],
        lists: [],
      }),
    ).toThrow("no crossing leads from a to b");
  });
});

/** Employees by place and industry, as the atlas has them. */
function figures(path: string, industry: string, value: string): Table {
  const place = Object.keys(atlasRows(path)[0]!)[0]!;
  const keys = [place, "year", industry];
  return { ...atlasTable(path, { [value]: "person", year: "year" }, { place, industry }), key: keys };
}

const total = (table: Table, name: string) =>
  (findColumn(table, name) as NumberColumn).values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0);

describe("regroup", () => {
  const common = commonSections([china, boswash, japan], known);
  // rounding of sums of a few thousand decimals
  const rounding = 6;

  it.each([
    [china, "china-clusters/employment.csv", "industry", "employees_10k"],
    [boswash, "boswash/employment.csv", "naics2", "employees"],
    [japan, "japan/employment.csv", "industry", "employees"],
  ])("keeps the sum of %s: what is regrouped and what is left out make the whole", (list, path, industry, value) => {
    const given = figures(path, industry, value);
    const filled = {
      ...given,
      columns: given.columns.map((each) => (each.name === value ? zeroed(each as NumberColumn) : each)),
    };
    const { table, leftOut } = regroup(filled, common, { list, additive: [value] });
    const out = leftOut.reduce((sum, { sums }) => sum + sums[value]!, 0);
    expect(total(table, value) + out).toBeCloseTo(total(given, value), rounding);
    expect(new Set(findColumn(table, industry)!.values as string[]).size).toBe(15);
  });

  it("puts shipped figures of three countries side by side", () => {
    const share = (list: string, path: string, industry: string, value: string, place: string, id: string) => {
      const { table } = regroup(figures(path, industry, value), common, { list, additive: [value] });
      const [places, sections, values] = [0, 2, 3].map((at) => table.columns[at]!.values) as [
        string[],
        string[],
        number[],
      ];
      const own = places.flatMap((each, row) => (each === place ? [row] : []));
      const all = own.reduce((sum, row) => sum + values[row]!, 0);
      return values[own.find((row) => sections[row] === id)!]! / all;
    };
    // by hand from the tables, over what is common: Beijing 2019 65.386 + 0 of its total less S; Tokyo 13 in JSIC E
    const beijing = share(china, "china-clusters/employment.csv", "industry", "employees_10k", "110000", "C");
    const rows = atlasRows("china-clusters/employment.csv").filter(({ code }) => code === "110000");
    const whole = rows.reduce(
      (sum, { industry, employees_10k }) => sum + (industry === "S" ? 0 : Number(employees_10k)),
      0,
    );
    expect(beijing).toBeCloseTo(65.386 / whole, 12);
    expect(share(boswash, "boswash/employment.csv", "naics2", "employees", "35620", "M+N")).toBeGreaterThan(beijing);
    expect(share(japan, "japan/employment.csv", "industry", "employees", "13", "J")).toBeGreaterThan(0.05);
  });

  it("leaves a sum empty where a part is missing, and names codes that no list has", () => {
    const table = makeTable(
      "jobs",
      ["industry"],
      [labels("industry", ["L", "M", "A", "ZZ", "S"]), numbers("jobs", "person", [1, Number.NaN, 2, 4, 8])],
    );
    const { table: made, leftOut } = regroup(table, common, { list: china, additive: ["jobs"] });
    expect(findColumn(made, "industry")!.values).toEqual(["A", "M+N"]);
    expect([...(findColumn(made, "jobs") as NumberColumn).values]).toEqual([2, Number.NaN]);
    expect(leftOut.map(({ code, reason, sums }) => [code, reason, sums.jobs])).toEqual([
      ["S", "no-counterpart", 8],
      ["ZZ", "unknown", 4],
    ]);
  });

  it("refuses a table that has a group and its parts, and a list that is not compared", () => {
    const codes = ["AB", "A"];
    const table = makeTable("gva", ["industry"], [labels("industry", codes), numbers("gva", "GBP", [3, 1])]);
    const two = commonSections([china, "britain/industries"], known);
    expect(() => regroup(table, two, { list: "britain/industries", additive: ["gva"] })).toThrow(
      "gva: A and AB of britain/industries hold the same section",
    );
    expect(() => regroup(table, two, { list: japan, additive: ["gva"] })).toThrow(
      "regroup: japan/industries is not in this common list",
    );
  });
});

const zeroed = (column: NumberColumn): NumberColumn => ({
  ...column,
  values: column.values.map((value) => (Number.isNaN(value) ? 0 : value)),
});
