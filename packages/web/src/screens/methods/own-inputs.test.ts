import { findMethod } from "@conurb/core/catalogue";
import { type AnyMethod, describeMethod, labels, makeTable, numbers } from "@conurb/core/contract";
import { beforeAll, expect, it } from "vitest";
import type { Outline, OutlineAnalysis } from "../../bench/outline.ts";
import type { MethodEntry } from "./method-entry.ts";
import { inputsFrom, inputsLike, offeredBySet, offeredByTable } from "./own-inputs.ts";

type Described = Pick<MethodEntry, "id" | "inputs">;
const described = new Map<string, Described>();
beforeAll(async () => {
  const ids = [
    ...[
      "inequality/gini",
      "inequality/theil",
      "convergence/sigma",
      "structure/similarity",
      "structure/location-quotient",
    ],
    ...["spatial/moran", "spatial/local-moran", "composite/topsis", "composite/index", "composite/synergy"],
    ...["composite/coupling-coordination", "game/bankruptcy", "network/centrality", "causal/event-study"],
  ];
  for (const id of ids) described.set(id, describeMethod((await findMethod(id)) as AnyMethod));
});
const method = (id: string) => described.get(id) as Described;

const analysis = (name: string, of: string, inputs: unknown, key?: string) =>
  ({ name, method: of, inputs, ...(key === undefined ? {} : { key }) }) as OutlineAnalysis;
const like = (id: string, ...analyses: readonly OutlineAnalysis[]) =>
  inputsLike(method(id), [...described.values()], { analyses }).map(({ asked, like: of }) => [
    of?.name,
    asked.data,
    asked.roles,
  ]);

const economy = { kind: "indicators", name: "economy", roles: { value: "gdp", weight: "people", groups: ["cluster"] } };
const income = { kind: "indicators", name: "provinces", roles: { value: "income" } };

it("takes the tables that an analysis of the same family takes, with the roles that both have", () => {
  const analyses = [
    analysis("spread", "convergence/sigma", { data: income }, "k1"),
    analysis("disparity", "inequality/theil", { data: economy }, "k2"),
  ];
  expect(like("inequality/gini", ...analyses)).toEqual([
    ["disparity", { data: "economy" }, { data: { value: "gdp", weight: "people" } }],
    ["spread", { data: "provinces" }, { data: { value: "income" } }],
  ]);
});

it("takes what is optional too, records by the name that the study gives them, and tables of results", () => {
  const jobs = { data: { kind: "dataset", name: "jobs" }, reference: { kind: "dataset", name: "nation" } };
  expect(like("structure/similarity", analysis("lq", "structure/location-quotient", jobs, "k"))).toEqual([
    ["lq", { data: "jobs", reference: "nation" }, {}],
  ]);
  const scored = {
    data: { kind: "indicators", name: "cities" },
    recipe: { kind: "record", recipe: "plain", value: {} },
  };
  expect(like("composite/topsis", analysis("level", "composite/index", scored, "k"))).toEqual([
    ["level", { data: "cities", recipe: "yaml:plain" }, {}],
  ]);
  const weights = { kind: "analysis", name: "neighbours", forLinks: true };
  expect(like("spatial/local-moran", analysis("clusters", "spatial/moran", { cities: income, weights }, "k"))).toEqual([
    ["clusters", { cities: "provinces", weights: "neighbours" }, { cities: { value: "income" } }],
  ]);
});

it("takes nothing of an analysis without a result, of chosen rows, or that lacks what is needed", () => {
  expect(like("inequality/gini", analysis("disparity", "inequality/theil", { data: economy }))).toEqual([]);
  const rows = { data: { kind: "analysis", name: "level", table: "nodes", where: { node: ["a", "b"] } } };
  expect(like("composite/synergy", analysis("coupling", "composite/coupling-coordination", rows, "k"))).toEqual([]);
  expect(like("game/bankruptcy", analysis("disparity", "inequality/theil", { data: economy }, "k"))).toEqual([]);
});

const leaf = (id: string, unit: string) => ({ id, unit, aspect: "a", direction: "up" as const, expr: id });
const set = (name: string, ...leaves: ReturnType<typeof leaf>[]): Outline["indicators"][number] => ({
  name,
  title: { en: name, zh: name },
  aspects: {},
  leaves,
});
const cities = set(
  "cities",
  leaf("density", "person per km2"),
  leaf("people", "10000 person"),
  leaf("gdp", "100 million yuan"),
);

it("guesses by units where no analysis says: who is counted, and what adds up", () => {
  const guess = inputsFrom(method("inequality/gini"), [offeredBySet(cities)]);
  expect(guess?.asked).toMatchObject({ data: { data: "cities" }, roles: { data: { value: "gdp", weight: "people" } } });
  expect(guess?.guessed.map(({ role, reason }) => [role, reason])).toEqual([
    ["value", "amount"],
    ["weight", "people"],
  ]);
});

it("guesses nothing where a column would be drawn by lot, or the years are not there", () => {
  expect(inputsFrom(method("game/bankruptcy"), [offeredBySet(cities)])).toBeUndefined();
  expect(inputsFrom(method("causal/event-study"), [offeredBySet(cities)])).toBeUndefined();
  expect(inputsFrom(method("convergence/sigma"), [offeredBySet(cities)])).toBeUndefined();
  const panel = offeredBySet({ ...cities, years: [2019, 2020] });
  expect(inputsFrom(method("convergence/sigma"), [panel])?.asked.roles).toEqual({ data: { value: "density" } });
});

it("knows links and industries by what a table says of itself, and a panel by neither", () => {
  const links = makeTable("rail", [], [labels("a", ["x"]), labels("b", ["y"]), numbers("trains", "1", [3])], {
    roles: { from: "a", to: "b", value: "trains" },
  });
  const panel = makeTable("gdp", [], [labels("code", ["x"]), numbers("gdp", "yuan", [3])], {
    roles: { place: "code", values: ["gdp"] },
  });
  const offered = [offeredByTable(panel, "gdp"), offeredByTable(links, "rail")];
  expect(inputsFrom(method("network/centrality"), offered)?.asked.data).toEqual({ links: "rail" });
  expect(inputsFrom(method("structure/similarity"), offered)).toBeUndefined();
  expect(inputsFrom(method("inequality/gini"), offered)?.asked.roles).toEqual({ data: { value: "gdp" } });
});
