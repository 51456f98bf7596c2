import { describe, expect, it } from "vitest";
import { memoryPorts } from "../../test/memory-ports.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { same } from "../language/text.ts";
import { checkStudy } from "./check.ts";
import { runPlan } from "./run.ts";
import { placeOfRow, withoutPlaces } from "./without-places.ts";

/** Beijing has no figure in 2020, Shanghai none in 2019, Baoding no row at all. */
const [codes, years] = [
  ["beijing", "tianjin", "tangshan", "shanghai", "suzhou"],
  [2019, 2020],
];
const people = makeTable(
  "people",
  ["code", "year"],
  [
    labels("code", [...codes, ...codes]),
    numbers(
      "year",
      "year",
      years.flatMap((year) => codes.map(() => year)),
    ),
    numbers("n", "person", [22, 14, 8, Number.NaN, 12, Number.NaN, 14, 8, 25, 13]),
  ],
  { roles: { place: "code", year: "year", size: "n" }, source: { dataset: "people", file: "people.csv" } },
);
const world = {
  places: [...codes, "baoding"].map((code) => ({ code, name: same(code), parent: "A" })),
  clusters: [
    { id: "jjj", members: ["beijing", "tianjin", "tangshan", "baoding"] },
    { id: "yrd", members: ["shanghai", "suzhou"] },
  ].map((each) => ({ ...each, edition: "2019", title: same(each.id), short: same(each.id) })),
};

async function without(analysis: string): Promise<Record<string, readonly string[]>> {
  const text = `conurb: 1
title: A
cluster: [jjj@2019, yrd@2019]
datasets: { people: { file: people.csv } }
analyses: { largest: ${analysis} }
`;
  const { ports } = memoryPorts({ "people.csv": people }, world);
  const { plan, groups, problems } = await checkStudy(text, "study.yaml", ports);
  if (plan === undefined) throw new Error(JSON.stringify(problems));
  const outcome = (await runPlan(plan, groups, ports)).outcomes.get("largest");
  if (outcome === undefined || !("result" in outcome)) throw new Error(outcome?.kind);
  return Object.fromEntries(
    outcome.result.findings.map((finding) => [
      (finding.values["group"] as { group: string } | undefined)?.group ?? "all",
      withoutPlaces(finding, plan.analyses[0] as never, outcome, groups),
    ]),
  );
}

describe("places that a finding is without", () => {
  it("are those of its cluster that have no figure in its year, and those that have no row", async () => {
    expect(await without("{ use: hierarchy/primacy, on: people }")).toEqual({
      jjj: ["beijing", "baoding"],
      yrd: [], // Shanghai lacks 2019 alone
    });
  });

  it("are known by the key of a row, which may end in a year", () => {
    expect(placeOfRow("New York 2020")).toEqual({ place: "New York", year: 2020 });
    expect(placeOfRow("110000")).toEqual({ place: "110000" });
  });
});
