import { expect, it } from "vitest";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { checkTable } from "./check-table.ts";

const places = Array.from({ length: 8 }, (_, at) => `p${at}`);

function faultsOf(values: readonly number[], unit: string, name = "jobs") {
  const lines = Uint32Array.from(places, (_, row) => row + 2);
  const table = makeTable("t", ["place"], [labels("place", places), numbers(name, unit, values)], {
    roles: { place: "place", value: name },
    source: { dataset: "t", file: "t.csv" },
    lines,
  });
  return checkTable(table).faults.map(({ code, severity, text, cells }) => ({
    code,
    severity,
    en: text.en,
    rows: cells.map(({ row }) => row),
  }));
}

it("says that 9999 among figures of another order is a suspicious sentinel, and where", () => {
  expect(faultsOf([12, 15, 9999, 22.5, 18, 9999, 31, 27], "percent", "rate")).toEqual([
    {
      code: "sentinel",
      severity: "note",
      en: "rate: 9999 stands 2 times: a suspicious sentinel, as all else lies from 12 to 31",
      rows: [4, 7],
    },
  ]);
  expect(faultsOf([12, 15, 99999, 22.5, 18, 17, 31, 27], "yuan")[0]).toMatchObject({ code: "sentinel", rows: [4] });
});

it("says it of -999 and -9999 among positive figures: a problem where what is counted cannot be negative", () => {
  expect(faultsOf([120, 150, -999, 225, 180, 170, 310, -999], "person")).toEqual([
    {
      code: "impossible-value",
      severity: "problem",
      en: "jobs: -999 stands 2 times, expected at least 0: a suspicious sentinel, as all else lies from 120 to 310",
      rows: [4, 9],
    },
  ]);
  expect(faultsOf([1200, 1500, -9999, 2250, 1800, 1700, 3100, 1999], "yuan")[0]).toMatchObject({ code: "sentinel" });
  // growth may be negative, but not by a hundred times as much as anywhere else
  expect(faultsOf([2, -3, -999, 4, 5, -1, 6, 2.5], "percent", "growth")[0]).toMatchObject({ code: "sentinel" });
});

it("leaves figures that are of the order of the others", () => {
  const sentinel = ({ code }: { code: string }) => code === "sentinel";
  expect(faultsOf([9200, 9999, 12000, 8100, 10400, 7800, 9100, 9300], "person").filter(sentinel)).toEqual([]);
  expect(faultsOf([-900, -999, -1200, -800, -700, 400, -300, 100], "yuan").filter(sentinel)).toEqual([]);
  expect(faultsOf([2, -9, 3, 4, 5, 1, 6, 2.5], "percent", "net growth").filter(sentinel)).toEqual([]);
});
