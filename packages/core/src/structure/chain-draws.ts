import type { Random } from "../contract/random.ts";
import { bandFits, bandFitsOfPlaces, type Setting } from "./co-location.ts";
import { type Envelope, envelopeOf } from "./envelope.ts";

export interface ChainTest {
  readonly permute: "industries" | "places";
  readonly permutations: number;
  readonly alternative: "two-sided" | "greater" | "less";
  /** Share of the draws beyond the band of chance, on either side. */
  readonly level: number;
}

/** What chance gives in a band; `NaN` where nothing was tested. */
export interface ChainChance {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  readonly outerLow: number;
  readonly outerHigh: number;
  readonly p: number;
}
export interface ChainDraws {
  at(band: number): ChainChance;
}

const untested: ChainChance = {
  ...{ expected: Number.NaN, low: Number.NaN, high: Number.NaN },
  ...{ outerLow: Number.NaN, outerHigh: Number.NaN, p: Number.NaN },
};
/** How far from a tie rounding alone may put a draw: sums of some hundred terms of about 1. */
const rounding = 1e-12;

/** The fit of every band under random placings of the industries in the linkages, or of the places. */
export function chainDraws(
  of: {
    readonly setting: Setting;
    readonly together: readonly Float64Array[];
    readonly linkage: Float64Array;
    readonly fit: Float64Array;
  },
  found: Float64Array,
  { permute, permutations, alternative, level }: ChainTest,
  draw: Random,
): ChainDraws {
  // a place stays with itself wherever it is put, and where all others are one band no exchange changes anything
  const isUntouched = (at: number) => permute === "places" && (at === 0 || of.setting.bands === 2);
  const bands = Array.from(found, (_, at) => at).filter((at) => !Number.isNaN(found[at]) && !isUntouched(at));
  if (permutations === 0 || bands.length === 0) return { at: () => untested };
  const length = permute === "industries" ? of.setting.industries : of.setting.places;
  const curves = new Float64Array(permutations * bands.length);
  for (let each = 0; each < permutations; each += 1) {
    const order = Uint32Array.from({ length }, (_, at) => at);
    draw.shuffle(order);
    const fits =
      permute === "industries" ? bandFits(of.together, of.linkage, order) : bandFitsOfPlaces(of.setting, of.fit, order);
    bands.forEach((band, at) => {
      curves[each * bands.length + at] = fits[band] as number;
    });
  }
  const envelope = envelopeOf(curves, bands.length, level);
  const chance = new Map(
    bands.map((band, at) => {
      const own = Float64Array.from({ length: permutations }, (_, each) => curves[each * bands.length + at] as number);
      const p = pOf(own, found[band] as number, envelope.middle[at] as number, alternative);
      return [band, { ...pointOf(envelope, at), p }];
    }),
  );
  return { at: (band) => chance.get(band) ?? untested };
}

function pOf(own: Float64Array, found: number, middle: number, alternative: ChainTest["alternative"]): number {
  const extent = {
    greater: (x: number) => x,
    less: (x: number) => -x,
    "two-sided": (x: number) => Math.abs(x - middle),
  }[alternative];
  const bound = extent(found) - rounding;
  return (own.reduce((sum, each) => sum + Number(extent(each) >= bound), 0) + 1) / (own.length + 1);
}

const pointOf = ({ low, high, middle, outerLow, outerHigh }: Envelope, at: number): Omit<ChainChance, "p"> => ({
  ...{ expected: middle[at] as number, low: low[at] as number, high: high[at] as number },
  ...{ outerLow: outerLow[at] as number, outerHigh: outerHigh[at] as number },
});
