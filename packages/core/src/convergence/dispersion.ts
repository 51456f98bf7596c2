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
  const spread = (list: readonly number[]) => {
    const mean = list.reduce((a, b) => a + b, 0) / n;
    const squares = list.reduce((total, each) => total + (each - mean) ** 2, 0);
    const deviation = n === 1 && divisor === "n-1" ? Number.NaN : Math.sqrt(squares / (divisor === "n" ? n : n - 1));
    return { mean, deviation };
  };
  const [logs, levels] = [spread(values.map(Math.log)), spread(values)];
  return {
    group,
    year,
    places: n,
    deviation: logs.deviation,
    variation: levels.deviation / levels.mean,
    meanLog: logs.mean,
  };
}
