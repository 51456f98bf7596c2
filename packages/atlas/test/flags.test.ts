import { describe, expect, it } from "vitest";
import { packages, rows } from "./atlas.ts";

describe.each(packages.map((pkg) => [pkg.name, pkg] as const))("flags of %s", (name, pkg) => {
  const used = new Set(
    pkg.resources
      .filter(({ schema }) => schema.fields.some((field) => field.name === "flag"))
      .flatMap((resource) => rows(`${name}/${resource.name}`).flatMap((row) => row.flag.split(";")))
      .filter((flag) => flag !== ""),
  );
  const vocabulary = pkg.flags.map((flag) => flag.name);

  it("are all explained, once, and all explained ones occur", () => {
    expect([...vocabulary].sort()).toEqual([...used].sort());
  });

  it("have a severity", () => {
    expect(pkg.flags.filter(({ severity }) => severity !== "note" && severity !== "unusable")).toEqual([]);
  });

  it("are read through the role flag", () => {
    const unread = pkg.resources.filter(
      ({ schema, roles }) => schema.fields.some((field) => field.name === "flag") !== (roles.flag === "flag"),
    );
    expect(unread).toEqual([]);
  });
});

// Counts: READMEs of china-clusters (inferred-zero, missing-identity-holds; total-mismatch and coverage-2013 are whole cities of
// 19 sections: 1 and 11) and china-provinces-aspects (pre-census-denominator).
const counts: [string, string, number][] = [
  ["china-clusters/employment", "inferred-zero", 8],
  ["china-clusters/employment", "missing-identity-holds", 2],
  ["china-clusters/employment", "total-mismatch", 19],
  ["china-clusters/employment", "coverage-2013", 11 * 19],
  ["china-provinces-aspects/panel", "pre-census-denominator", 153],
];

it.each(counts)("%s has the flag %s on %i rows", (id, flag, count) => {
  expect(rows(id).filter((row) => row.flag.split(";").includes(flag))).toHaveLength(count);
});

it("makes Lu'an 2019 alone unusable", () => {
  const unusable = packages.flatMap(({ flags }) => flags.filter(({ severity }) => severity === "unusable"));
  expect(unusable.map(({ name }) => name)).toEqual(["total-mismatch"]);
  const cities = rows("china-clusters/employment")
    .filter((row) => row.flag === "total-mismatch")
    .map((row) => row.code);
  expect(new Set(cities)).toEqual(new Set(["341500"]));
});
