/** The two values that lie furthest apart in two results, and how far: relative to the greater, infinite where no number can say. */
export interface Distance {
  readonly relative: number;
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

export function distanceOf(before: unknown, after: unknown, path = ""): Distance {
  if (typeof before === "number" && typeof after === "number") {
    const relative = before === after ? 0 : Math.abs(before - after) / Math.max(Math.abs(before), Math.abs(after));
    return { relative, path, before, after };
  }
  if (isNested(before) && isNested(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    let furthest: Distance = { relative: 0, path, before: undefined, after: undefined };
    for (const key of keys) {
      const each = distanceOf(before[key], after[key], path === "" ? key : `${path}.${key}`);
      if (each.relative > furthest.relative) furthest = each;
    }
    return furthest;
  }
  return { relative: before === after ? 0 : Number.POSITIVE_INFINITY, path, before, after };
}

function isNested(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
