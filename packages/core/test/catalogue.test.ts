import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { catalogue } from "../src/catalogue.ts";
import { canonicalJson, hashText } from "../src/contract/canonical.ts";
import { listOf } from "../src/contract/convention.ts";
import { describeMethod } from "../src/contract/describe.ts";
import { InputError, NumericalError } from "../src/contract/errors.ts";
import { invoke, type MethodResult, resolveOptions } from "../src/contract/invoke.ts";
import { localContext } from "../src/contract/local-context.ts";
import type { AnyMethod, Example } from "../src/contract/method.ts";
import { random } from "../src/contract/random.ts";
import type { Role } from "../src/contract/readings.ts";
import { sentence } from "../src/contract/sentence.ts";
import { type Column, type Table, takeRows } from "../src/contract/table.ts";
import { languages } from "../src/language/text.ts";
import { asPanel, traceLaw } from "./trace-law.ts";

const relative = 1e-9; // sums of up to a few thousand terms in another order
const hanPattern = /\p{Script=Han}/u;
const functions = new Set(["arccos", "cos", "det", "exp", "lim", "log", "max", "min", "sgn"]);

const run = (method: AnyMethod, { inputs, options }: Example, seed = 7): Promise<MethodResult> =>
  invoke(method, { inputs, options: options ?? {} }, localContext(method, seed));

const isTable = (input: unknown): input is Table => typeof input === "object" && input !== null && "columns" in input;

function eachTable(example: Example, change: (table: Table, input: string) => Table): Example {
  const inputs = Object.fromEntries(
    Object.entries(example.inputs).map(([name, input]) => [name, isTable(input) ? change(input, name) : input]),
  );
  return { ...example, inputs };
}

/** Cells by their key, so that two tables can be compared whatever their row order. */
function cells(
  table: Table,
  rename: (label: string) => string = (label) => label,
): Map<string, string | number | null> {
  const found = new Map<string, string | number | null>();
  for (let row = 0; row < table.rows; row += 1) {
    const key = table.key.map((name) => {
      const value = (table.columns.find((column) => column.name === name) as Column).values[row];
      return typeof value === "string" ? rename(value) : value;
    });
    for (const { name, values } of table.columns) {
      const value = values[row] as string | number | null;
      found.set(`${key.join("|")} ${name}`, typeof value === "string" ? rename(value) : value);
    }
  }
  return found;
}

function expectSameKeys(a: MethodResult, b: MethodResult, rename?: (label: string) => string): void {
  expect(a.tables.map(({ name }) => name)).toEqual(b.tables.map(({ name }) => name));
  a.tables.forEach((table, at) => {
    const [mine, other] = [cells(table, rename), cells(b.tables[at] as Table)];
    expect([...mine.keys()].sort()).toEqual([...other.keys()].sort());
  });
}

function expectSameResult(a: MethodResult, b: MethodResult, rename?: (label: string) => string): void {
  for (const [name, value] of Object.entries(a.scalars)) close(value, b.scalars[name] as number | string, name, rename);
  expectSameKeys(a, b, rename);
  a.tables.forEach((table, at) => {
    const [mine, other] = [cells(table, rename), cells(b.tables[at] as Table)];
    for (const [key, value] of mine) close(value, other.get(key) as number | string | null, `${table.name} ${key}`);
  });
}

/** The option at 0, where the method has it and takes that for "none". */
function zeroed(method: AnyMethod, option: string): Record<string, number> {
  const { properties = {} } = z.toJSONSchema(method.options as z.ZodType, { io: "input" });
  const { minimum } = (properties[option] ?? {}) as { readonly minimum?: number };
  return minimum === 0 ? { [option]: 0 } : {};
}

function close(
  a: number | string | null,
  b: number | string | null,
  what: string,
  rename: (label: string) => string = (label) => label,
): void {
  if (typeof a !== "number" || typeof b !== "number") {
    expect(b, what).toBe(typeof a === "string" ? rename(a) : a);
  } else if (Number.isNaN(a)) expect(b, what).toBeNaN();
  else expect(Math.abs(a - b), `${what}: ${a} and ${b}`).toBeLessThanOrEqual(relative * Math.max(1, Math.abs(a)));
}

/** Columns of an example's table that hold places: roles named place, from or to. */
function placeColumns(table: Table): string[] {
  return ["place", "from", "to"].flatMap((role) => table.roles?.[role] ?? role);
}

/** The example with its places called so that a text with one of them in it is found out. */
function withOddPlaces(example: Example): Example {
  return eachTable(example, (table) => ({
    ...table,
    columns: table.columns.map((column) =>
      column.kind === "label" && placeColumns(table).includes(column.name)
        ? {
            ...column,
            values: column.values.map((each) =>
              each === null ? null : `odd-${hashText(each).replace(/\D/g, "").slice(0, 9)}`,
            ),
          }
        : column,
    ),
  }));
}

const ids = Object.keys(catalogue) as (keyof typeof catalogue)[];

describe.each(ids)("%s", (id) => {
  const load = async (): Promise<AnyMethod> => (await catalogue[id]()).default;

  it("has the id of its path, a test beside it, both languages and well-formed citations", async () => {
    const method = await load();
    expect(method.id).toBe(id);
    expect(existsSync(fileURLToPath(new URL(`../src/${id}.test.ts`, import.meta.url)))).toBe(true);
    for (const text of [method.title, method.question]) {
      expect(text.en).toMatch(/^[\x20-\x7e–—’“”Δ×²√é-]+$/);
      expect(text.zh).toMatch(hanPattern);
    }
    for (const { text, doi } of method.cites) {
      expect(text).toMatch(/\(\d{4}[a-z]?\)/);
      if (doi !== undefined) expect(doi).toMatch(/^10\.\d{4,9}\/\S+$/);
    }
    for (const convention of Object.values(method.conventions)) {
      for (const choice of [convention.title, ...Object.values(convention.choices)]) expect(choice.zh).toMatch(/./);
    }
  });

  it("fills its defaults, and refuses an unknown option with the list", async () => {
    const method = await load();
    expect(() => resolveOptions(method, method.example(1, 9).options ?? {})).not.toThrow();
    const described = describeMethod(method).options;
    const options = Object.keys(described);
    const { required = [] } = z.toJSONSchema(method.options as z.ZodType, { io: "input" });
    if (required.length === 0) {
      const filled = resolveOptions(method, {});
      for (const [option, info] of Object.entries(described)) expect(filled[option], option).toEqual(info.default);
    } else expect(() => resolveOptions(method, {})).toThrow(required[0]);
    try {
      resolveOptions(method, { notAnOption: 1 });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      for (const option of options) expect((error as InputError).message).toContain(option);
    }
  });

  it("says its formula in signs alone, and in both languages whose its worked answer is", async () => {
    const { formula, worked } = await load();
    // an index may be a word: post, base
    const words = formula.match(/(?<![\p{L}_])\p{Ll}{3,}/gu) ?? [];
    expect(words.filter((word) => !functions.has(word))).toEqual([]);
    expect(worked.source.en).not.toMatch(hanPattern);
    expect(worked.source.zh).toMatch(hanPattern);
  });

  it("gives its worked answer", async () => {
    const method = await load();
    const result = await run(method, method.worked);
    for (const [what, value] of Object.entries(method.worked.gives)) {
      const cell = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(what);
      const found =
        cell === null
          ? result.scalars[what]
          : result.tables.find(({ name }) => name === cell[1])?.columns.find(({ name }) => name === cell[3])?.values[
              Number(cell[2])
            ];
      expect(typeof found, what).toBe("number");
      close(value, found as number, what);
    }
  });

  it("has words for every convention that its result names", async () => {
    const method = await load();
    const { convention } = await run(method, method.example(3, 12));
    for (const [name, choice] of Object.entries(convention)) {
      expect(method.conventions, name).toHaveProperty([name]);
      const choices = Object.keys(method.conventions[name].choices);
      if (choices.length > 0 && !choices.includes(choice))
        expect(choices, name).toEqual(expect.arrayContaining(listOf(choice)));
    }
  });

  it("leaves its inputs as they were, and gives the same bytes for the same seed", async () => {
    const method = await load();
    const example = method.example(3, 12);
    const before = canonicalJson(example.inputs);
    const [first, second] = [await run(method, example, 11), await run(method, example, 11)];
    expect(canonicalJson(example.inputs)).toBe(before);
    expect(canonicalJson(first)).toBe(canonicalJson(second));
  });

  it("gives the same bytes for any seed, unless it says that it draws", async () => {
    const method = await load();
    if (method.random === true) return;
    const example = method.example(3, 12);
    const [first, second] = [await run(method, example, 11), await run(method, example, 12)];
    expect(canonicalJson(first)).toBe(canonicalJson(second));
  });

  it("moves no cell by what its trace does not name", async ({ skip }) => {
    const method = await load();
    if (method.trace === undefined) return; // every cell rests on all of the inputs
    let [held, whole] = [0, 0];
    const example = method.example(10, 12);
    const panel = asPanel(method, example, random(10, `${id}/panel`));
    const isPanel = panel !== undefined && (await settled(run(method, panel))) !== undefined;
    for (const each of [example, method.worked, ...(isPanel ? [panel] : [])]) {
      const verdict = await traceLaw(
        method,
        each,
        (changed) => settled(run(method, changed)),
        random(10, `${id}/trace`),
      );
      expect(verdict.moved).toEqual([]);
      held += verdict.held;
      whole += verdict.whole;
    }
    expect(held + whole).toBeGreaterThan(0);
    skip(held === 0, `all ${whole} cells tried rest on all of the inputs`);
  });

  it("names places in warnings by values, never in the text", async () => {
    const method = await load();
    for (const size of [1, 2, 3, 4, 12]) {
      const { warnings = [] } = (await settled(run(method, withOddPlaces(method.example(size, size))))) ?? {};
      for (const warning of warnings) {
        for (const language of languages) {
          expect(warning.text[language]).not.toMatch(/odd-\d/);
          const told = sentence(warning, language);
          expect(told).not.toMatch(/[{}]|undefined|NaN|Infinity|\s\s/);
          expect(hanPattern.test(told)).toBe(language === "zh");
        }
      }
    }
  });

  it("does not depend on the order of rows", async () => {
    const method = await load();
    const example = method.example(5, 11);
    const shuffled = eachTable(example, (table, input) => {
      const order = Uint32Array.from({ length: table.rows }, (_, row) => row);
      random(9, input).shuffle(order);
      return takeRows(table, order);
    });
    expect(canonicalJson((await run(method, shuffled)).tables)).toBe(
      canonicalJson((await run(method, example)).tables),
    );
  });

  it("follows a relabelling of the places", async () => {
    const method = await load();
    const example = method.example(6, 10);
    const places = new Set<string>();
    eachTable(example, (table) => {
      for (const column of table.columns) {
        if (column.kind === "label" && placeColumns(table).includes(column.name)) {
          for (const place of column.values) if (place !== null) places.add(place);
        }
      }
      return table;
    });
    const ordered = [...places].sort();
    const names = new Map(ordered.map((place, at) => [place, `z${String(ordered.length - at).padStart(4, "0")}`]));
    const rename = (label: string) => names.get(label) ?? label;
    const renamed = eachTable(example, (table) => ({
      ...table,
      columns: table.columns.map((column) =>
        column.kind === "label" && placeColumns(table).includes(column.name)
          ? { ...column, values: column.values.map((each) => (each === null ? null : rename(each))) }
          : column,
      ),
    }));
    const both = async (more: Example["options"] = {}) =>
      Promise.all([example, renamed].map((each) => run(method, { ...each, options: { ...each.options, ...more } })));
    const [before, after] = (await both()) as [MethodResult, MethodResult];
    if (method.relabelling !== "ties") return expectSameResult(before, after, rename);
    expectSameKeys(before, after, rename);
    // placings are drawn in the order of the places; without them, and with no tie in the example, nothing may differ
    const undrawn = { ...zeroed(method, "permutations"), ...zeroed(method, "draws") };
    const [plain, other] = (await both(undrawn)) as [MethodResult, MethodResult];
    expectSameResult(plain, other, rename);
  });

  it("survives canonical JSON", async () => {
    const method = await load();
    const result = await run(method, method.example(2, 9));
    const text = canonicalJson(result);
    expect(canonicalJson(JSON.parse(text))).toBe(text);
    expect(Number.isInteger(result.n)).toBe(true);
    expect(result.n).toBeGreaterThan(0);
  });

  it("treats gaps as it declares", async () => {
    const method = await load();
    const example = method.example(4, 12);
    for (const [input, spec] of Object.entries(
      method.inputs as Record<string, { shape: string; roles?: Record<string, Role> }>,
    )) {
      const table = example.inputs[input];
      if (!isTable(table) || spec.shape === "composition") continue;
      const role = Object.entries(spec.roles ?? {}).find(
        ([name, { kind, arity }]) => kind === "number" && arity === "one" && name !== "year",
      );
      if (role === undefined) continue;
      const column = table.roles?.[role[0]] ?? role[0];
      const gapped = eachTable(example, (each, name) =>
        name !== input
          ? each
          : {
              ...each,
              columns: each.columns.map((one) =>
                one.name === column && one.kind === "number"
                  ? { ...one, values: one.values.map((value, row) => (row === 1 ? Number.NaN : value)) }
                  : one,
              ),
            },
      );
      if (method.gaps === "refuse") await expect(run(method, gapped)).rejects.toThrow(InputError);
      else if (method.gaps === "drop") {
        const { dropped } = await run(method, gapped);
        expect(dropped.some((each) => each.input === input)).toBe(true);
      } else await settled(run(method, gapped));
    }
  });

  it.each([1, 2, 3])("answers or refuses %i rows, with no unannounced gap", async (size) => {
    const method = await load();
    const result = await settled(run(method, method.example(8, size)));
    if (result === undefined) return;
    const announced = result.warnings.length > 0 || result.dropped.length > 0;
    for (const [name, value] of Object.entries(result.scalars)) {
      if (typeof value === "number" && !announced) expect(value, name).not.toBeNaN();
    }
    for (const { name: table, columns } of result.tables) {
      for (const { kind, name, values } of columns) {
        const isEmpty = kind === "number" && values.length > 0 && values.every(Number.isNaN);
        if (isEmpty) expect(announced, `${table}.${name} is empty, and nothing is said of it`).toBe(true);
      }
    }
  });
});

/** The result, or nothing where the method refused in its own words; any other error is a bug. */
async function settled(running: Promise<MethodResult>): Promise<MethodResult | undefined> {
  try {
    return await running;
  } catch (error) {
    if (error instanceof InputError || error instanceof NumericalError) return undefined;
    throw error;
  }
}
