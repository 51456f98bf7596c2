type Schema = { readonly def?: Definition } | undefined;
interface Definition {
  readonly shape?: Readonly<Record<PropertyKey, Schema>>;
  readonly element?: Schema;
  readonly valueType?: Schema;
  readonly items?: readonly Schema[];
  readonly innerType?: Schema;
  readonly getter?: () => Schema;
  readonly options?: readonly Schema[];
}

/** The keys that a schema allows at a path, found by walking it. */
export function keysAt(schema: unknown, path: readonly PropertyKey[]): string[] {
  let at = unwrapped(schema as Schema);
  for (const key of path) {
    const { shape, element, valueType, items } = at?.def ?? {};
    at = unwrapped(shape?.[key] ?? element ?? valueType ?? items?.[Number(key)]);
  }
  return Object.keys(at?.def?.shape ?? {});
}

/** Without what may stand around it: a default, `optional`, recursion; of a union the way that has keys, or else entries. */
function unwrapped(schema: Schema): Schema {
  const { innerType, getter, options = [] } = schema?.def ?? {};
  const inner = innerType ?? getter?.();
  if (inner !== undefined) return unwrapped(inner);
  const ways = options.map(unwrapped);
  const entries = (way: Schema) => way?.def?.element ?? way?.def?.valueType;
  return ways.find((way) => way?.def?.shape) ?? ways.find(entries) ?? schema;
}
