import { describe, expect, it } from "vitest";
import { rows, sum } from "./atlas.ts";

// README: number of rows of each table.
it.each([
  ["prefectures", 47],
  ["employment", 817],
  ["industries", 19],
])("%s has %i rows", (name, count) => expect(rows(`japan/${name}`)).toHaveLength(count));

describe("japan", () => {
  const japan = rows("japan/employment", { code: "00" });

  it("has 61,718,550 persons, 2,351,692 of them in five absent prefectures", () => {
    expect(sum(japan, "employees")).toBe(61_718_550); // README
    expect(
      sum(japan, "employees") -
        sum(
          rows("japan/employment").filter((row) => row.code !== "00"),
          "employees",
        ),
    ).toBe(2_351_692); // README
  });

  it("has data where in_data says so", () => {
    const absent = rows("japan/prefectures").filter(({ code }) => rows("japan/employment", { code }).length === 0);
    expect(absent.map((row) => row.name_en)).toEqual(["Ishikawa", "Fukui", "Nara", "Tottori", "Okinawa"]); // README
    expect(absent.map((row) => row.in_data)).toEqual(["0", "0", "0", "0", "0"]);
    expect(rows("japan/prefectures", { in_data: "1" })).toHaveLength(42); // README
  });
});
