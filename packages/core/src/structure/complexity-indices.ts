import { complexityOf, connectedParts, type Part } from "./complexity-kernel.ts";
import type { Presence } from "./presence.ts";

export interface ComplexPlace {
  readonly place: string;
  readonly year: number | undefined;
  readonly diversity: number;
  readonly eci: number;
  readonly rank: number;
}
export interface ComplexIndustry {
  readonly industry: string;
  readonly year: number | undefined;
  readonly ubiquity: number;
  readonly pci: number;
  readonly rank: number;
}

/** How indices are brought to a scale. */
export interface Standards {
  readonly standardise: "population" | "sample";
  readonly pci: "own" | "eci";
}

/** Indices of the largest connected part of one year's network. */
export interface ComplexNetwork {
  readonly places: readonly ComplexPlace[];
  readonly industries: readonly ComplexIndustry[];
  readonly second: number;
  readonly third: number;
  readonly part: Part;
  /** Whether there are other parts, which share nothing with this one. */
  readonly isApart: boolean;
  /** Whether complex places have more industries, or fewer: where neither, nothing says which end of the order is the complex one. */
  readonly isDirected: boolean;
}

/** Why a network has no such index. */
export interface NoIndices {
  readonly because: "nothing-present" | "one-alone" | "tied";
}

/** Two eigenvalues that are closer are one: their vectors can be turned into one another. */
const tied = 1e-9;

/** Correlations below this are rounding. */
const undirected = 1e-9;

export function complexIndices(slice: Presence, standards: Standards): ComplexNetwork | NoIndices {
  const parts = connectedParts(slice);
  const part = parts[0];
  if (part === undefined) return { because: "nothing-present" };
  const solved = complexityOf(slice, part);
  if (solved === undefined) return { because: "one-alone" };
  const { second, third } = solved;
  if (Math.abs(second - third) < tied) return { because: "tied" };
  return { ...standardised(slice, part, solved, standards), second, third, part, isApart: parts.length > 1 };
}

function standardised(
  { places, industries, present, year }: Presence,
  { rows, columns }: Part,
  { ofPlaces, ofIndustries, second }: { ofPlaces: Float64Array; ofIndustries: Float64Array; second: number },
  { standardise: how, pci }: Standards,
): Pick<ComplexNetwork, "places" | "industries" | "isDirected"> {
  const width = industries.length;
  const at = (row: number, column: number) => present[row * width + column] as number;
  const diversity = rows.map((row) => columns.reduce((sum, column) => sum + at(row, column), 0));
  const ubiquity = columns.map((column) => rows.reduce((sum, row) => sum + at(row, column), 0));
  const lean = covariance(ofPlaces, diversity);
  const sign = lean < 0 ? -1 : 1;
  const scale = moments(ofPlaces, how);
  const eci = ofPlaces.map((each) => (sign * (each - scale.mean)) / scale.deviation);
  const averaged = ofIndustries.map((each) => each / Math.sqrt(Math.max(0, second)));
  const other = pci === "own" ? moments(ofIndustries, how) : scale;
  const product = (pci === "own" ? ofIndustries : averaged).map(
    (each) => (sign * (each - other.mean)) / other.deviation,
  );
  return {
    isDirected: Math.abs(lean) > undirected * Math.sqrt(squares(ofPlaces) * squares(diversity)),
    places: ranked(eci).map(({ value, rank }, place) => ({
      place: places[rows[place] as number] as string,
      year,
      diversity: diversity[place] as number,
      eci: value,
      rank,
    })),
    industries: ranked(product).map(({ value, rank }, column) => ({
      industry: industries[columns[column] as number] as string,
      year,
      ubiquity: ubiquity[column] as number,
      pci: value,
      rank,
    })),
  };
}

function moments(values: Float64Array, how: "population" | "sample"): { mean: number; deviation: number } {
  const n = values.length;
  const mean = values.reduce((a, b) => a + b, 0) / n;
  const squares = values.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / (how === "population" ? n : n - 1)) };
}

function squares(values: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += (values[at] as number) ** 2;
  return sum;
}

function covariance(a: Float64Array, b: readonly number[]): number {
  const mean = b.reduce((x, y) => x + y, 0) / b.length;
  const own = a.reduce((x, y) => x + y, 0) / a.length;
  return a.reduce((sum, each, at) => sum + (each - own) * ((b[at] as number) - mean), 0);
}

/** Places within rounding of each other share a rank. */
function ranked(values: Float64Array): { value: number; rank: number }[] {
  const rounding = 1e-9;
  return Array.from(values, (value) => ({
    value,
    rank: 1 + values.reduce((sum, other) => sum + Number(other > value + rounding), 0),
  }));
}
