/** How wide the parts of a file are, by the release of its format: names, labels and formats hold longer texts from 118 on. */
export interface Widths {
  readonly count: 2 | 4;
  readonly rows: 4 | 8;
  readonly datasetLabel: 1 | 2;
  readonly name: number;
  readonly format: number;
  readonly label: number;
  /** Bytes of the variable's number in a reference to a long string. */
  readonly referred: 2 | 3 | 4;
  /** Bytes of the row's number where the long string itself stands. */
  readonly longRow: 4 | 8;
}

export const releases: Readonly<Record<number, Widths>> = {
  117: { count: 2, rows: 4, datasetLabel: 1, name: 33, format: 49, label: 81, referred: 4, longRow: 4 },
  118: { count: 2, rows: 8, datasetLabel: 2, name: 129, format: 57, label: 321, referred: 2, longRow: 8 },
  119: { count: 4, rows: 8, datasetLabel: 2, name: 129, format: 57, label: 321, referred: 3, longRow: 8 },
};

export type NumberType = "byte" | "int" | "long" | "float" | "double";
export const longString = 32_768;
export const widestString = 2045;

export const typeCodes = { byte: 65_530, int: 65_529, long: 65_528, float: 65_527, double: 65_526 } as const;
export const numberTypes: Readonly<Record<number, NumberType>> = Object.fromEntries(
  Object.entries(typeCodes).map(([type, code]) => [code, type as NumberType]),
);
export const bytesOf = { byte: 1, int: 2, long: 4, float: 4, double: 8 } as const;

/** The largest figure of each type; what lies above it says why there is none: `.`, then `.a` to `.z`. */
export const largest = { byte: 100, int: 32_740, long: 2_147_483_620 } as const;
/** The value of `.`, and how far apart `.`, `.a`, ... stand: the type's own bits, read as a whole number. */
export const missingFloat = { first: 0x7f000000, step: 0x800 } as const;
export const missingDouble = { first: 0x7fe00000, step: 0x100 } as const;

/** `.` for 0, `.a` for 1, and so on to `.z`. */
export function missingName(code: number): string {
  return code >= 1 && code <= 26 ? `.${String.fromCharCode(96 + code)}` : ".";
}

/** A figure, or the code of a missing one; bits that Stata never writes (infinity) are missing too. */
export function readNumber(view: DataView, at: number, type: NumberType, little: boolean): number | { code: number } {
  if (type === "float") {
    const bits = view.getUint32(at, little);
    const above = (bits & 0x7fffffff) - missingFloat.first;
    if (above >= 0) return { code: above / missingFloat.step };
    return view.getFloat32(at, little);
  }
  if (type === "double") {
    const high = view.getUint32(at + (little ? 4 : 0), little) & 0x7fffffff;
    if (high >= missingDouble.first) return { code: (high - missingDouble.first) / missingDouble.step };
    return view.getFloat64(at, little);
  }
  const value =
    type === "byte" ? view.getInt8(at) : type === "int" ? view.getInt16(at, little) : view.getInt32(at, little);
  return value > largest[type] ? { code: value - largest[type] - 1 } : value;
}
