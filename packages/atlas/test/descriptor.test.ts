import { describe, expect, it } from "vitest";
import { type Bilingual, type Field, packages, rows, table, tables, text } from "./atlas.ts";

const shapes = "places clusters panel composition edges variables industries names benchmarks register".split(" ");
const han = /\p{Script=Han}/u;
const bilingual = ({ en, zh }: Bilingual): boolean =>
  en.length > 0 && !han.test(en) && (han.test(zh) || /^ITL/.test(zh));

function parses(cell: string, { type, trueValues, falseValues, constraints }: Field): boolean {
  if (cell === "") return true;
  if (type === "boolean") return [...(trueValues ?? []), ...(falseValues ?? [])].includes(cell);
  if (type === "year" && !/^(19|20)\d\d$/.test(cell)) return false;
  if (type === "integer" && !/^-?\d+$/.test(cell)) return false;
  if (type === "number" && !/^-?\d+(\.\d+)?$/.test(cell)) return false;
  return constraints === undefined || constraints.enum.map(String).includes(cell);
}

describe.each(packages.map((pkg) => [pkg.name, pkg] as const))("package %s", (name, pkg) => {
  it("has names, licence, source and credit", () => {
    expect(pkg.name).toBe(name);
    expect(pkg.title).toBe(pkg.titles.en);
    expect(pkg.description && pkg.credit).toBeTruthy();
    expect(pkg.licenses.length && pkg.sources.length && pkg.caveats.length && pkg.lacks.length).toBeGreaterThan(0);
    for (const licence of pkg.licenses) expect(licence.path).toMatch(/^(https:\/\/|README\.md)/);
  });

  it("says everything in both languages", () => {
    const said = [pkg.titles, ...pkg.flags, ...pkg.caveats, ...pkg.lacks];
    for (const { titles, schema } of pkg.resources) said.push(titles, ...schema.fields.map((field) => field.titles));
    for (const { title, short, note } of pkg.clusters) said.push(title, short, ...(note ? [note] : []));
    expect(said.filter((entry) => !bilingual(entry))).toEqual([]);
  });

  it("has caveats about resources it has", () => {
    const names = [undefined, ...pkg.resources.map((resource) => resource.name)];
    expect(pkg.caveats.filter(({ resource }) => !names.includes(resource))).toEqual([]);
  });

  it("keeps the notices its licences point at", () => {
    const headings = [...text(`${name}/README.md`).matchAll(/^## (.+)$/gm)].map(([, heading]) =>
      heading
        .toLowerCase()
        .replace(/[^a-z0-9 -]/g, "")
        .replaceAll(" ", "-"),
    );
    for (const { path } of pkg.licenses)
      if (path.includes("README.md#")) expect(headings).toContain(path.split("#")[1]);
  });
});

describe.each(tables.map(({ id, pkg, resource }) => [id, pkg, resource] as const))("table %s", (id, pkg, resource) => {
  const { fields, primaryKey, foreignKeys = [], missingValues } = resource.schema;
  const columns = fields.map((field) => field.name);

  it("has the header its schema says", () => expect(table(id).header).toEqual(columns));

  it("has cells of their types", () => {
    const wrong = rows(id).flatMap((row) => fields.filter((field) => !parses(row[field.name], field)).map(() => row));
    expect(wrong).toEqual([]);
  });

  it("has a unique, filled key", () => {
    const key = [primaryKey].flat();
    const seen = rows(id).map((row) => key.map((column) => row[column]));
    expect(seen.filter((cells) => cells.includes(""))).toEqual([]);
    expect(new Set(seen.map((cells) => cells.join("\u0000"))).size).toBe(rows(id).length);
  });

  it("points at rows that exist", () => {
    for (const { fields: column, reference } of foreignKeys) {
      const target = reference.resource === "" ? id : `${pkg.name}/${reference.resource}`;
      const known = new Set(rows(target).map((row) => row[reference.fields]));
      expect(rows(id).filter((row) => row[column] !== "" && !known.has(row[column]))).toEqual([]);
    }
  });

  it("writes a missing cell as nothing", () => {
    expect(missingValues).toEqual([""]);
    const cells = rows(id).flatMap((row) => Object.values(row));
    expect(cells.filter((cell) => /^(NA|N\/A|NaN|null|-|--|\.\.)$/i.test(cell) || cell !== cell.trim())).toEqual([]);
  });

  it("is UTF-8 with plain line ends, titles, a known shape and roles on its columns", () => {
    const raw = text(`${pkg.name}/${resource.path}`);
    expect(/\r|\uFEFF|\uFFFD/.test(raw) || !raw.endsWith("\n")).toBe(false);
    expect(resource.path).toBe(`${resource.name}.csv`);
    expect(resource.encoding).toBe("utf-8");
    expect([resource, ...fields].filter(({ title, titles }) => title !== titles.en)).toEqual([]);
    expect(shapes).toContain(resource.shape);
    expect(
      Object.values(resource.roles)
        .flat()
        .filter((column) => !columns.includes(column)),
    ).toEqual([]);
  });
});
