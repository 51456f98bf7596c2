import { InputError } from "../contract/errors.ts";
import type { BorderDiscontinuityInput } from "./border-discontinuity.ts";
import { alongBorder, type BorderPoints } from "./border-line.ts";

/** Where places lie beside a border. */
export interface BesideBorder {
  /** Distance in km, inside positive. */
  readonly running: Float64Array;
  /** The stretch that each place lies beside. */
  readonly segment: readonly string[];
}

/** Signed distances and stretches, from corners and points or as they are given. */
export function besideBorder(
  method: string,
  input: BorderDiscontinuityInput,
  stretches: number,
  border: BorderPoints | undefined,
): BesideBorder {
  const { place, treated } = input;
  const bad = place.findIndex((_, at) => treated[at] !== 0 && treated[at] !== 1);
  if (bad >= 0) throw partial(method, place[bad], treated[bad]);
  const { km, segment } = border === undefined ? given(method, input) : measured(method, input, stretches, border);
  return {
    running: Float64Array.from(km, (each, at) => (treated[at] === 1 ? Math.abs(each) : outside(each))),
    segment,
  };
}

/** Just below 0 at the line itself, for there the far side begins. */
const outside = (km: number) => (km === 0 ? -Number.MIN_VALUE : -Math.abs(km));

interface Located {
  readonly km: ArrayLike<number>;
  readonly segment: readonly string[];
}

function given(method: string, { place, distance, segment }: BorderDiscontinuityInput): Located {
  if (distance === undefined) throw nowhereToMeasure(method);
  return { km: distance, segment: segment ?? place.map(() => "1") };
}

function measured(
  method: string,
  { lon, lat, distance, segment }: BorderDiscontinuityInput,
  stretches: number,
  border: BorderPoints,
): Located {
  if (lon === undefined || lat === undefined || distance !== undefined) throw nowhereToMeasure(method);
  const { nearest, length } = alongBorder(method, border, lon, lat);
  const digits = String(stretches).length;
  const stretch = (along: number) => Math.min(stretches, Math.floor((stretches * along) / length) + 1);
  return {
    km: nearest.map(({ km }) => km),
    segment: segment ?? nearest.map(({ along }) => String(stretch(along)).padStart(digits, "0")),
  };
}

function partial(method: string, place: string, value: number): InputError {
  return new InputError({
    code: "treatment-partial",
    text: {
      en: `${method}: treated of ${place} is ${value}, expected 1 inside or 0 outside`,
      zh: `${method}：${place} 的 treated 为 ${value}，界内应为 1，界外应为 0`,
    },
  });
}

function nowhereToMeasure(method: string): InputError {
  return new InputError({
    code: "distance-unstated",
    text: {
      en: `${method}: expected either distance, or lon and lat with the input border`,
      zh: `${method}：应给出 distance，或给出 lon、lat 并提供输入 border`,
    },
  });
}
