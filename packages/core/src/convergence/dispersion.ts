import { alike, spread } from "../numeric/spread.ts";

/** How far the values of one year lie apart. */
export interface Dispersion {
  readonly group: string;
  readonly year: number;
  readonly places: number;
  readonly deviation: number;
  readonly variation: number;
  readonly meanLog: number;
}

export function dispersion(group: string, year: number, values: readonly number[], divisor: "n" | "n-1"): Dispersion {
  const n = values.length;
  const [logs, levels] = [spread(values.map(Math.log), divisor), spread(values, divisor)];
  const known = (deviation: number) => {
    if (n === 1 && divisor === "n-1") return Number.NaN;
    return alike(values) ? 0 : deviation;
  };
  return {
    group,
    year,
    places: n,
    deviation: known(logs.deviation),
    variation: known(levels.deviation) / levels.mean,
    meanLog: logs.mean,
  };
}
