/** What a method received, as a CSV that R reads: one column a role, `role.NAME` where a role has several. */
export function readingCsv(reading: unknown): string {
  const columns = isComposition(reading) ? longColumns(reading) : tableColumns(reading as Record<string, unknown>);
  const rows = Array.from({ length: columns[0]?.values.length ?? 0 }, (_, row) =>
    columns.map(({ values }) => cell(values[row])).join(","),
  );
  return `${[columns.map(({ name }) => cell(name)).join(","), ...rows].join("\n")}\n`;
}

/** Numbers by what they are of: what a script has to find. A gap is empty. */
export function expectedCsv(numbers: readonly (readonly [string, number])[]): string {
  return `${["what,value", ...numbers.map(([what, value]) => `${cell(what)},${cell(value)}`)].join("\n")}\n`;
}

interface Column {
  readonly name: string;
  readonly values: ArrayLike<unknown>;
}
interface Composition {
  readonly slices: readonly {
    readonly year: number | undefined;
    readonly places: readonly string[];
    readonly industries: readonly string[];
    readonly values: Float64Array;
  }[];
}

const isComposition = (reading: unknown): reading is Composition =>
  typeof reading === "object" && reading !== null && "slices" in reading;

function tableColumns({ n, units: _, titles: __, ...roles }: Record<string, unknown>): Column[] {
  return Object.entries(roles).flatMap(([role, given]): Column[] => {
    if (given === undefined) return [];
    const many = given as readonly { name?: string; values?: ArrayLike<unknown> }[];
    const isMany = Array.isArray(given) && many.every((each) => typeof each === "object" && each?.values !== undefined);
    if (isMany)
      return many.map(({ name, values }) => ({ name: `${role}.${name}`, values: values as ArrayLike<unknown> }));
    return (given as ArrayLike<unknown>).length === n ? [{ name: role, values: given as ArrayLike<unknown> }] : [];
  });
}

function longColumns({ slices }: Composition): Column[] {
  const cells = slices.flatMap(({ year, places, industries, values }) =>
    Array.from(values, (value, at) => ({
      year,
      place: places[Math.floor(at / industries.length)],
      industry: industries[at % industries.length],
      value,
    })),
  );
  const names = ["place", "industry", "year", "value"] as const;
  return names.map((name) => ({ name, values: cells.map((each) => each[name]) }));
}

function cell(value: unknown): string {
  if (value === undefined || value === null || Number.isNaN(value)) return "";
  if (typeof value === "number") return String(value);
  const text = String(value);
  return /[",\r\n]/.test(text) || text === "" ? `"${text.replaceAll('"', '""')}"` : text;
}
