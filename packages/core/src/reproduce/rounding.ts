import { InputError, NumericalError } from "../contract/errors.ts";
import { readInputs } from "../contract/invoke.ts";
import type { Origin } from "../contract/method.ts";
import type { NumberColumn, Table } from "../contract/table.ts";
import type { Choice } from "./candidates.ts";
import type { Ranges } from "./compare.ts";
import type { Compute, Outcome } from "./compute.ts";
import type { Panel } from "./panel.ts";

/**
 * How the rounding of printed inputs is carried through: at all corners of the box of inputs that are printed alike
 * (`corners`, where a figure rests on its own row), else to first order, one input at a time (`derivative`).
 */
export type Propagation = "exact" | "corners" | "derivative" | "too-many";

/** Runs of the method that are spent on rounding, over all candidates that are looked at closely. */
const mostRuns = 3000;
const mostCorners = 64;
const mostClose = 12;

export interface Rounding {
  readonly how: Propagation;
  /** Runs for one candidate. */
  readonly runs: number;
  /** Candidates that can be looked at closely. */
  readonly candidates: number;
  readonly ranges: (choice: Choice, values: Float64Array) => Promise<Ranges>;
}

export function roundingOf(
  panel: Panel,
  compute: Compute,
  read: (outcome: Outcome) => Float64Array,
  sample: Outcome,
): Rounding {
  const data = panel.inputs[panel.input] as Table;
  const corners = 2 ** panel.rounded.length;
  const cells = panel.rounded.length * data.rows;
  const how: Propagation =
    panel.rounded.length === 0
      ? "exact"
      : corners <= mostCorners && restsOnOwnRow(panel, sample)
        ? "corners"
        : 2 * cells <= mostRuns
          ? "derivative"
          : "too-many";
  const runs = how === "corners" ? corners : how === "derivative" ? 2 * cells : 0;
  const at = async (choice: Choice, edition: (clamped: boolean) => Table): Promise<Float64Array | undefined> => {
    for (const clamped of [false, true]) {
      try {
        return read(await compute(choice, edition(clamped)));
      } catch (error) {
        if (!(error instanceof InputError || error instanceof NumericalError)) throw error;
      }
    }
    return undefined;
  };
  return {
    how,
    runs,
    candidates: runs === 0 ? 0 : Math.max(1, Math.min(mostClose, Math.floor(mostRuns / runs))),
    ranges: async (choice, values) => {
      const [low, high] = [values.slice(), values.slice()];
      if (how === "corners") {
        for (let corner = 0; corner < corners; corner += 1) {
          const edition = (clamped: boolean) =>
            moved(data, panel, (column) => ((corner >> column) & 1 ? 1 : -1), undefined, clamped);
          const there = await at(choice, edition);
          there?.forEach((value, cell) => {
            if (value < (low[cell] as number)) low[cell] = value;
            if (value > (high[cell] as number)) high[cell] = value;
          });
        }
      }
      if (how === "derivative") {
        const reach = new Float64Array(values.length);
        for (let column = 0; column < panel.rounded.length; column += 1) {
          for (let row = 0; row < data.rows; row += 1) {
            const edition = (side: number) => (clamped: boolean) =>
              moved(data, panel, (each) => (each === column ? side : 0), row, clamped);
            const [up, down] = [await at(choice, edition(1)), await at(choice, edition(-1))];
            values.forEach((value, cell) => {
              const sides = [up?.[cell] ?? value, down?.[cell] ?? value].map((each) => Math.abs(each - value));
              const most = Math.max(...sides.filter((each) => !Number.isNaN(each)), 0);
              reach[cell] = (reach[cell] as number) + most;
            });
          }
        }
        reach.forEach((each, cell) => {
          low[cell] = (low[cell] as number) - each;
          high[cell] = (high[cell] as number) + each;
        });
      }
      return { low, high };
    },
  };
}

/** Whether the method says that each published figure comes of its own row of the panel and of nothing else. */
function restsOnOwnRow(panel: Panel, sample: Outcome): boolean {
  const { method, reader, columns, scalars } = panel;
  if (reader !== method || method.trace === undefined || scalars.length > 0) return false;
  const { readings } = readInputs(method, panel.inputs, panel.roles);
  const hasYears = Object.hasOwn(readings[panel.input] as object, "year");
  return columns.every(({ target }) => {
    const cell = { table: target.table, row: 0, column: target.column };
    const origins: readonly Origin[] = method.trace?.(cell, sample.tables, readings) ?? [];
    return origins.every(
      (origin) =>
        "input" in origin &&
        origin.where?.place?.length === 1 &&
        (!hasYears || origin.where.year === undefined || origin.where.year.length === 1),
    );
  });
}

/** The panel with rounded columns moved by half of their last decimal: all rows, or one. */
function moved(
  data: Table,
  { rounded }: Panel,
  side: (column: number) => number,
  only: number | undefined,
  clamped: boolean,
): Table {
  const columns = data.columns.map((column) => {
    const at = rounded.findIndex(({ name }) => name === column.name);
    const half = (rounded[at]?.half ?? 0) * (at < 0 ? 0 : side(at));
    if (half === 0 || column.kind === "label") return column;
    const values = column.values.map((value, row) => {
      if (only !== undefined && only !== row) return value;
      const there = value + half;
      // a share or a level that is printed as 1.00 is not more than 1
      return clamped && value >= 0 && value <= 1 ? Math.min(1, Math.max(0, there)) : there;
    });
    return { ...column, values } satisfies NumberColumn;
  });
  return { ...data, columns };
}
