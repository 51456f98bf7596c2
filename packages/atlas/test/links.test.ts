import { describe, expect, it } from "vitest";
import { type Resource, rows, tables } from "./atlas.ts";

const resources = new Map(tables.map(({ id, resource }) => [id, resource]));
const column = (resource: Resource, role: string): string[] => [resource.roles[role] ?? []].flat();

/** The codes of a reference table. */
function codes(id: string, role: string): Set<string> {
  const resource = resources.get(id);
  if (!resource) throw new Error(`no table ${id}`);
  const [key] = column(resource, role);
  return new Set(rows(id).map((row) => row[key]));
}

const links = tables.flatMap(({ id, resource }) => [
  ...[...column(resource, "place"), ...column(resource, "from"), ...column(resource, "to")].map((name) => ({
    id,
    name,
    role: "place" as const,
    target: resource.places,
    spare: resource.omit?.place,
  })),
  ...column(resource, "industry").map((name) => ({
    id,
    name,
    role: "industry" as const,
    target: resource.industries,
    spare: resource.omit?.industry,
  })),
  ...column(resource, "variable").map((name) => ({
    id,
    name,
    role: "variable" as const,
    target: resource.variables,
    spare: undefined,
  })),
]);

describe("links", () => {
  it.each(links.filter(({ target }) => target))(
    "$id.$name is explained in $target",
    ({ id, name, role, target, spare = [] }) => {
      const known = codes(target!, role);
      expect(rows(id).filter((row) => !known.has(row[name]) && !spare.includes(row[name]))).toEqual([]);
    },
  );

  it("are missing only where a table explains its own codes or has no table for them", () => {
    const own = new Set(["places", "industries", "variables"]);
    const bare = links.filter(({ id, target }) => !target && !own.has(resources.get(id)!.shape));
    expect(bare.map(({ id, name }) => `${id}.${name}`)).toEqual(["hong-kong-macao/employment.industry"]);
  });

  it("give every city its province, save Hong Kong and Macao", () => {
    const { parents, roles } = resources.get("china-clusters/places")!;
    const provinces = codes(parents!, "place");
    const orphans = rows("china-clusters/places").filter((row) => !provinces.has(row[roles.parent as string]));
    expect(orphans.map((row) => row.code)).toEqual(["810000", "820000"]);
  });

  it.each(tables.filter(({ resource }) => resource.reference))(
    "$id has a reference with its industries",
    ({ id, resource }) => {
      const { resource: target, place } = resource.reference!;
      const [industry] = column(resource, "industry");
      const [where] = column(resources.get(target)!, "place");
      const reference = rows(target, place === undefined ? {} : { [where]: place });
      expect(new Set(reference.map((row) => row[industry]))).toEqual(new Set(rows(id).map((row) => row[industry])));
    },
  );

  it.each(tables.filter(({ resource }) => resource.omit))("$id omits rows that exist", ({ id, resource }) => {
    for (const [role, omitted] of Object.entries(resource.omit!)) {
      const [name] = column(resource, role);
      const used = new Set(rows(id).map((row) => row[name]));
      expect(omitted.filter((code) => !used.has(code))).toEqual([]);
    }
  });

  it("make a composition of the provinces' employment, one variable a section", () => {
    const { variables, industries, total } = resources.get("china-provinces/panel")!.composition!;
    const known = codes("china-provinces/variables", "variable");
    expect([...Object.keys(variables), total].filter((name) => !known.has(name))).toEqual([]);
    expect(new Set(Object.values(variables))).toEqual(codes(industries, "industry"));
  });
});
