import { InputError } from "../contract/errors.ts";
import { spread } from "../numeric/spread.ts";

/** Counts in bins of one width that do not cross 0. */
export interface Bins {
  readonly width: number;
  /** Number of the first bin; that of the bin just beyond 0 is 0. */
  readonly first: number;
  readonly counts: Float64Array;
  readonly middles: Float64Array;
  readonly density: Float64Array;
}

export const middleOf = ({ first, width }: Pick<Bins, "first" | "width">, at: number): number =>
  (first + at + 0.5) * width;

const most = 1_000_000; // bins

/** Bins of sorted distances; 2 deviations / sqrt(n) wide unless given. */
export function binsOf(method: string, x: Float64Array, given: number | undefined): Bins {
  const width = given ?? (2 * spread(x).deviation) / Math.sqrt(x.length);
  const range = x[x.length - 1] - x[0];
  refuseMany(method, range, width);
  const first = Math.floor(x[0] / width);
  const counts = new Float64Array(Math.floor(x[x.length - 1] / width) - first + 1);
  for (const each of x) counts[Math.floor(each / width) - first] += 1;
  return {
    width,
    first,
    counts,
    middles: counts.map((_, at) => middleOf({ first, width }, at)),
    density: counts.map((each) => each / x.length / width),
  };
}

/** Refuses a reach that so narrow bins would cut into more than can be held. */
export function refuseMany(method: string, reach: number, width: number): void {
  if (reach / width <= most) return;
  const least = Number((reach / most).toPrecision(2));
  throw new InputError({
    code: "bins-too-many",
    text: {
      en: `${method}: bins of ${width} over ${reach} are more than ${most}, expected fewer`,
      zh: `${method}：以 ${width} 为组宽分割 ${reach} 的范围将超过 ${most} 组，应减少`,
    },
    hint: {
      en: `give a bin wider than ${least}, or leave it out; and a bandwidth within the range of running`,
      zh: `请给出大于 ${least} 的 bin 或不设 bin；bandwidth 应在 running 的范围之内`,
    },
    place: { path: "bin" },
  });
}
