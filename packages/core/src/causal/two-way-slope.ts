/** Treatment of places x years, row-major, less the means of its place and its year: what two-way fixed effects leave of it. */
export function withinBoth(values: Float64Array, places: number, years: number): Float64Array {
  const ofPlace = new Float64Array(places);
  const ofYear = new Float64Array(years);
  let all = 0;
  for (const [cell, value] of values.entries()) {
    ofPlace[Math.floor(cell / years)] += value / years;
    ofYear[cell % years] += value / places;
    all += value / values.length;
  }
  return values.map((value, cell) => value - ofPlace[Math.floor(cell / years)] - ofYear[cell % years] + all);
}

/** 1 in the cells of places from their first year on, as positions; the others 0. */
export function treatmentOf(starts: ArrayLike<number>, years: number): Float64Array {
  return Float64Array.from({ length: starts.length * years }, (_, cell) =>
    cell % years >= starts[Math.floor(cell / years)] ? 1 : 0,
  );
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += a[at] * b[at];
  return sum;
}
