type Schema = { readonly def?: Definition } | undefined;
interface Definition {
  readonly shape?: Readonly<Record<PropertyKey, Schema>>;
  readonly element?: Schema;
  readonly valueType?: Schema;
  /** Of a record: what its keys may be. */
  readonly keyType?: Schema;
  /** Of a list of words. */
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly items?: readonly Schema[];
  readonly innerType?: Schema;
  readonly getter?: () => Schema;
  readonly options?: readonly Schema[];
  /** Before a transformation. */
  readonly in?: Schema;
}

/** The keys that a schema allows at a path, found by walking it. */
export function keysAt(schema: unknown, path: readonly PropertyKey[]): string[] {
  let at = schema as Schema;
  for (const key of path) {
    const { shape, element, valueType, items } = unwrapped(at, isPosition(key))?.def ?? {};
    at = shape?.[key] ?? element ?? valueType ?? items?.[Number(key)];
  }
  const { shape, keyType } = unwrapped(at, false)?.def ?? {};
  return Object.keys(shape ?? keyType?.def?.entries ?? {});
}

const isPosition = (key: PropertyKey): boolean => typeof key === "number";

/**
 * Without what may stand around it: a default, `optional`, a transformation, recursion; of a union the way that has keys or
 * entries, of a place in a list the way that is one.
 */
function unwrapped(schema: Schema, inList: boolean): Schema {
  const { innerType, getter, options = [], in: before } = schema?.def ?? {};
  const inner = innerType ?? getter?.() ?? before;
  if (inner !== undefined) return unwrapped(inner, inList);
  const ways = options.map((way) => unwrapped(way, inList));
  const list = inList ? ways.find((way) => way?.def?.element) : undefined;
  const entries = (way: Schema) => way?.def?.element ?? way?.def?.valueType;
  return list ?? ways.find((way) => way?.def?.shape) ?? ways.find(entries) ?? schema;
}
