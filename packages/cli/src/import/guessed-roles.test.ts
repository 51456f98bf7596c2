import { labels, makeTable, numbers } from "@conurb/core/contract";
import { expect, it } from "vitest";
import { guessedRoles } from "./guessed-roles.ts";

it("takes a column of years for the year by another name, and no length of life", () => {
  const rolesOf = (name: string, value: number) =>
    guessedRoles(
      makeTable("t", [], [labels("place", ["北京"]), numbers(name, "year", [value]), numbers("v", "1", [1])]),
    );
  expect(rolesOf("t", 2018)).toEqual({ place: "place", year: "t", value: "v" });
  expect(rolesOf("life", 78.4)).toEqual({ place: "place", values: ["life", "v"] });
});
