import fc from "fast-check";
import { type Expression, functionNames, functions, operators } from "../src/expression/expression.ts";

const word = fc.constantFrom("a", "b", "gdp", "人口", "GDP per head", "new", "01", 'quo"te');
const leaf: fc.Arbitrary<Expression> = fc.oneof(
  fc
    .oneof(fc.integer({ min: 0, max: 9 }), fc.double({ min: 0, max: 1e300, noNaN: true }))
    .map((value) => ({ kind: "number" as const, value: Math.abs(value), at: 0 })),
  fc.record({ kind: fc.constant("name" as const), variable: word, at: fc.constant(0) }),
  fc.record({ kind: fc.constant("name" as const), dataset: word, variable: word, at: fc.constant(0) }),
);

/** Any expression that the grammar allows, not too deep. */
export const arbitraryExpression: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    tie("tree").map((of) => ({ kind: "negate" as const, of, at: 0 })),
    fc
      .tuple(fc.constantFrom(...operators), tie("tree"), tie("tree"))
      .map(([operator, left, right]) => ({ kind: "binary" as const, operator, left, right, at: 0 })),
    fc
      .tuple(
        fc.constantFrom(...functionNames),
        fc.array(tie("tree"), { minLength: 2, maxLength: 3 }),
        fc.integer({ min: 1, max: 3 }),
      )
      .map(([name, parts, count]) => ({ kind: "call" as const, name, given: fitting(name, parts, count), at: 0 })),
  ),
})).tree;

function fitting(name: keyof typeof functions, parts: readonly Expression[], count: number): readonly Expression[] {
  if (name === "at" || name === "lag") return [parts[0] as Expression, { kind: "number", value: count, at: 0 }];
  const wanted: readonly string[] = functions[name];
  return wanted.includes("...") ? parts : parts.slice(0, wanted.length);
}

export function withoutPositions(expression: Expression): unknown {
  return JSON.parse(JSON.stringify(expression, (key, value: unknown) => (key === "at" ? undefined : value)));
}
