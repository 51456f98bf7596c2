import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { catalogue } from "@conurb/core/catalogue";
import { type AnyMethod, invoke, localContext, type Table } from "@conurb/core/contract";
import { tableToCsv } from "@conurb/core/tables";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { conurb, folderWith } from "./conurb.ts";

const isTable = (given: unknown): given is Table => typeof given === "object" && given !== null && "columns" in given;

const seed = 7;
const nameOf = (id: string) => id.replace("/", "-");
const methods = await Promise.all(
  Object.values(catalogue).map(async (load): Promise<AnyMethod> => (await load()).default as AnyMethod),
);

/** Every method's own example, its tables as files and its records as written in the study. */
function studyOfAll() {
  const files: Record<string, string> = {};
  const datasets: Record<string, unknown> = {};
  const analyses: Record<string, unknown> = {};
  for (const method of methods) {
    const { inputs, options } = method.example(seed, 12);
    const on = Object.entries(inputs).map(([input, given]) => {
      if (!isTable(given)) return [input, given];
      const name = `${nameOf(method.id)}_${input}`.replaceAll("-", "_").toLowerCase();
      files[`${name}.csv`] = tableToCsv(given);
      const units = given.columns.flatMap((each) => (each.kind === "number" ? [[each.name, each.unit]] : []));
      datasets[name] = { file: `${name}.csv`, places: "all", units: Object.fromEntries(units) };
      // one register is made for several methods, none of which reads all of it
      const read = Object.entries(given.roles ?? {}).filter(([role]) => role in (method.inputs[input].roles ?? {}));
      return [input, { from: name, roles: Object.fromEntries(read) }];
    });
    analyses[nameOf(method.id)] = { use: method.id, on: Object.fromEntries(on), with: options ?? {} };
  }
  const study = { conurb: 1, title: "every method", seed, datasets, analyses };
  return { ...files, "study.yaml": stringify(study) };
}

const folder = folderWith(studyOfAll());
const ran = conurb(["report", "study.yaml", "--json"], { cwd: folder });

interface Kept {
  readonly method: string;
  readonly n: number;
  readonly scalars: Record<string, unknown>;
}
const keptResults = () =>
  readdirSync(join(folder, "out/results")).map(
    (file): Kept => JSON.parse(readFileSync(join(folder, "out/results", file), "utf8")),
  );

/** The report's sections by their titles. */
function sectionsOf(language: "en" | "zh"): Map<string, string> {
  const page = readFileSync(join(folder, `out/report.${language}.html`), "utf8");
  const parts = page.split('<h2 class="section">').slice(1);
  const plain = (text: string) => text.replaceAll("&#39;", "'").replaceAll("&amp;", "&");
  return new Map(parts.map((part) => [plain(part.slice(0, part.indexOf("<"))).trim(), part]));
}

describe("a study of every method", () => {
  it("is computed and reported", async () => {
    const { code, err } = await ran;
    expect(code, err).toBe(0);
    expect(
      keptResults()
        .map(({ method }) => method)
        .sort(),
    ).toEqual(Object.keys(catalogue).sort());
  }, 120_000);

  it.each(methods.map((method) => [method.id, method] as const))(
    "has of %s what the method says of the same tables, and shows it in both languages",
    async (id, method) => {
      await ran;
      const kept = keptResults().find((each) => each.method === id);
      const { inputs, options = {} } = method.example(seed, 12);
      const { n, scalars } = await invoke(method, { inputs, options }, localContext(method, seed));
      expect(kept?.n).toBe(n);
      // each analysis draws from a stream of its own
      if (method.random !== true) expect(kept?.scalars).toEqual(JSON.parse(JSON.stringify(scalars)));
      for (const language of ["en", "zh"] as const) {
        expect(sectionsOf(language).get(method.title[language])).toMatch(/<figure|<table/);
      }
    },
    120_000,
  );
});
