import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atlasTable } from "../../test/atlas-table.ts";
import { findColumn, labels, makeTable, type NumberColumn, numbers, type Table } from "../contract/table.ts";
import { atEdition } from "./at-edition.ts";
import { placesIn } from "./dated-place.ts";
import { codeFollower } from "./follow-code.ts";
import { changesIn } from "./place-changes.ts";

const codes = {
  places: placesIn(atlasTable("codes/places.csv"), "gb2260"),
  changes: changesIn(atlasTable("codes/changes.csv", { share: "1" })),
};
const follow = codeFollower(codes);

type Row = readonly [code: string, year: number, gdp: number, perHead?: number];

function panel(...rows: readonly Row[]): Table {
  return makeTable(
    "panel",
    ["code", "year"],
    [
      labels(
        "code",
        rows.map(([code]) => code),
      ),
      numbers(
        "year",
        "year",
        rows.map(([, year]) => year),
      ),
      numbers(
        "gdp",
        "100 million yuan",
        rows.map(([, , gdp]) => gdp),
      ),
      numbers(
        "gdp_per_head",
        "yuan per person",
        rows.map(([, , , perHead = Number.NaN]) => perHead),
      ),
    ],
    { roles: { place: "code" } },
  );
}

function at(edition: number, ...rows: readonly Row[]) {
  const made = atEdition(panel(...rows), codes, { edition, additive: ["gdp"] });
  const column = (name: string) => findColumn(made.table, name) as NumberColumn;
  const shown = Array.from({ length: made.table.rows }, (_, row) => [
    findColumn(made.table, "code")!.values[row],
    column("year").values[row],
    column("gdp").values[row],
    column("gdp").flags?.[row] ?? null,
  ]);
  const said = made.log.map(({ action, code, to, years }) => [action, code, to.join(" "), years.join(" ")]);
  return { ...made, shown, said };
}

describe("places that merged", () => {
  it("are added up where a measure adds up, and refused where it does not", () => {
    // 7,100.2 + 1,005.7 = 8,105.9
    const { shown, said, table, log } = at(2020, ["370100", 2018, 7100.2, 98000], ["371200", 2018, 1005.7, 73000]);
    expect(shown).toEqual([["370100", 2018, 8105.9, "summed"]]);
    expect(findColumn(table, "gdp_per_head")!.values[0]).toBeNaN();
    expect(said).toEqual([
      ["recoded", "371200", "370100", "2018"],
      ["summed", "370100", "370100", "2018"],
      ["refused", "370100", "370100", "2018"],
    ]);
    expect(log[2]!.text.en).toBe(
      "gdp_per_head of Jinan (370100), Laiwu (371200) is not said to add up: Jinan (370100) is left empty. Work it out again from what it is made of",
    );
    expect(log[0]!.text.zh).toContain("并入");
  });

  it("have no sum where one figure is missing", () => {
    expect(at(2020, ["370100", 2018, 7100.2], ["371200", 2018, Number.NaN]).shown).toEqual([
      ["370100", 2018, Number.NaN, "summed"],
    ]);
  });

  it("are kept on the old boundary and flagged, where what was merged into them has no row", () => {
    const { shown, log, account } = at(2020, ["370100", 2018, 7100.2], ["370100", 2019, 9443.4]);
    expect(shown).toEqual([
      ["370100", 2018, 7100.2, "old-boundary"],
      ["370100", 2019, 9443.4, null],
    ]);
    expect(log.map(({ text }) => text.en)).toEqual([
      "Jinan (370100) stands on its old boundary: Laiwu (371200), merged into it (2019-01), has no row to add",
    ]);
    expect(account).toEqual({ rows: 2, kept: 2, recoded: 0, summed: 0, listed: 0, unlisted: 0 });
  });

  it("are never taken for the whole that they became a part of", () => {
    const alone = at(2020, ["371200", 2018, 1005.7]);
    expect(alone.shown).toEqual([]);
    expect(alone.account).toMatchObject({ rows: 1, listed: 1 });
    expect(alone.log.at(-1)!.text.en).toBe(
      "Laiwu (371200) is only a part of Jinan (370100): Jinan (370100) has no row to add. It is listed and left out",
    );
    // 姑苏区 was made of three districts of Suzhou
    expect(at(2015, ["320502", 2010, 1], ["320503", 2010, 2]).shown).toEqual([]);
    expect(at(2015, ["320502", 2010, 1], ["320503", 2010, 2], ["320504", 2010, 4]).shown).toEqual([
      ["320508", 2010, 7, "summed"],
    ]);
  });
});

describe("places that were split", () => {
  it("are listed with their targets and never divided: Chaohu 2011", () => {
    const { shown, log, account } = at(
      2019,
      ["341400", 2010, 629.8],
      ["340100", 2010, 2702.5],
      ["340200", 2010, 1108.6],
      ["340500", 2010, 811],
      ["340300", 2010, 636.9],
    );
    expect(shown).toEqual([
      ["340100", 2010, 2702.5, "old-boundary"],
      ["340200", 2010, 1108.6, "old-boundary"],
      ["340500", 2010, 811, "old-boundary"],
      ["340300", 2010, 636.9, null],
    ]);
    expect(account).toEqual({ rows: 5, kept: 4, recoded: 0, summed: 0, listed: 1, unlisted: 0 });
    const listed = log.find(({ action }) => action === "listed")!;
    expect(listed.to).toEqual(["340100", "340200", "340500"]);
    expect(listed.text.en).toMatch(
      /^Chaohu \(341400\) has no one place .* Hefei \(340100\), Wuhu \(340200\), Ma'anshan/,
    );
    expect(listed.text.zh).toContain("庐江、居巢划归合肥");
  });

  it("are known by their counties, which went whole", () => {
    expect(follow("341421", 2010, 2019)).toMatchObject({ kind: "one", code: "340124" });
    expect(follow("341402", 2010, 2019)).toMatchObject({ kind: "one", code: "340181" });
    expect(follow("341424", 2010, 2019)).toMatchObject({ kind: "split", targets: ["340207", "340523"] });
    // 无为县 to Wuhu in 2011, a city of county level since 2019
    expect(follow("341422", 2010, 2020).steps.map(({ to }) => to)).toEqual(["340225", "340281"]);
  });
});

describe("codes that changed", () => {
  it.each([
    ["420600", 2009, 2020, "420600"], // 襄樊 to 襄阳
    ["522400", 2010, 2020, "520500"],
    ["522200", 2010, 2020, "520600"],
    ["632100", 2012, 2020, "630200"],
    ["542300", 2013, 2020, "540200"],
    ["542400", 2016, 2020, "540600"],
    ["652100", 2014, 2020, "650400"],
    ["652200", 2015, 2020, "650500"],
    ["469003", 2014, 2020, "460400"],
    ["130182", 2013, 2020, "130109"],
    ["131181", 2015, 2020, "131103"],
    ["320584", 2011, 2020, "320509"],
    ["330183", 2013, 2020, "330111"],
    ["330185", 2016, 2020, "330112"],
    ["330283", 2015, 2020, "330213"],
    ["320124", 2012, 2020, "320117"],
    ["130621", 2014, 2020, "130607"],
    ["341521", 2014, 2020, "340422"],
    ["512081", 2015, 2020, "510185"],
  ])("%s of %i is %s in %i, and back", (code, from, to, now) => {
    expect(follow(code, from, to)).toMatchObject({ kind: "one", code: now });
    expect(follow(now, to, from)).toMatchObject({ kind: "one", code });
  });

  it("move the boundaries of the prefectures between which a county went", () => {
    const { shown, log } = at(2020, ["341500", 2014, 1086.3], ["340400", 2014, 789.3]);
    expect(shown).toEqual([
      ["341500", 2014, 1086.3, "old-boundary"],
      ["340400", 2014, 789.3, "old-boundary"],
    ]);
    expect(log.map(({ text }) => text.en)).toEqual([
      "Lu'an (341500) stands on another boundary than in this edition: Shouxian (341521) became Shouxian (340422) (2015-12)",
      "Huainan (340400) stands on another boundary than in this edition: Shouxian (341521) became Shouxian (340422) (2015-12)",
    ]);
    expect(at(2020, ["341500", 2016, 1108.1]).said).toEqual([]);
  });

  it("are read as those of the years in which they were in force, and this is said", () => {
    const late = at(2020, ["371200", 2019, 1], ["370100", 2019, 2]);
    expect(late.shown).toEqual([["370100", 2019, 2, null]]);
    expect(late.log.map(({ text }) => text.en)).toEqual([
      "Laiwu (371200) was not in force then: read as the code of 2018",
      "Laiwu (371200) was merged into Jinan (370100) (2019-01), whose figure of this year may hold it already. It is listed and left out",
    ]);
    expect(at(2020, ["522400", 2013, 7]).shown).toEqual([["520500", 2013, 7, null]]);
    const early = at(2020, ["320509", 2008, 5]);
    expect(early.shown).toEqual([["320509", 2008, 5, null]]);
    expect(early.said[0]).toEqual(["out-of-use", "320509", "320509", "2008"]);
  });

  it("that give one place twice in a year are neither taken nor added up", () => {
    const { shown, log, account } = at(
      2020,
      ["522400", 2010, 600.9],
      ["520500", 2010, 600.9],
      ["520100", 2010, 1121.8],
    );
    expect(shown).toEqual([["520100", 2010, 1121.8, null]]);
    expect(log.find(({ action }) => action === "doubled")!.text.en).toBe(
      "Bijie Prefecture (522400), Bijie (520500) are one place, Bijie (520500), given more than once for a year: neither is taken",
    );
    expect(account).toMatchObject({ rows: 3, kept: 1, listed: 2 });
  });

  it("that no table knows are kept and said to be unchecked", () => {
    const { shown, said, account } = at(2020, ["130121", 2015, 5]);
    expect(shown).toEqual([["130121", 2015, 5, null]]);
    expect(said).toEqual([["unlisted", "130121", "", "2015"]]);
    expect(account.unlisted).toBe(1);
  });
});

describe("an earlier edition", () => {
  it("keeps what later held more, and says so; names what was a part", () => {
    const { shown, said } = at(2010, ["370100", 2020, 10140.9], ["340100", 2020, 10045.7], ["320508", 2020, 900]);
    expect(shown).toEqual([
      ["370100", 2020, 10140.9, "new-boundary"],
      ["340100", 2020, 10045.7, "new-boundary"],
    ]);
    expect(said.find(([action]) => action === "listed")).toEqual(["listed", "320508", "320502 320503 320504", "2020"]);
    expect(follow("340523", 2020, 2010)).toMatchObject({ kind: "part", targets: ["341424"] });
  });
});

it("sums industry by industry where the key has more than place and year", () => {
  const column = (name: string, values: string[]) => labels(name, values);
  const table = makeTable(
    "jobs",
    ["code", "industry"],
    [
      column("code", ["370100", "370100", "371200"]),
      column("industry", ["A", "B", "A"]),
      numbers("jobs", "person", [1, 2, 4]),
    ],
    { roles: { place: "code" } },
  );
  const { table: made, log } = atEdition(table, codes, { edition: 2020, year: 2015, additive: ["jobs"] });
  expect([...(findColumn(made, "jobs") as NumberColumn).values]).toEqual([5, 2]);
  expect((findColumn(made, "jobs") as NumberColumn).flags).toEqual(["summed", "old-boundary"]);
  expect(log.map(({ action, rows }) => [action, rows])).toEqual([
    ["recoded", [2]],
    ["summed", [0, 2]],
    ["old-boundary", [1]],
  ]);
});

it("refuses a column that is not there, labels to add, and a row without a year", () => {
  const table = panel(["370100", 2018, 1]);
  const options = { edition: 2020, additive: ["gdpp"] };
  expect(() => atEdition(table, codes, options)).toThrow("panel: no column gdpp");
  expect(() => atEdition(table, codes, { edition: 2020, additive: ["code"] })).toThrow(
    "panel: additive column code holds labels, expected numbers",
  );
  expect(() => atEdition(panel(["370100", Number.NaN, 1]), codes, { edition: 2020, additive: [] })).toThrow(
    "panel: year is NaN, expected a year",
  );
});

it("loses no row and no total: what is listed and what is kept make the whole", () => {
  const prefectures = [...new Set(codes.places.map(({ code }) => code))];
  const row = fc.tuple(
    fc.constantFrom(...prefectures),
    fc.integer({ min: 2000, max: 2024 }),
    fc.integer({ max: 1e6, min: 1 }),
  );
  const rows = fc.uniqueArray(row, { selector: ([code, year]) => `${code}|${year}`, maxLength: 60 });
  fc.assert(
    fc.property(rows, fc.integer({ min: 2000, max: 2024 }), (given, edition) => {
      const { account, log, shown } = at(edition, ...given);
      const { rows: all, kept, recoded, summed, listed, unlisted } = account;
      expect(kept + recoded + summed + listed + unlisted).toBe(all);
      const left = new Set(
        log.filter(({ action }) => action === "listed" || action === "doubled").flatMap((entry) => entry.rows),
      );
      expect(left.size).toBe(listed);
      const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
      const before = total(given.flatMap(([, , value], at) => (left.has(at) ? [] : [value])));
      expect(total(shown.map(([, , value]) => value as number))).toBe(before);
    }),
  );
});
