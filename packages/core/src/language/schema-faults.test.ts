import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type Fault, faultText, readBySchema } from "./schema-faults.ts";

const faultsOf = (schema: z.ZodType, value: unknown): Fault[] => readBySchema(schema, value).faults ?? [];
const told = (schema: z.ZodType, value: unknown) =>
  faultsOf(schema, value).map((fault) => faultText(fault, fault.path.map(String).join(".") || "it"));

/** Every kind of issue that the library knows: a new one is a type error here. */
const samples: { readonly [Code in z.core.$ZodIssue["code"]]: readonly [z.ZodType, unknown][] } = {
  invalid_type: [
    [z.string(), 7],
    [z.number(), "abc"],
    [z.number(), Number.NaN],
    [z.int(), 2.5],
    [z.boolean(), "yes"],
    [z.array(z.string()), { a: 1 }],
    [z.strictObject({}), []],
    [z.record(z.string(), z.number()), "x"],
    [z.tuple([z.number()]), null],
    [z.strictObject({ a: z.string() }), {}],
    [z.date(), "x"],
    [z.null(), 1],
    [z.never(), 1],
    [z.bigint(), 1],
    [z.symbol(), 1],
    [z.map(z.string(), z.string()), 1],
    [z.set(z.string()), 1],
    [z.string().optional().nonoptional(), undefined],
  ],
  invalid_value: [
    [z.enum(["T", "L"]), "Q"],
    [z.literal(1), 2],
  ],
  too_small: [
    [z.number().min(1), 0],
    [z.number().positive(), 0],
    [z.string().min(1), ""],
    [z.array(z.string()).min(2), ["a"]],
    [z.string().length(2), "a"],
  ],
  too_big: [
    [z.number().max(1_000_000), 2e6],
    [z.number().lt(1), 1],
    [z.string().max(1), "ab"],
    [z.array(z.string()).length(1), ["a", "b"]],
    [z.int(), 1e300],
  ],
  not_multiple_of: [[z.number().multipleOf(5), 7]],
  invalid_format: [
    [z.string().regex(/^a$/), "b"],
    [z.string().regex(/^a$/, { error: "expected-name" }), "b"],
    [z.string().startsWith("a"), "b"],
    [z.string().endsWith("a"), "b"],
    [z.string().includes("a"), "b"],
    [z.email(), "b"],
    [z.uuid(), "b"],
  ],
  unrecognized_keys: [[z.strictObject({ index: z.string().optional() }), { indx: "T" }]],
  invalid_union: [
    [z.union([z.string(), z.number()]), true],
    [z.union([z.literal("median"), z.number()]), "mean"],
    [z.union([z.strictObject({ en: z.string() }), z.string()]), { en: 7 }],
    [
      z.discriminatedUnion("kind", [z.object({ kind: z.literal("a") }), z.object({ kind: z.literal("b") })]),
      { kind: 1 },
    ],
    [z.xor([z.string(), z.string().min(1)]), "both"],
  ],
  invalid_key: [[z.record(z.string().regex(/^[a-z]+$/, { error: "expected-name" }), z.number()), { A: 1 }]],
  invalid_element: [[z.map(z.unknown(), z.number()), new Map([[{}, "b"]])]],
  custom: [
    [z.number().refine((x) => x > 1), 0],
    [z.tuple([z.number(), z.number()]).refine(([low, high]) => low < high, "low < high"), [2, 1]],
  ],
};

const library =
  /Invalid|received|Too (big|small)|Unrecognized|must (match|start|end|include|be)|unknown key|discriminator|无效|期望|实际接收|数值过/;

describe("what a schema finds wrong", () => {
  it.each(Object.entries(samples))("is said in the words of the house: %s", (code, cases) => {
    for (const [schema, value] of cases) {
      const issues = schema.safeParse(value).error?.issues ?? [];
      expect(issues.map((issue) => issue.code)).toContain(code);
      const sentences = told(schema, value);
      expect(sentences.length).toBeGreaterThan(0);
      for (const { en, zh } of sentences) {
        expect(en).toMatch(/^\S+ is .+, expected .+|^\S+: no such key; the keys here are /);
        expect(zh).toMatch(/，应|没有这个键/);
        expect(en + zh).not.toMatch(library);
        expect(zh).not.toMatch(/\b(expected|missing|number|text|list|map|character|entr)/);
        for (const { message } of issues) if (message !== "low < high") expect(en + zh).not.toContain(message);
      }
    }
  });

  it("says where, what is, and what was expected", () => {
    const options = z.strictObject({ concept: z.enum(["core", "resident"]), draws: z.int().min(1).max(1_000_000) });
    expect(told(options, { draws: 2e6 })).toEqual([
      { en: "concept is missing, expected one of core, resident", zh: "concept 缺失，应为下列之一：core, resident" },
      { en: "draws is 2000000, expected at most 1000000", zh: "draws 为 2000000，应不大于 1000000" },
    ]);
    expect(told(z.array(z.string()).min(1), [])).toEqual([
      { en: "it is a list of 0 entries, expected at least 1 entry", zh: "it 为 0 项的列表，应至少有 1 项" },
    ]);
    expect(told(z.union([z.literal("median"), z.number()]), "mean")).toEqual([
      { en: 'it is "mean", expected median or a number', zh: 'it 为 "mean"，应为 median，或为数字' },
    ]);
  });

  it("suggests the key or the choice that was meant, however deep", () => {
    const schema = z.strictObject({
      weigh: z.strictObject({ method: z.enum(["equal", "entropy"]).optional() }).prefault({}),
      nodes: z.array(z.union([z.string(), z.strictObject({ parent: z.string().optional() })])).optional(),
    });
    const hints = faultsOf(schema, {
      weigh: { method: "entrpy", methd: 1 },
      nodes: ["a", { parnt: "b" }],
    }).map(({ path, hint }) => [path.join("."), hint?.en]);
    expect(hints).toEqual([
      ["weigh.method", "did you mean entropy?"],
      ["weigh.methd", "did you mean method?"],
      ["nodes.1.parnt", "did you mean parent?"],
    ]);
  });
});
